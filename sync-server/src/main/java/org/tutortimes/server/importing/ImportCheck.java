package org.tutortimes.server.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tutortimes.server.account.PasswordRule;
import org.tutortimes.server.importformat.Column;
import org.tutortimes.server.importformat.ImportContent;
import org.tutortimes.server.importformat.ImportFault;
import org.tutortimes.server.importformat.ImportList;
import org.tutortimes.server.importformat.ImportRow;
import org.tutortimes.server.importformat.ImportRow.Cell;
import org.tutortimes.server.importing.ImportPlan.ChangedRow;
import org.tutortimes.server.importing.ImportPlan.ListPlan;
import org.tutortimes.server.importing.ImportPlan.StoredRow;
import org.tutortimes.server.importing.ImportRules.JudgedRow;

/// Compares what the files hold with what is stored, and gathers every fault on the way. Writes
/// nothing.
final class ImportCheck {

    private final ImportContent content;
    private final StoredRows stored;
    private final KnownRows known;
    private final ImportRules rules;
    private final OnlyOnce onlyOnce;
    private final List<ImportFault> faults = new ArrayList<>();
    private final Set<String> missing = new HashSet<>();
    private final Map<Long, String> passwords = new HashMap<>();
    private final Set<Long> renamed = new HashSet<>();
    private final Set<Long> units = new HashSet<>();

    private ImportCheck(ImportContent content, StoredRows stored) {
        this.content = content;
        this.stored = stored;
        this.known = new KnownRows(stored);
        this.rules = new ImportRules(known, content::isComplete, faults::add);
        this.onlyOnce = new OnlyOnce(stored, faults::add);
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
                Set.copyOf(units),
                List.copyOf(faults));
    }

    private ListPlan plan(ImportList list) {
        List<ImportRow> rows = content.rows(list);
        List<Optional<Object>> ids = rows.stream().map(row -> read(row, list.id())).toList();
        known.ask(list, ids.stream().flatMap(Optional::stream).toList());
        Map<Object, StoredRow> before = known.copyOf(list);
        List<JudgedRow> judged = new ArrayList<>();
        for (int index = 0; index < rows.size(); index++) {
            ImportRow row = rows.get(index);
            Object id = ids.get(index).orElse(null);
            judged.add(new JudgedRow(row, id, values(row, id == null ? null : before.get(id))));
        }
        List<JudgedRow> accepted = firstOfEachId(list, judged);
        for (JudgedRow row : accepted) {
            known.put(list, row.stored());
        }
        rules.check(list, judged);
        onlyOnce.check(list, judged, before);
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
        Set<Long> takingPassword = list == ImportList.USERS ? takingPassword(accepted) : Set.of();
        List<StoredRow> added = new ArrayList<>();
        List<ChangedRow> changed = new ArrayList<>();
        int unchanged = 0;
        for (JudgedRow row : accepted) {
            StoredRow after = row.stored();
            StoredRow existing = before.get(after.id());
            if (existing == null) {
                added.add(after);
                noteUnit(list, after);
            } else if (!existing.values().equals(after.values())
                    || takingPassword.contains(after.id())) {
                changed.add(new ChangedRow(existing, after));
                noteRenaming(list, existing, after);
                noteUnit(list, after);
            } else {
                unchanged++;
            }
        }
        return new ListPlan(list, List.copyOf(added), List.copyOf(changed), unchanged);
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
        if (cell == null && content.lacks(row, column)) {
            tellMissing(row, column);
            return Optional.empty();
        }
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

    /// A column that the whole file lacks is one fault of the file.
    private void tellMissing(ImportRow row, Column column) {
        if (missing.add(row.file() + " " + column.name())) {
            faults.add(
                    new ImportFault(
                            row.file(),
                            1,
                            row.list().table() + "." + column.name(),
                            "must be among the columns: line " + row.line() + " is a new row"));
        }
    }

    /// Users for whom a password is given, and who have none yet.
    private Set<Long> takingPassword(List<JudgedRow> users) {
        Map<Long, String> given = new HashMap<>();
        for (JudgedRow user : users) {
            Cell cell = user.row().cell(ImportList.PASSWORD);
            if (cell != null && cell.text() != null && user.id() instanceof Long id) {
                given.put(id, cell.text());
            }
        }
        given.keySet().removeAll(stored.usersWithPassword(given.keySet()));
        for (JudgedRow user : users) {
            String password = user.id() instanceof Long id ? given.get(id) : null;
            if (password != null) {
                PasswordRule.fault(
                                String.valueOf(user.stored().value(ImportList.USERS, "username")),
                                password)
                        .ifPresent(
                                fault -> faults.add(user.row().fault(ImportList.PASSWORD, fault)));
            }
        }
        passwords.putAll(given);
        return given.keySet();
    }

    private void noteRenaming(ImportList list, StoredRow existing, StoredRow after) {
        if (list == ImportList.USERS
                && after.id() instanceof Long userId
                && Stream.of("username", "name")
                        .mapToInt(list::position)
                        .anyMatch(at ->
                                !Objects.equals(
                                        existing.values().get(at), after.values().get(at)))) {
            renamed.add(userId);
        }
    }

    private void noteUnit(ImportList list, StoredRow row) {
        Object unit =
                switch (list) {
                    case USERS, CLASSES -> null;
                    case UNITS -> row.id();
                    case UNIT_ROLES, PROJECTS, TASK_DEFINITIONS, TUTORIALS ->
                            row.values().get(list.position("unit_id"));
                    case TASKS ->
                            known.value(
                                            ImportList.PROJECTS,
                                            row.values().get(list.position("project_id")),
                                            "unit_id")
                                    .orElse(null);
                };
        if (unit instanceof Long id) {
            units.add(id);
        }
    }
}
