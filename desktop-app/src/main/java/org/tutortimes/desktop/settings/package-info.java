/// What the tutor has set on this computer, and the view that changes it.
@NullMarked
package org.tutortimes.desktop.settings;

import org.jspecify.annotations.NullMarked;
