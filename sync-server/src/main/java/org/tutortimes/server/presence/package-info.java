/// Who is there in the class sessions that are open.
@NullMarked
package org.tutortimes.server.presence;

import org.jspecify.annotations.NullMarked;
