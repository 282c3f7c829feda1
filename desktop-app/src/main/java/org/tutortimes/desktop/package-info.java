/// The program itself: how it is started, and how its parts are put together.
@NullMarked
package org.tutortimes.desktop;

import org.jspecify.annotations.NullMarked;
