/// A unit's completed time, added up by tutor, task, student, day, week or month.
@NullMarked
package org.tutortimes.server.totals;

import org.jspecify.annotations.NullMarked;
