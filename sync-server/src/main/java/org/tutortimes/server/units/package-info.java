/// Units as their members see them over the API.
@NullMarked
package org.tutortimes.server.units;

import org.jspecify.annotations.NullMarked;
