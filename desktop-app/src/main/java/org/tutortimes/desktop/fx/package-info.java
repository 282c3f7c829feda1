/// What every window is made with: the way to the FX thread, loading of views, times as text.
@NullMarked
package org.tutortimes.desktop.fx;

import org.jspecify.annotations.NullMarked;
