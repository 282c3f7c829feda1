/// The board of a class session: who is there and how far they are, for those who run it.
@NullMarked
package org.tutortimes.server.board;

import org.jspecify.annotations.NullMarked;
