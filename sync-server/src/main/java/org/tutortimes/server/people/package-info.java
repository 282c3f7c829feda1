/// The page of a unit's people: who has which role in it, for those who decide on it.
@NullMarked
package org.tutortimes.server.people;

import org.jspecify.annotations.NullMarked;
