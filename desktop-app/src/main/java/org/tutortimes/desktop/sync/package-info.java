/// Carries the journal's events to the server and brings the server's back.
@NullMarked
package org.tutortimes.desktop.sync;

import org.jspecify.annotations.NullMarked;
