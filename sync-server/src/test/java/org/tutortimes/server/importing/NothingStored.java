package org.tutortimes.server.importing;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tutortimes.server.importformat.ImportList;
import org.tutortimes.server.importing.ImportPlan.StoredRow;

/// An empty database, for files that are not to get into any.
final class NothingStored implements StoredRows {

    @Override
    public Map<Object, StoredRow> of(ImportList list, Collection<?> ids) {
        return Map.of();
    }

    @Override
    public List<StoredRow> alike(ImportList list, Collection<StoredRow> rows) {
        return List.of();
    }

    @Override
    public Set<Long> usersWithPassword(Collection<Long> ids) {
        return Set.of();
    }
}
