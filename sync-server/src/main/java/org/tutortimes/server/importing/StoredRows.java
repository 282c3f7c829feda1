package org.tutortimes.server.importing;

import java.util.Map;
import java.util.Set;
import org.tutortimes.server.importing.ImportPlan.StoredRow;

/// What the database holds, for an import to compare itself with.
interface StoredRows {

    /// All rows of a table by id.
    Map<Object, StoredRow> of(ImportList list);

    /// The users who have a password already.
    Set<Long> usersWithPassword();
}
