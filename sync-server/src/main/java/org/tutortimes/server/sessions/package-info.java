/// The pages of sessions: tables of timer and marking sessions, one of them with all that is known
/// of it, and putting it right.
@NullMarked
package org.tutortimes.server.sessions;

import org.jspecify.annotations.NullMarked;
