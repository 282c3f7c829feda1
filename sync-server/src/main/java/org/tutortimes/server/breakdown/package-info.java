/// Reports of a unit: its time by one or two dimensions, and timesheets to print and sign.
@NullMarked
package org.tutortimes.server.breakdown;

import org.jspecify.annotations.NullMarked;
