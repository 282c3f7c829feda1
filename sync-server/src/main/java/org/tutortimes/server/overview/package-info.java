/// The pages of a reader’s units and of one unit’s time.
@NullMarked
package org.tutortimes.server.overview;

import org.jspecify.annotations.NullMarked;
