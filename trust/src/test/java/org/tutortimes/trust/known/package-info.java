/// Failures that users of other trackers reported, tried on this one.
@NullMarked
package org.tutortimes.trust.known;

import org.jspecify.annotations.NullMarked;
