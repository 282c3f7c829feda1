package org.tutortimes.server.importformat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tutortimes.server.units.TaskStatus;

/// The lists of an import, each before those that refer to it. A list, its file and its table have
/// the same name.
// Its columns are records that nobody can change; the check cannot see through their readers.
@SuppressWarnings("ImmutableEnumChecker")
public enum ImportList {
    USERS(
            ColumnKind.ID,
            Column.needed("username", ColumnKind.text(100)),
            Column.needed("name", ColumnKind.text(200)),
            Column.optional("email", ColumnKind.text(320)),
            Column.withDefault("system_role", ColumnKind.oneOf("none", "admin"), "none")),
    UNITS(
            ColumnKind.ID,
            Column.needed("code", ColumnKind.text(50)),
            Column.needed("name", ColumnKind.text(200)),
            Column.needed("zone", ColumnKind.ZONE),
            Column.optional("start_date", ColumnKind.DATE),
            Column.optional("end_date", ColumnKind.DATE),
            Column.optional("budget_hours", ColumnKind.wholeNumber(0, 1_000_000)),
            Column.withDefault(
                    "single_action_floor_minutes", ColumnKind.wholeNumber(0, 24 * 60), 5L)),
    UNIT_ROLES(
            ColumnKind.ID,
            Column.reference("unit_id", UNITS).thatStays(),
            Column.reference("user_id", USERS).thatStays(),
            Column.needed("role", ColumnKind.oneOf("tutor", "convenor"))),
    PROJECTS(
            ColumnKind.ID,
            Column.reference("unit_id", UNITS).thatStays(),
            Column.reference("user_id", USERS)),
    TASK_DEFINITIONS(
            ColumnKind.ID,
            Column.reference("unit_id", UNITS).thatStays(),
            Column.needed("abbreviation", ColumnKind.text(50)),
            Column.needed("name", ColumnKind.text(200)),
            Column.optional("target_minutes", ColumnKind.wholeNumber(0, 100_000))),
    TASKS(
            ColumnKind.ID,
            Column.reference("project_id", PROJECTS).thatStays(),
            Column.reference("task_definition_id", TASK_DEFINITIONS).thatStays(),
            Column.withDefault("status", taskStatus(), "not_started")),
    TUTORIALS(
            ColumnKind.ID,
            Column.reference("unit_id", UNITS),
            Column.reference("unit_role_id", UNIT_ROLES),
            Column.needed("stream", ColumnKind.text(200)),
            Column.withDefault("counts", ColumnKind.FLAG, 1L),
            Column.needed("weekday", weekday()),
            Column.needed("meeting_time", ColumnKind.TIME),
            Column.withDefault("duration_minutes", ColumnKind.wholeNumber(1, 24 * 60), 120L),
            Column.optional("zone", ColumnKind.ZONE)),
    CLASSES(
            ColumnKind.UNIQUE_ID,
            Column.reference("unit_id", UNITS),
            Column.reference("teacher_id", USERS),
            Column.needed("name", ColumnKind.text(200)),
            Column.withDefault("student_ids", ColumnKind.IDS, "[]"),
            Column.optional("weekday", weekday()),
            Column.optional("meeting_time", ColumnKind.TIME),
            Column.withDefault("duration_minutes", ColumnKind.wholeNumber(1, 24 * 60), 120L),
            Column.optional("zone", ColumnKind.ZONE),
            Column.withDefault("feedback", ColumnKind.FLAG, 0L));

    /// Given with a user, and kept only where that user has none: no column of the table. What it
    /// must be like is said by `account.PasswordRule`.
    public static final Column PASSWORD = Column.optional("password", ColumnKind.ANY_TEXT);

    private final Column id;
    private final List<Column> columns;

    ImportList(ColumnKind id, Column... columns) {
        this.id = Column.needed("id", id);
        List<Column> all = new ArrayList<>(List.of(columns));
        // A class that is over is archived; all else is active or not.
        all.add(
                id.equals(ColumnKind.UNIQUE_ID)
                        ? Column.withDefault("active", ColumnKind.ARCHIVED_FLAG, "ACTIVE")
                                .storedAs("status")
                        : Column.withDefault("active", ColumnKind.FLAG, 1L));
        this.columns = List.copyOf(all);
    }

    static Optional<ImportList> named(String name) {
        for (ImportList list : values()) {
            if (list.table().equals(name)) {
                return Optional.of(list);
            }
        }
        return Optional.empty();
    }

    /// Its name everywhere.
    public String table() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// One of its rows, in a sentence.
    public String singular() {
        return switch (this) {
            case CLASSES -> "class";
            case USERS, UNITS, UNIT_ROLES, PROJECTS, TASK_DEFINITIONS, TASKS, TUTORIALS ->
                    table().substring(0, name().length() - 1).replace('_', ' ');
        };
    }

    public Column id() {
        return id;
    }

    /// All that is stored, but the id.
    public List<Column> columns() {
        return columns;
    }

    /// The column of this name, the id and a password among them.
    Optional<Column> column(String name) {
        if (name.equals("id")) {
            return Optional.of(id);
        }
        if (this == USERS && name.equals(PASSWORD.name())) {
            return Optional.of(PASSWORD);
        }
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /// Where in [#columns] the column of this name stands.
    public int position(String name) {
        for (int position = 0; position < columns.size(); position++) {
            if (columns.get(position).name().equals(name)) {
                return position;
            }
        }
        throw new IllegalArgumentException(table() + " has no column " + name);
    }

    /// The column of this name, which must be one of [#columns].
    public Column stored(String name) {
        return columns.get(position(name));
    }

    /// Whether timers hold a copy of it and are told which rows changed.
    public boolean isReference() {
        return this != USERS && this != CLASSES;
    }

    private static ColumnKind taskStatus() {
        return ColumnKind.oneOf(TaskStatus.wireNames().toArray(String[]::new));
    }

    private static ColumnKind weekday() {
        return ColumnKind.oneOf(
                "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
    }
}
