/// What can be marked, kept on this computer so that no network is needed to find it.
@NullMarked
package org.tutortimes.desktop.reference;

import org.jspecify.annotations.NullMarked;
