/// Holds what the server does against its contract.
@NullMarked
package org.tutortimes.server.contract;

import org.jspecify.annotations.NullMarked;
