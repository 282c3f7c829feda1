package org.tutortimes.server.admin;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The conditions of a list's query, as its filters ask for them.
final class Where {

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    /// Adds a condition with a mark for each value.
    Where and(String condition, Object... marked) {
        conditions.add(condition);
        values.addAll(List.of(marked));
        return this;
    }

    /// Adds a condition for a value that is given.
    Where andIf(@Nullable Object value, String condition) {
        return value == null ? this : and(condition, value);
    }

    String sql() {
        return conditions.isEmpty() ? "" : "WHERE " + String.join(" AND ", conditions) + "\n";
    }

    /// The values of the marks, and after them these.
    Object[] values(Object... further) {
        List<Object> all = new ArrayList<>(values);
        all.addAll(List.of(further));
        return all.toArray();
    }
}
