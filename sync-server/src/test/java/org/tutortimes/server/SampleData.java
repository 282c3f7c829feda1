package org.tutortimes.server;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.tutortimes.server.database.Database;

/// Two units with their people. Tia and Tom are tutors of unit 10, Cora is its convenor, Tia is a
/// tutor of unit 11 too, Ada is an administrator, Sam is a student.
public final class SampleData {

    public static final long TIA = 1;
    public static final long TOM = 2;
    public static final long CORA = 3;
    public static final long ADA = 4;
    public static final long SAM = 50;

    public static final long UNIT = 10;
    public static final long OTHER_UNIT = 11;
    public static final long TIAS_ROLE = 100;
    public static final long TOMS_ROLE = 101;
    public static final long TIAS_OTHER_ROLE = 110;
    public static final long TIAS_LOST_ROLE = 120;
    public static final long TASK = 9000;
    public static final long TASK_OF_OTHER_UNIT = 9100;
    public static final long PILE = 500;

    private static final List<String> STATEMENTS =
            List.of(
                    """
                    INSERT INTO users (id, username, name, system_role) VALUES
                        (1, 'tia', 'Tia Tutor', 'none'), (2, 'tom', 'Tom Tutor', 'none'),
                        (3, 'cora', 'Cora Convenor', 'none'), (4, 'ada', 'Ada Admin', 'admin'),
                        (50, 'sam', 'Sam Student', 'none')
                    """,
                    """
                    INSERT INTO units (id, code, name, zone, start_date, changed_in) VALUES
                        (10, 'SIT221', 'Data Structures', 'Australia/Melbourne', '2026-07-13', 1),
                        (11, 'SIT232', 'Objects', 'Australia/Melbourne', NULL, 1),
                        (12, 'SIT111', 'Systems', 'Australia/Melbourne', NULL, 1)
                    """,
                    """
                    INSERT INTO unit_roles (id, unit_id, user_id, role, active, changed_in) VALUES
                        (100, 10, 1, 'tutor', 1, 1), (101, 10, 2, 'tutor', 1, 1),
                        (102, 10, 3, 'convenor', 1, 1), (110, 11, 1, 'tutor', 1, 1),
                        (120, 12, 1, 'tutor', 0, 1)
                    """,
                    """
                    INSERT INTO projects (id, unit_id, user_id, changed_in) VALUES
                        (1000, 10, 50, 1), (1001, 11, 50, 1), (1002, 12, 50, 1)
                    """,
                    """
                    INSERT INTO task_definitions (id, unit_id, abbreviation, name, changed_in) VALUES
                        (500, 10, '1.1P', 'Arrays', 1), (510, 11, '1.1P', 'Classes', 1),
                        (520, 12, '1.1P', 'Boots', 1)
                    """,
                    """
                    INSERT INTO tasks (id, project_id, task_definition_id, status, changed_in)
                    VALUES (9000, 1000, 500, 'ready_for_feedback', 1),
                        (9100, 1001, 510, 'ready_for_feedback', 1),
                        (9200, 1002, 520, 'ready_for_feedback', 1)
                    """,
                    "UPDATE server_identity SET reference_revision = 1");

    private SampleData() {}

    /// Writes the sample, and a token for each of its people, which is their user name.
    public static void load(Database database) {
        database.write(handle -> {
            STATEMENTS.forEach(handle::execute);
            addTokens(handle);
            return handle;
        });
    }

    /// Signs everybody of the sample in.
    public static void addTokens(Handle handle) {
        for (String name : List.of("tia", "tom", "cora", "ada", "sam")) {
            addToken(handle, name);
        }
    }

    /// Signs a user in with a token that is their user name.
    public static void addToken(Handle handle, String username) {
        handle.execute(
                """
                INSERT INTO auth_tokens (id, token_hash, user_id, device, remember,
                    created_at, last_used_at, expires_at)
                SELECT ?, ?, id, 'test', 1, 0, 4102444800000, 4102444800000
                FROM users WHERE username = ?
                """,
                "token-of-" + username,
                sha256(username),
                username);
    }

    /// A token as it is stored.
    public static String sha256(String text) {
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
