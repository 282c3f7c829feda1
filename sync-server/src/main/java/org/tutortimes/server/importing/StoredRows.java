package org.tutortimes.server.importing;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tutortimes.server.importformat.ImportList;
import org.tutortimes.server.importing.ImportPlan.StoredRow;

/// What the database holds, for an import to compare itself with. Only what an import names is ever
/// looked up: one row costs the same among ten rows as among millions.
interface StoredRows {

    /// The rows with these ids, as far as there are such rows.
    Map<Object, StoredRow> of(ImportList list, Collection<?> ids);

    /// Rows that may be the same as one of these in what there is only once: users whose names
    /// differ from theirs in letter case at most, roles and projects of the same users.
    List<StoredRow> alike(ImportList list, Collection<StoredRow> rows);

    /// Which of these users have a password already.
    Set<Long> usersWithPassword(Collection<Long> ids);
}
