/// Classes and their sessions: who teaches whom, what is planned, how far it is.
@NullMarked
package org.tutortimes.server.classes;

import org.jspecify.annotations.NullMarked;
