/// The real client core and the real server program, over real HTTP.
@NullMarked
package org.tutortimes.desktop.endtoend;

import org.jspecify.annotations.NullMarked;
