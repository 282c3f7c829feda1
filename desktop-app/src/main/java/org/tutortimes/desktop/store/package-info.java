/// The program's folder on this computer: the lock, the local database and its repair.
@NullMarked
package org.tutortimes.desktop.store;

import org.jspecify.annotations.NullMarked;
