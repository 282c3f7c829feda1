/// Marking sessions as people read them: as lists, one by one with their activities, and as files.
@NullMarked
package org.tutortimes.server.marking;

import org.jspecify.annotations.NullMarked;
