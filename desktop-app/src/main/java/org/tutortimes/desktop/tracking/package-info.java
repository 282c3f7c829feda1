/// The passive tracker as the desktop meets it: says that somebody is at work, and offers to record
/// what was observed while no timer ran.
@NullMarked
package org.tutortimes.desktop.tracking;

import org.jspecify.annotations.NullMarked;
