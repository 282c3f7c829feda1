/// The languages of the pages, and how each says what the pages say.
@NullMarked
package org.tutortimes.server.language;

import org.jspecify.annotations.NullMarked;
