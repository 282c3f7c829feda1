package org.tutortimes.server.importing;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.tutortimes.server.importformat.ImportList;
import org.tutortimes.server.importing.ImportPlan.StoredRow;

/// What the database holds, for an import to compare itself with. Only what an import names is ever
/// looked up: one row costs the same among ten rows as among millions.
interface StoredRows {

    /// The rows with these ids, as far as there are such rows.
    Map<Object, StoredRow> of(ImportList list, Collection<?> ids);

    /// The ids of the users who have these names, by name.
    Map<Object, Object> ownersOf(Collection<?> usernames);

    /// Which of these users have a password already.
    Set<Long> usersWithPassword(Collection<Long> ids);
}
