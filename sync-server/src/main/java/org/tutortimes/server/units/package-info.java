/// Units as their members see them over the API, and the roles that people hold in them.
@NullMarked
package org.tutortimes.server.units;

import org.jspecify.annotations.NullMarked;
