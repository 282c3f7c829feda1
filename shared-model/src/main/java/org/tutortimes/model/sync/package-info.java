/// What one synchronisation carries in each direction.
@NullMarked
package org.tutortimes.model.sync;

import org.jspecify.annotations.NullMarked;
