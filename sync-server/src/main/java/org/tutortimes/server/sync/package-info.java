/// Events from devices: the inbox, the projection, and what goes back.
@NullMarked
package org.tutortimes.server.sync;

import org.jspecify.annotations.NullMarked;
