/// How fast and how small the desktop is, beside the least that its work could cost.
@NullMarked
package org.tutortimes.desktop.bench;

import org.jspecify.annotations.NullMarked;
