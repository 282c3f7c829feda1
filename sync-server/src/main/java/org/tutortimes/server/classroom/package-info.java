/// The web pages of live classes: what teachers plan and watch, and where students take part.
@NullMarked
package org.tutortimes.server.classroom;

import org.jspecify.annotations.NullMarked;
