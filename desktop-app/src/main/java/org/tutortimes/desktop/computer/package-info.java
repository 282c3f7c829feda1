/// The computer that the program runs on, as far as the program asks anything of it.
@NullMarked
package org.tutortimes.desktop.computer;

import org.jspecify.annotations.NullMarked;
