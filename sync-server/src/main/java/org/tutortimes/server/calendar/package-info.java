/// The calendar of a unit: who marked when.
@NullMarked
package org.tutortimes.server.calendar;

import org.jspecify.annotations.NullMarked;
