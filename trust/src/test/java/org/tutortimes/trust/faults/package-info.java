/// The product with a fault planted in it, which the simulation has to find.
@NullMarked
package org.tutortimes.trust.faults;

import org.jspecify.annotations.NullMarked;
