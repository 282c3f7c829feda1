package org.tutortimes.trust.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.tutortimes.desktop.store.LocalDatabase;
import org.tutortimes.server.database.Circumstances;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.database.Sql;

/// Fresh databases with their tables, made once and then copied: most of a migration's time is
/// spent on looking, and a run needs six of them.
public final class Templates {
    private static final List<String> PEOPLE =
            List.of(
                    """
                    INSERT INTO users (id, username, name, system_role) VALUES
                        (1, 'tia', 'Tia Tutor', 'none'), (2, 'tom', 'Tom Tutor', 'none'),
                        (3, 'cora', 'Cora Convenor', 'none'), (4, 'ada', 'Ada Admin', 'admin'),
                        (50, 'sam', 'Sam Student', 'none')
                    """,
                    """
                    INSERT INTO units (id, code, name, zone, changed_in) VALUES
                        (10, 'SIT221', 'Data Structures', 'Australia/Melbourne', 1),
                        (11, 'SIT232', 'Objects', 'Europe/Berlin', 1)
                    """,
                    """
                    INSERT INTO unit_roles (id, unit_id, user_id, role, changed_in) VALUES
                        (100, 10, 1, 'tutor', 1), (101, 10, 2, 'tutor', 1),
                        (102, 10, 3, 'convenor', 1), (110, 11, 1, 'tutor', 1)
                    """,
                    """
                    INSERT INTO projects (id, unit_id, user_id, changed_in) VALUES
                        (1000, 10, 50, 1), (1001, 11, 50, 1)
                    """,
                    """
                    INSERT INTO task_definitions (id, unit_id, abbreviation, name, changed_in)
                    VALUES (500, 10, '1.1P', 'Arrays', 1), (510, 11, '1.1P', 'Classes', 1)
                    """,
                    """
                    INSERT INTO tasks (id, project_id, task_definition_id, status, changed_in)
                    VALUES (9000, 1000, 500, 'ready_for_feedback', 1),
                        (9100, 1001, 510, 'ready_for_feedback', 1)
                    """,
                    """
                    UPDATE server_identity SET reference_revision = 1,
                        device_id = '5e5e5e5e-0000-4000-8000-000000000000'
                    """);

    /// As many desks as a world can have.
    public static final int DESKS = 6;

    private static final byte[] SERVER = made(Templates::makeServer);
    private static final List<byte[]> DESK_FILES = makeDesks();

    private interface Making {
        void in(Path file);
    }

    private Templates() {}

    public static void copyServer(Path file) {
        write(file, SERVER);
    }

    public static void copyDesk(int number, Path file) {
        write(file, DESK_FILES.get(number));
    }

    static UUID deviceId(int number) {
        return new UUID(0xd0d0d0d000004000L, 0x8000000000000000L + number);
    }

    private static void makeServer(Path file) {
        Circumstances here = new Circumstances(connection -> connection, false);
        try (Database database = Database.open("jdbc:sqlite:" + file, here)) {
            database.write(handle -> {
                PEOPLE.forEach(statement -> Sql.update(handle, statement));
                return handle;
            });
        }
    }

    private static List<byte[]> makeDesks() {
        return IntStream.range(0, DESKS)
                .mapToObj(number -> made(file -> makeDesk(number, file)))
                .toList();
    }

    private static void makeDesk(int number, Path file) {
        try (LocalDatabase database = LocalDatabase.open(file, false, Instant.EPOCH)) {
            database.jdbi()
                    .useHandle(handle ->
                            handle.execute("UPDATE device SET device_id = ?", deviceId(number)));
        }
    }

    private static byte[] made(Making making) {
        try {
            Path folder = Files.createTempDirectory("template");
            Path file = folder.resolve("template.db");
            try {
                making.in(file);
                return Files.readAllBytes(file);
            } finally {
                Files.deleteIfExists(file);
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
