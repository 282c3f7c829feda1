/// Whether the desktop and the server keep their word together, while everything around them fails.
@NullMarked
package org.tutortimes.trust;

import org.jspecify.annotations.NullMarked;
