/// The one call of devices: events in, what the device lacks out.
@NullMarked
package org.tutortimes.server.sync;

import org.jspecify.annotations.NullMarked;
