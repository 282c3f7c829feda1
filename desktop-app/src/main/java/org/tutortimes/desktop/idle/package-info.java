/// How long ago the tutor last touched this computer, and a clock that goes on while it sleeps.
@NullMarked
package org.tutortimes.desktop.idle;

import org.jspecify.annotations.NullMarked;
