package org.tutortimes.server.importing;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tutortimes.server.importing.ImportPlan.StoredRow;

/// The rows as they would be after the import: what is stored, with what it brings laid over. A
/// table is loaded when somebody first asks for it, and once.
final class KnownRows {

    private final StoredRows stored;
    private final Map<ImportList, Map<Object, StoredRow>> rows = new EnumMap<>(ImportList.class);

    KnownRows(StoredRows stored) {
        this.stored = stored;
    }

    Map<Object, StoredRow> of(ImportList list) {
        return rows.computeIfAbsent(list, absent -> new HashMap<>(stored.of(absent)));
    }

    void put(ImportList list, StoredRow row) {
        of(list).put(row.id(), row);
    }

    boolean has(ImportList list, Object id) {
        return of(list).containsKey(id);
    }

    /// A value of a row that may be unknown, or hold none.
    Optional<Object> value(ImportList list, @Nullable Object id, String column) {
        StoredRow row = id == null ? null : of(list).get(id);
        return row == null
                ? Optional.empty()
                : Optional.ofNullable(row.values().get(list.position(column)));
    }
}
