/// A world in which time, network and disks are played, and the desktop's and the server's cores
/// are real: one thread, everything drawn from one number.
@NullMarked
package org.tutortimes.trust.simulation;

import org.jspecify.annotations.NullMarked;
