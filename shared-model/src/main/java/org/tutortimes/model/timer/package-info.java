/// Timer events, the words that they are made of, and the steps that a timer may take.
@NullMarked
package org.tutortimes.model.timer;

import org.jspecify.annotations.NullMarked;
