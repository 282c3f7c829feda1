/// What the benchmarks of all modules share: rows, their report, and the programs they measure.
@NullMarked
package org.tutortimes.model.bench;

import org.jspecify.annotations.NullMarked;
