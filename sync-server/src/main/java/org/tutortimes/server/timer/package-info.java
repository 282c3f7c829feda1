/// The timer's online calls and the units as their members see them.
@NullMarked
package org.tutortimes.server.timer;

import org.jspecify.annotations.NullMarked;
