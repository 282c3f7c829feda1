/// From the set of a session's events to the session, and from a unit role's sessions to what
/// counts of each.
@NullMarked
package org.tutortimes.model.replay;

import org.jspecify.annotations.NullMarked;
