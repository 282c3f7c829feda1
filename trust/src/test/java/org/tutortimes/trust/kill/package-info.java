/// The real programs, killed at random moments under load, as a power cut does.
@NullMarked
package org.tutortimes.trust.kill;

import org.jspecify.annotations.NullMarked;
