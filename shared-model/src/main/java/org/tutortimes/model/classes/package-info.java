/// Live classes: how a class session goes on, who is connected, what an attempt may hold.
@NullMarked
package org.tutortimes.model.classes;

import org.jspecify.annotations.NullMarked;
