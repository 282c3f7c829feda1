/// Live streams of a unit's figures, as server-sent events.
@NullMarked
package org.tutortimes.server.live;

import org.jspecify.annotations.NullMarked;
