/// The timer's window: what it shows of the timer, and what a person does with it.
@NullMarked
package org.tutortimes.desktop.window;

import org.jspecify.annotations.NullMarked;
