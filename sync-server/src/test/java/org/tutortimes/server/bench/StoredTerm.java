package org.tutortimes.server.bench;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Random;
import java.util.UUID;
import org.tutortimes.model.timer.MarkingTarget;

/// A hundred units of twenty tutors after a term: as many completed sessions as are wanted, with
/// their segments and events, put straight into the tables as the server would have left them.
///
/// @param sessions of all units together
public record StoredTerm(int sessions) {

    static final int UNITS = 100;
    static final LocalDate FIRST_DAY = LocalDate.of(2026, 7, 13);
    static final LocalDate LAST_DAY = LocalDate.of(2026, 10, 25);

    private static final ZoneId ZONE = ZoneId.of("Australia/Melbourne");
    private static final int TUTORS = 20;
    private static final int STUDENTS = 100;
    private static final int DEFINITIONS = 10;
    private static final int DAYS = 100;

    /// Beyond all ids of the tutors whom the load plays.
    private static final long FIRST_ID = 10_000_000;

    private static final long FIRST_CONVENOR = FIRST_ID + 1_000_000;

    /// Students come before tutors, so that whoever walks users up to a tutor meets them all.
    private static final long FIRST_STUDENT = FIRST_ID / 2;

    private static final long LEAST_MILLIS = 120_000;

    static StoredTerm ofAMillion() {
        return new StoredTerm(1_000_000);
    }

    /// The sign-in of a unit's convenor.
    public static String tokenOfConvenor(int unit) {
        return "convenor-of-the-benchmark-" + unit;
    }

    public static long unitId(int unit) {
        return FIRST_ID + unit;
    }

    /// Fills a database that the server has made, while nobody serves it.
    public void fill(String address) throws SQLException {
        boolean ofPostgres = address.startsWith("jdbc:postgresql:");
        String fast = ofPostgres ? address + "&reWriteBatchedInserts=true" : address;
        try (Connection connection = DriverManager.getConnection(fast);
                Statement statement = connection.createStatement()) {
            if (!ofPostgres) {
                // Nobody depends on these rows yet, and they come in no order that a small cache
                // likes.
                statement.execute("PRAGMA synchronous = OFF");
                statement.execute("PRAGMA cache_size = -1000000");
            }
            connection.setAutoCommit(false);
            addAll(connection);
            connection.setAutoCommit(true);
            if (ofPostgres) {
                // As its own housekeeping does by and by.
                statement.execute("VACUUM ANALYZE");
            }
        }
    }

    private void addAll(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "UPDATE server_identity SET reference_revision = 1"
                            + " WHERE reference_revision = 0");
        }
        for (int unit = 0; unit < UNITS; unit++) {
            addUnit(connection, unit);
            for (int tutor = unit * TUTORS; tutor < (unit + 1) * TUTORS; tutor++) {
                addMarking(connection, unit, tutor);
            }
            connection.commit();
        }
    }

    private void addUnit(Connection connection, int unit) throws SQLException {
        try (Rows units =
                        new Rows(
                                connection,
                                "units (id, code, name, zone, start_date, changed_in)");
                Rows definitions =
                        new Rows(
                                connection,
                                "task_definitions (id, unit_id, abbreviation, name, changed_in)",
                                units)) {
            units.add(
                    unitId(unit),
                    "TERM" + unit,
                    "Unit " + unit,
                    ZONE.getId(),
                    FIRST_DAY.toString(),
                    1L);
            for (int number = 0; number < DEFINITIONS; number++) {
                definitions.add(definition(unit, number), unitId(unit), number + ".1P", "Task", 1L);
            }
        }
        addTeachers(connection, unit);
        addStudents(connection, unit);
    }

    private void addTeachers(Connection connection, int unit) throws SQLException {
        try (Rows users = new Rows(connection, "users (id, username, name, event_revision)");
                Rows roles =
                        new Rows(
                                connection,
                                "unit_roles (id, unit_id, user_id, role, changed_in)",
                                users);
                Rows tokens =
                        new Rows(
                                connection,
                                "auth_tokens (id, token_hash, user_id, device, remember,"
                                        + " created_at, last_used_at, expires_at)",
                                users)) {
            long convenor = FIRST_CONVENOR + unit;
            users.add(convenor, "term-convenor" + unit, "Convenor " + unit, 0L);
            roles.add(convenor, unitId(unit), convenor, "convenor", 1L);
            for (int tutor = unit * TUTORS; tutor < (unit + 1) * TUTORS; tutor++) {
                long id = FIRST_ID + tutor;
                users.add(id, "term-tutor" + tutor, "Tutor " + tutor, 2L * sessionsOf());
                roles.add(id, unitId(unit), id, "tutor", 1L);
            }
            long now = System.currentTimeMillis();
            String hash = sha256(tokenOfConvenor(unit));
            tokens.add("token-" + unit, hash, convenor, "bench", 1L, now, now, 2 * now);
        }
    }

    private static void addStudents(Connection connection, int unit) throws SQLException {
        try (Rows users = new Rows(connection, "users (id, username, name)");
                Rows projects =
                        new Rows(connection, "projects (id, unit_id, user_id, changed_in)", users);
                Rows tasks =
                        new Rows(
                                connection,
                                "tasks (id, project_id, task_definition_id, status, changed_in)",
                                projects)) {
            for (int student = unit * STUDENTS; student < (unit + 1) * STUDENTS; student++) {
                long id = FIRST_STUDENT + student;
                users.add(id, "term-student" + student, "Student " + student);
                projects.add(id, unitId(unit), id, 1L);
                for (int number = 0; number < DEFINITIONS; number++) {
                    tasks.add(task(student, number), id, definition(unit, number), "complete", 1L);
                }
            }
        }
    }

    private int sessionsOf() {
        return sessions / (UNITS * TUTORS);
    }

    private void addMarking(Connection connection, int unit, int tutor) throws SQLException {
        Random random = new Random(tutor);
        UUID device = new UUID(FIRST_ID, tutor);
        int each = Math.max(1, sessionsOf() / DAYS);
        long longest = 4 * 3_600_000L / each;
        long reached = 0;
        try (SessionRows rows = new SessionRows(connection)) {
            for (int number = 0; number < sessionsOf(); number++) {
                if (number % each == 0) {
                    // Tutors have other work by day: now and then a session passes midnight.
                    reached = evening(number / each) + random.nextLong(5_400_000);
                }
                long start = reached;
                long end = start + LEAST_MILLIS + random.nextLong(longest);
                reached = end + random.nextLong(longest / 8);
                int student = unit * STUDENTS + random.nextInt(STUDENTS);
                int definition = random.nextInt(DEFINITIONS);
                MarkingTarget target =
                        random.nextInt(10) == 0
                                ? new MarkingTarget.Pile(definition(unit, definition))
                                : new MarkingTarget.OneTask(task(student, definition));
                rows.add(
                        new SessionRows.Stored(
                                new UUID(random.nextLong(), random.nextLong()),
                                device,
                                FIRST_ID + tutor,
                                unitId(unit),
                                target,
                                start,
                                end,
                                number));
            }
        }
    }

    private static long evening(int day) {
        return FIRST_DAY.plusDays(day).atTime(19, 0).atZone(ZONE).toInstant().toEpochMilli();
    }

    private static long definition(int unit, int number) {
        return FIRST_ID + (long) unit * DEFINITIONS + number;
    }

    private static long task(int student, int number) {
        return FIRST_ID + (long) student * DEFINITIONS + number;
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
