/// Lists of timer sessions: of a unit role, a unit, a tutor, a student.
@NullMarked
package org.tutortimes.server.history;

import org.jspecify.annotations.NullMarked;
