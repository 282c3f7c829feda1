/// The timer and what was observed, side by side: where they disagree, and how that is put right;
/// and where one account seems to have several users.
@NullMarked
package org.tutortimes.server.reconciliation;

import org.jspecify.annotations.NullMarked;
