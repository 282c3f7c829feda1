/// The passive tracker: turns what tutors do into marking sessions.
@NullMarked
package org.tutortimes.server.tracking;

import org.jspecify.annotations.NullMarked;
