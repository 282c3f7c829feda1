/// The passive tracker's rules: when marking sessions begin, go on and end, and where what was
/// observed and what the timer recorded disagree.
@NullMarked
package org.tutortimes.model.tracking;

import org.jspecify.annotations.NullMarked;
