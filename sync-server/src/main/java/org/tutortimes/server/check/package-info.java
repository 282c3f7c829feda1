/// The proof that what is stored is what the events say.
@NullMarked
package org.tutortimes.server.check;

import org.jspecify.annotations.NullMarked;
