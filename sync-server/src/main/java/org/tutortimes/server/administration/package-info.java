/// The pages of administrators: everybody who is known to the server, and the settings of units.
@NullMarked
package org.tutortimes.server.administration;

import org.jspecify.annotations.NullMarked;
