/// The paths, the JSON mapper and the error shape that both sides use.
@NullMarked
package org.tutortimes.model.wire;

import org.jspecify.annotations.NullMarked;
