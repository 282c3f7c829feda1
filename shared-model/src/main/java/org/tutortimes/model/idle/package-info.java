/// When a running timer must be paused because nobody is there.
@NullMarked
package org.tutortimes.model.idle;

import org.jspecify.annotations.NullMarked;
