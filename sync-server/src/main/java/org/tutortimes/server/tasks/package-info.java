/// Students' tasks as OnTrack's clients ask for them: what waits for marking, and its marking.
@NullMarked
package org.tutortimes.server.tasks;

import org.jspecify.annotations.NullMarked;
