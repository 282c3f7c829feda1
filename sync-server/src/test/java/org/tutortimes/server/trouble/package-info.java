/// What becomes of requests while the database fails under them, call by call.
@NullMarked
package org.tutortimes.server.trouble;

import org.jspecify.annotations.NullMarked;
