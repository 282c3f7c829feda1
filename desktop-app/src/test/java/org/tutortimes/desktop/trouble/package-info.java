/// What becomes of a tutor's day while the disk, the network and the files fail, call by call.
@NullMarked
package org.tutortimes.desktop.trouble;

import org.jspecify.annotations.NullMarked;
