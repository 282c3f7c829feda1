/// Live streams of what changes, as server-sent events.
@NullMarked
package org.tutortimes.server.live;

import org.jspecify.annotations.NullMarked;
