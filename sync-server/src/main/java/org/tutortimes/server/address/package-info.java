/// The addresses of those who are observed: kept as something that can only be compared, and sealed
/// for administrators who look into the sharing of accounts; both for a limited time.
@NullMarked
package org.tutortimes.server.address;

import org.jspecify.annotations.NullMarked;
