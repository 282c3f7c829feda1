/// What of a unit somebody should look at.
@NullMarked
package org.tutortimes.server.attention;

import org.jspecify.annotations.NullMarked;
