package org.tutortimes.server.importing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tutortimes.server.importformat.Column;
import org.tutortimes.server.importformat.ImportFault;
import org.tutortimes.server.importformat.ImportList;
import org.tutortimes.server.importing.ImportPlan.StoredRow;
import org.tutortimes.server.importing.ImportRules.JudgedRow;

/// What there is only once: a user name, in whatever letter case, a user's role of a kind in a
/// unit, and a student's project in a unit. Of two rows that are the same in this the later one is
/// at fault, unless it was so already: what is stored twice from earlier times keeps no import
/// away.
final class OnlyOnce {

    private final StoredRows stored;
    private final Consumer<ImportFault> faults;

    OnlyOnce(StoredRows stored, Consumer<ImportFault> faults) {
        this.stored = stored;
        this.faults = faults;
    }

    /// Judges the rows of a list. Rows may swap what there is only once.
    ///
    /// @param before what is stored under the ids of these rows
    void check(ImportList list, List<JudgedRow> judged, Map<Object, StoredRow> before) {
        if (!hasSuch(list)) {
            return;
        }
        Map<Object, StoredRow> holders = new HashMap<>();
        for (StoredRow row : stored.alike(list, rows(judged))) {
            if (!before.containsKey(row.id())) {
                claim(list, row, holders);
            }
        }
        Set<Object> kept = new HashSet<>();
        for (JudgedRow row : judged) {
            if (row.id() != null && keeps(list, row.stored(), before.get(row.id()))) {
                kept.add(row.id());
                claim(list, row.stored(), holders);
            }
        }
        for (JudgedRow row : judged) {
            if (row.id() == null
                    || kept.contains(row.id())
                    || moves(list, row.stored(), before.get(row.id()))) {
                continue;
            }
            StoredRow holder = claim(list, row.stored(), holders);
            if (holder != null && !holder.id().equals(row.id())) {
                faults.accept(fault(list, row, holder));
            }
        }
    }

    private static List<StoredRow> rows(List<JudgedRow> judged) {
        return judged.stream().filter(row -> row.id() != null).map(JudgedRow::stored).toList();
    }

    private static boolean keeps(ImportList list, StoredRow row, @Nullable StoredRow before) {
        Object key = key(list, row);
        return key != null && before != null && key.equals(key(list, before));
    }

    /// Whether it changes what must stay, which is a fault of its own: of the rest nothing follows.
    private static boolean moves(ImportList list, StoredRow row, @Nullable StoredRow before) {
        return before != null
                && list.columns().stream()
                        .filter(Column::fixed)
                        .map(Column::name)
                        .anyMatch(column ->
                                !Objects.equals(
                                        row.value(list, column), before.value(list, column)));
    }

    /// @return who has it already
    private static @Nullable StoredRow claim(
            ImportList list, StoredRow row, Map<Object, StoredRow> holders) {
        Object key = key(list, row);
        return key == null ? null : holders.putIfAbsent(key, row);
    }

    private static boolean hasSuch(ImportList list) {
        return switch (list) {
            case USERS, UNIT_ROLES, PROJECTS -> true;
            case UNITS, TASK_DEFINITIONS, TASKS, TUTORIALS, CLASSES -> false;
        };
    }

    /// What no other row may have; null where it cannot be told.
    private static @Nullable Object key(ImportList list, StoredRow row) {
        return switch (list) {
            case USERS -> {
                Object name = row.value(list, "username");
                yield name == null ? null : name.toString().toLowerCase(Locale.ROOT);
            }
            case UNIT_ROLES -> key(list, row, "unit_id", "user_id", "role");
            case PROJECTS -> key(list, row, "unit_id", "user_id");
            case UNITS, TASK_DEFINITIONS, TASKS, TUTORIALS, CLASSES -> null;
        };
    }

    private static @Nullable Object key(ImportList list, StoredRow row, String... columns) {
        StringBuilder key = new StringBuilder();
        for (String column : columns) {
            Object value = row.value(list, column);
            if (value == null) {
                return null;
            }
            key.append(value).append(' ');
        }
        return key.toString();
    }

    private static ImportFault fault(ImportList list, JudgedRow row, StoredRow holder) {
        boolean isRole = list == ImportList.UNIT_ROLES;
        String column = list == ImportList.USERS ? "username" : isRole ? "role" : "user_id";
        Object value = row.stored().value(list, column);
        String told =
                switch (list) {
                    case USERS ->
                            (String.valueOf(value).equals(holder.value(list, column))
                                            ? "which is "
                                            : "which is but for the case of its letters ")
                                    + "the name of user "
                                    + holder.id();
                    case UNIT_ROLES ->
                            "which is unit role %s of user %s in unit %s already"
                                    .formatted(
                                            holder.id(),
                                            holder.value(list, "user_id"),
                                            holder.value(list, "unit_id"));
                    case PROJECTS ->
                            "who has project %s in unit %s already"
                                    .formatted(holder.id(), holder.value(list, "unit_id"));
                    case UNITS, TASK_DEFINITIONS, TASKS, TUTORIALS, CLASSES ->
                            throw new IllegalArgumentException(list.table());
                };
        return row.row().fault(list.stored(column), "is " + value + ", " + told);
    }
}
