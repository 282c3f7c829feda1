/// The timer itself: its state, what may be done with it, and the window that shows both.
@NullMarked
package org.tutortimes.desktop.timer;

import org.jspecify.annotations.NullMarked;
