/// The guides' sessions, run as they are written.
@NullMarked
package org.tutortimes.server.guide;

import org.jspecify.annotations.NullMarked;
