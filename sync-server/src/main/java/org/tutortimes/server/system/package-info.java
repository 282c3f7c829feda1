/// The page on the state of the server, for administrators.
@NullMarked
package org.tutortimes.server.system;

import org.jspecify.annotations.NullMarked;
