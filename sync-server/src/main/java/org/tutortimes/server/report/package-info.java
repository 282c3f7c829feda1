/// A unit's figures: totals, hours by day and week, who marks now.
@NullMarked
package org.tutortimes.server.report;

import org.jspecify.annotations.NullMarked;
