package org.tutortimes.server.importing;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tutortimes.server.importformat.ImportList;
import org.tutortimes.server.importing.ImportPlan.StoredRow;

/// The rows as they would be after the import: what is stored, with what it brings laid over. Only
/// rows that somebody has asked for are known, and each is looked up once.
final class KnownRows {

    private final StoredRows stored;
    private final Map<ImportList, Map<Object, StoredRow>> rows = new EnumMap<>(ImportList.class);
    private final Map<ImportList, Set<Object>> asked = new EnumMap<>(ImportList.class);

    KnownRows(StoredRows stored) {
        this.stored = stored;
    }

    /// Looks up rows, so that they are known from now on.
    void ask(ImportList list, Collection<?> ids) {
        Set<Object> before = asked.computeIfAbsent(list, _ -> new HashSet<>());
        Set<Object> fresh = new HashSet<>(ids);
        fresh.removeAll(before);
        before.addAll(fresh);
        if (!fresh.isEmpty()) {
            of(list).putAll(stored.of(list, fresh));
        }
    }

    void put(ImportList list, StoredRow row) {
        of(list).put(row.id(), row);
    }

    /// The rows of a list that are known at this moment.
    Map<Object, StoredRow> copyOf(ImportList list) {
        return Map.copyOf(of(list));
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

    private Map<Object, StoredRow> of(ImportList list) {
        return rows.computeIfAbsent(list, _ -> new HashMap<>());
    }
}
