/// What must come out, worked out a second time from the design's words, as plainly as can be and
/// without the product's code.
@NullMarked
package org.tutortimes.trust.oracle;

import org.jspecify.annotations.NullMarked;
