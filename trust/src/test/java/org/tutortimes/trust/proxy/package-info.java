/// The real desktop core and the real server, with a network between them that fails.
@NullMarked
package org.tutortimes.trust.proxy;

import org.jspecify.annotations.NullMarked;
