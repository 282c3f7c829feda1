/// The one way in for timer events: who may send them, what waits, what is stored and audited.
@NullMarked
package org.tutortimes.server.events;

import org.jspecify.annotations.NullMarked;
