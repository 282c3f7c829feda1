/// Who is signed in on this computer.
@NullMarked
package org.tutortimes.desktop.account;

import org.jspecify.annotations.NullMarked;
