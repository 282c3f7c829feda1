/// People, passwords and tokens.
@NullMarked
package org.tutortimes.server.account;

import org.jspecify.annotations.NullMarked;
