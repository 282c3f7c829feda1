/// How fast the packaged server is, beside the barest program that could do its work.
@NullMarked
package org.tutortimes.server.bench;

import org.jspecify.annotations.NullMarked;
