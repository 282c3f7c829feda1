/// The server's programs and what they share: settings, refusals, the wiring of all parts.
@NullMarked
package org.tutortimes.server;

import org.jspecify.annotations.NullMarked;
