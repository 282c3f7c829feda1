/// What is recorded on this computer, in the order in which it was written down.
@NullMarked
package org.tutortimes.desktop.journal;

import org.jspecify.annotations.NullMarked;
