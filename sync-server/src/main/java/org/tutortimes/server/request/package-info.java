/// What a request says: its path, query and body, read with all faults at once.
@NullMarked
package org.tutortimes.server.request;

import org.jspecify.annotations.NullMarked;
