/// When each device was last heard of, and which running sessions are therefore silent.
@NullMarked
package org.tutortimes.server.contact;

import org.jspecify.annotations.NullMarked;
