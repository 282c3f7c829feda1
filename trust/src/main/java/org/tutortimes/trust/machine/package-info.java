/// Computers, networks and servers that are played and fail, below the real programs.
@NullMarked
package org.tutortimes.trust.machine;

import org.jspecify.annotations.NullMarked;
