package org.tutortimes.server.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.classes.ClassLimits;
import org.tutortimes.server.importformat.Column;
import org.tutortimes.server.importformat.ColumnKind;
import org.tutortimes.server.importformat.ImportFault;
import org.tutortimes.server.importformat.ImportList;
import org.tutortimes.server.importformat.ImportRow;
import org.tutortimes.server.importing.ImportPlan.StoredRow;

/// What must hold between the rows of an import, and between them and the stored ones.
final class ImportRules {

    /// A row of the files and what it says.
    ///
    /// @param id null where it has none that can be read
    /// @param values in the order of the list's columns; null also where one cannot be read
    record JudgedRow(ImportRow row, @Nullable Object id, List<@Nullable Object> values) {

        /// As it would be stored; only for a row that has an id.
        StoredRow stored() {
            return new StoredRow(Objects.requireNonNull(id), values);
        }
    }

    private final KnownRows known;
    private final Predicate<ImportList> allKnown;
    private final Consumer<ImportFault> faults;

    /// @param allKnown whether a list could be read to its end, so that an absent id is unknown
    ImportRules(KnownRows known, Predicate<ImportList> allKnown, Consumer<ImportFault> faults) {
        this.known = known;
        this.allKnown = allKnown;
        this.faults = faults;
    }

    /// Judges the rows of a list once all rows of it and of those before it are known.
    void check(ImportList list, List<JudgedRow> judged) {
        askForReferences(list, judged);
        judged.forEach(this::check);
    }

    private void askForReferences(ImportList list, List<JudgedRow> judged) {
        for (Column column : list.columns()) {
            ImportList target = column.refersTo();
            if (target != null) {
                known.ask(target, valuesOf(judged, column.name()));
            }
        }
        if (list == ImportList.CLASSES) {
            known.ask(
                    ImportList.USERS,
                    valuesOf(judged, "student_ids").stream()
                            .flatMap(ids -> ColumnKind.ids(ids.toString()).stream())
                            .toList());
        }
    }

    private static List<Object> valuesOf(List<JudgedRow> judged, String column) {
        List<Object> values = new ArrayList<>();
        for (JudgedRow row : judged) {
            Object value = value(row.row(), row.values(), column);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    private void check(JudgedRow judged) {
        ImportRow row = judged.row();
        List<@Nullable Object> values = judged.values();
        ImportList list = row.list();
        for (Column column : list.columns()) {
            ImportList target = column.refersTo();
            Object id = values.get(list.position(column.name()));
            if (target != null && id != null && isUnknown(target, id)) {
                faults.accept(row.fault(column, noSuch(id, target)));
            }
        }
        switch (list) {
            case UNITS -> checkDates(row, values);
            case TASKS -> checkTask(row, values);
            case TUTORIALS -> checkTutorial(row, values);
            case CLASSES -> {
                checkStudents(row, values);
                checkMeeting(row, values);
            }
            case USERS, UNIT_ROLES, PROJECTS, TASK_DEFINITIONS -> {}
        }
    }

    private void checkDates(ImportRow row, List<@Nullable Object> values) {
        Object start = value(row, values, "start_date");
        Object end = value(row, values, "end_date");
        // ISO dates of years with four digits sort as text.
        if (start != null && end != null && end.toString().compareTo(start.toString()) < 0) {
            faults.accept(fault(row, "end_date", "must not be before start_date"));
        }
    }

    private void checkTask(ImportRow row, List<@Nullable Object> values) {
        Optional<Object> unit =
                known.value(ImportList.PROJECTS, value(row, values, "project_id"), "unit_id");
        Optional<Object> other =
                known.value(
                        ImportList.TASK_DEFINITIONS,
                        value(row, values, "task_definition_id"),
                        "unit_id");
        if (unit.isPresent() && other.isPresent() && !unit.equals(other)) {
            faults.accept(
                    fault(
                            row,
                            "task_definition_id",
                            "belongs to unit "
                                    + other.get()
                                    + ", its project to unit "
                                    + unit.get()));
        }
    }

    private void checkTutorial(ImportRow row, List<@Nullable Object> values) {
        Object unit = value(row, values, "unit_id");
        Optional<Object> other =
                known.value(ImportList.UNIT_ROLES, value(row, values, "unit_role_id"), "unit_id");
        if (unit != null && other.isPresent() && !other.get().equals(unit)) {
            faults.accept(
                    fault(
                            row,
                            "unit_role_id",
                            "belongs to unit " + other.get() + ", the tutorial to unit " + unit));
        }
    }

    private void checkStudents(ImportRow row, List<@Nullable Object> values) {
        Object students = value(row, values, "student_ids");
        if (students == null) {
            return;
        }
        List<Long> ids = ColumnKind.ids(students.toString());
        if (ids.size() > ClassLimits.MOST_STUDENTS) {
            faults.accept(
                    fault(
                            row,
                            "student_ids",
                            "must be at most " + ClassLimits.MOST_STUDENTS + " students"));
            return;
        }
        for (Long student : ids) {
            if (isUnknown(ImportList.USERS, student)) {
                faults.accept(fault(row, "student_ids", noSuch(student, ImportList.USERS)));
            }
        }
    }

    private void checkMeeting(ImportRow row, List<@Nullable Object> values) {
        boolean hasDay = value(row, values, "weekday") != null;
        if (hasDay != (value(row, values, "meeting_time") != null)) {
            faults.accept(
                    fault(
                            row,
                            hasDay ? "meeting_time" : "weekday",
                            "must be given where the other of weekday and meeting_time is"));
        }
    }

    private boolean isUnknown(ImportList list, Object id) {
        return allKnown.test(list) && !known.has(list, id);
    }

    private static @Nullable Object value(
            ImportRow row, List<@Nullable Object> values, String column) {
        return values.get(row.list().position(column));
    }

    private static ImportFault fault(ImportRow row, String column, String message) {
        return row.fault(row.list().stored(column), message);
    }

    private static String noSuch(Object id, ImportList list) {
        return "is " + id + ", which is no id in " + list.table();
    }
}
