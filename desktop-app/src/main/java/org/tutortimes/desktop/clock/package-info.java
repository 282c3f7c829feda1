/// Clocks that nobody can set: one that measures, also through sleep, and one that dates events.
@NullMarked
package org.tutortimes.desktop.clock;

import org.jspecify.annotations.NullMarked;
