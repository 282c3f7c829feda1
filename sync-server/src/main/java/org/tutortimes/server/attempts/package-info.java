/// What students do in class sessions: attempts, and what they highlight.
@NullMarked
package org.tutortimes.server.attempts;

import org.jspecify.annotations.NullMarked;
