/// Users, units and what belongs to them, taken over from files or changed one by one.
@NullMarked
package org.tutortimes.server.importing;

import org.jspecify.annotations.NullMarked;
