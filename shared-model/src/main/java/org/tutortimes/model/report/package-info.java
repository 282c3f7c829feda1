/// How recorded time is cut into days, summed and written for people.
@NullMarked
package org.tutortimes.model.report;

import org.jspecify.annotations.NullMarked;
