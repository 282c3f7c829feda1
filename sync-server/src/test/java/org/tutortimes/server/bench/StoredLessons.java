package org.tutortimes.server.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.tutortimes.model.wire.Json;
import org.tutortimes.server.SampleData;

/// Class sessions in progress with everybody of the class in them, put straight into the tables of
/// a new database; each student is signed in, and one more who is only there to come and go.
///
/// @param sessions how many
/// @param students in each, beside the one who comes and goes
public record StoredLessons(int sessions, int students) {

    private static final long TEACHER = 1;
    private static final long FIRST_STUDENT = 1_000;
    private static final Duration ROOM = Duration.ofDays(30_000);

    UUID session(int number) {
        return new UUID(0x019aa3c2_0000_7000L, 0x8000_0000_0000_0000L | number);
    }

    long student(int session, int number) {
        return FIRST_STUDENT + session * (students + 1L) + number;
    }

    /// The one of a session who comes and goes.
    long probe(int session) {
        return student(session, students);
    }

    static String token(long userId) {
        return "user" + userId;
    }

    static String teachersToken() {
        return token(TEACHER);
    }

    /// Fills a database that has tables and nothing else, while nobody serves it, and lets it count
    /// how often who is there is written.
    void fill(String address) throws SQLException {
        try (Connection connection = DriverManager.getConnection(address)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(
                        """
                        INSERT INTO units (id, code, name, zone, changed_in)
                        VALUES (10, 'SIT221', 'Data Structures', 'Australia/Melbourne', 1)
                        """);
                statement.execute("CREATE TABLE bench_writes (id INTEGER PRIMARY KEY)");
                statement.execute(
                        """
                        CREATE TRIGGER bench_count AFTER UPDATE OF participants ON class_sessions
                        BEGIN INSERT INTO bench_writes (id) VALUES (NULL); END
                        """);
            }
            connection.setAutoCommit(false);
            fill(connection);
            connection.commit();
        }
    }

    private void fill(Connection connection) throws SQLException {
        try (Rows users = new Rows(connection, "users (id, username, name)");
                Rows tokens =
                        new Rows(
                                connection,
                                "auth_tokens (id, token_hash, user_id, device, remember,"
                                        + " created_at, last_used_at, expires_at)",
                                users);
                Rows roles =
                        new Rows(
                                connection,
                                "unit_roles (id, unit_id, user_id, role, changed_in)",
                                users);
                Rows classes =
                        new Rows(
                                connection,
                                "classes (id, unit_id, name, teacher_id, student_ids)",
                                users);
                Rows held =
                        new Rows(
                                connection,
                                "class_sessions (id, class_id, created_by, title, status,"
                                        + " scheduled_at, started_at, created_at, passages,"
                                        + " participants)",
                                classes)) {
            user(users, tokens, TEACHER);
            roles.add(1L, 10L, TEACHER, "tutor", 1L);
            for (int number = 0; number < sessions; number++) {
                addSession(number, users, tokens, classes, held);
            }
        }
    }

    private void addSession(int number, Rows users, Rows tokens, Rows classes, Rows held)
            throws SQLException {
        for (int student = 0; student <= students; student++) {
            user(users, tokens, student(number, student));
        }
        long now = Instant.now().toEpochMilli();
        String id = session(number).toString();
        classes.add(id, 10L, "Class " + number, TEACHER, "[" + ids(number, ",", "%d") + "]");
        held.add(
                id,
                id,
                TEACHER,
                "Reading",
                "IN_PROGRESS",
                now,
                now,
                now,
                "[{\"id\":\"1\",\"text\":\"%s\"}]".formatted("Something to read. ".repeat(100)),
                "[" + ids(number, ",", participant(Json.text(Instant.now()))) + "]");
    }

    private static String participant(String now) {
        return "{\"student_id\":%d,\"attempt_id\":null,\"joined_at\":\""
                + now
                + "\",\"connection_status\":\"CONNECTED\",\"last_activity\":\""
                + now
                + "\"}";
    }

    private String ids(int session, String between, String format) {
        return LongStream.rangeClosed(0, students)
                .mapToObj(student -> format.formatted(student(session, (int) student)))
                .collect(Collectors.joining(between));
    }

    private static void user(Rows users, Rows tokens, long id) throws SQLException {
        users.add(id, "user" + id, "Person " + id);
        long now = Instant.now().toEpochMilli();
        tokens.add(
                "token" + id,
                SampleData.sha256(token(id)),
                id,
                "load",
                1,
                now,
                now,
                now + ROOM.toMillis());
    }

    /// How often who is there has been written.
    static long writes(String address) throws SQLException {
        try (Connection connection = DriverManager.getConnection(address);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM bench_writes")) {
            row.next();
            return row.getLong(1);
        }
    }
}
