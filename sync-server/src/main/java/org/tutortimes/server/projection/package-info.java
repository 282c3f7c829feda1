/// What events mean, as stored rows: sessions, segments, and what counts of each.
@NullMarked
package org.tutortimes.server.projection;

import org.jspecify.annotations.NullMarked;
