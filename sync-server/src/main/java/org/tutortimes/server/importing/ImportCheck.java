package org.tutortimes.server.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tutortimes.server.importing.ImportPlan.ListPlan;
import org.tutortimes.server.importing.ImportPlan.StoredRow;
import org.tutortimes.server.importing.ImportRow.Cell;
import org.tutortimes.server.importing.ImportRules.JudgedRow;

/// Compares what the files hold with what is stored, and gathers every fault on the way. Writes
/// nothing.
final class ImportCheck {

    private final ImportContent content;
    private final StoredRows stored;
    private final KnownRows known;
    private final ImportRules rules;
    private final List<ImportFault> faults = new ArrayList<>();
    private final Map<Long, String> passwords = new HashMap<>();
    private final Set<Long> renamed = new HashSet<>();

    private ImportCheck(ImportContent content, StoredRows stored) {
        this.content = content;
        this.stored = stored;
        this.known = new KnownRows(stored);
        this.rules = new ImportRules(known, content::isComplete, faults::add);
        this.faults.addAll(content.faults());
    }

    static ImportPlan plan(ImportContent content, StoredRows stored) {
        return new ImportCheck(content, stored).plan();
    }

    private ImportPlan plan() {
        List<ListPlan> plans = new ArrayList<>();
        for (ImportList list : ImportList.values()) {
            if (!content.rows(list).isEmpty()) {
                plans.add(plan(list));
            }
        }
        faults.sort(ImportFault.BY_PLACE);
        return new ImportPlan(
                List.copyOf(plans),
                Map.copyOf(passwords),
                Set.copyOf(renamed),
                List.copyOf(faults));
    }

    private ListPlan plan(ImportList list) {
        Map<Object, StoredRow> before = Map.copyOf(known.of(list));
        List<JudgedRow> judged = new ArrayList<>();
        for (ImportRow row : content.rows(list)) {
            Object id = read(row, list.id()).orElse(null);
            judged.add(new JudgedRow(row, id, values(row, id == null ? null : before.get(id))));
        }
        List<JudgedRow> accepted = firstOfEachId(list, judged);
        for (JudgedRow row : accepted) {
            known.put(list, stored(row));
        }
        judged.forEach(rules::check);
        if (list == ImportList.USERS) {
            rules.checkUsernames(judged);
        }
        return compared(list, before, accepted);
    }

    private List<JudgedRow> firstOfEachId(ImportList list, List<JudgedRow> judged) {
        Map<Object, ImportRow> rowById = new HashMap<>();
        List<JudgedRow> first = new ArrayList<>();
        for (JudgedRow row : judged) {
            if (row.id() == null) {
                continue;
            }
            ImportRow earlier = rowById.putIfAbsent(row.id(), row.row());
            if (earlier == null) {
                first.add(row);
            } else {
                faults.add(
                        row.row()
                                .fault(
                                        list.id(),
                                        "is "
                                                + row.id()
                                                + ", as on line "
                                                + earlier.line()
                                                + " already"));
            }
        }
        return first;
    }

    /// Which rows are new, and which differ from what is stored.
    private ListPlan compared(
            ImportList list, Map<Object, StoredRow> before, List<JudgedRow> accepted) {
        List<StoredRow> added = new ArrayList<>();
        List<StoredRow> changed = new ArrayList<>();
        int unchanged = 0;
        for (JudgedRow row : accepted) {
            StoredRow after = stored(row);
            StoredRow existing = before.get(after.id());
            boolean firstPassword =
                    list == ImportList.USERS && takesPassword(row.row(), after.id());
            if (existing == null) {
                added.add(after);
            } else if (!existing.values().equals(after.values()) || firstPassword) {
                changed.add(after);
                noteRenaming(list, existing, after);
            } else {
                unchanged++;
            }
        }
        return new ListPlan(list, List.copyOf(added), List.copyOf(changed), unchanged);
    }

    private static StoredRow stored(JudgedRow row) {
        return new StoredRow(Objects.requireNonNull(row.id()), row.values());
    }

    /// Every value of the row: from the file, or as stored, or what a new row gets.
    private List<@Nullable Object> values(ImportRow row, @Nullable StoredRow existing) {
        List<Column> columns = row.list().columns();
        List<@Nullable Object> values = new ArrayList<>(columns.size());
        for (int position = 0; position < columns.size(); position++) {
            Column column = columns.get(position);
            Object kept = existing == null ? column.fallback() : existing.values().get(position);
            Object value = value(row, column, existing, kept);
            if (column.fixed() && existing != null && kept != null && !kept.equals(value)) {
                faults.add(
                        row.fault(
                                column, "is " + kept + " and stays so: recorded time hangs on it"));
            }
            values.add(value);
        }
        return values;
    }

    private @Nullable Object value(
            ImportRow row, Column column, @Nullable StoredRow existing, @Nullable Object kept) {
        Cell cell = row.cell(column);
        if (cell == null && (existing != null || !column.required())) {
            return kept;
        }
        if (cell != null && cell.text() == null && !cell.told() && !column.required()) {
            return column.mayBeNull() ? null : kept;
        }
        return read(row, column).orElse(kept);
    }

    /// A value that must be there and be of its kind.
    private Optional<Object> read(ImportRow row, Column column) {
        Cell cell = row.cell(column);
        if (cell != null && cell.told()) {
            return Optional.empty();
        }
        String text = cell == null ? null : cell.text();
        if (text == null) {
            faults.add(row.fault(column, "must be given"));
            return Optional.empty();
        }
        Optional<Object> value = column.kind().read(text);
        if (value.isEmpty()) {
            faults.add(row.fault(column, "must be " + column.kind().wanted()));
        }
        return value;
    }

    private boolean takesPassword(ImportRow row, Object id) {
        Cell cell = row.cell(ImportList.PASSWORD);
        if (cell == null || cell.text() == null || !(id instanceof Long userId)) {
            return false;
        }
        Optional<Object> password = read(row, ImportList.PASSWORD);
        if (password.isEmpty() || stored.usersWithPassword().contains(userId)) {
            return false;
        }
        passwords.put(userId, cell.text());
        return true;
    }

    private void noteRenaming(ImportList list, StoredRow existing, StoredRow after) {
        if (list == ImportList.USERS
                && after.id() instanceof Long userId
                && !existing.values().equals(after.values())) {
            renamed.add(userId);
        }
    }
}
