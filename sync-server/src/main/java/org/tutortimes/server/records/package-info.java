/// The page of a unit’s two records, and the clicks that put them right.
@NullMarked
package org.tutortimes.server.records;

import org.jspecify.annotations.NullMarked;
