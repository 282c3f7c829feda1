package org.tutortimes.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.tutortimes.server.database.Database;

/// The PostgreSQL of this test process: started when the first test wants it, ended with the
/// process, however that ends.
public final class TestPostgres {

    private static final String TEMPLATE = "migrated";

    private static final Map<Path, String> DATABASES = new HashMap<>();
    private static int count;

    /// Starts when it is first looked at.
    private static final class Running {
        private static final EmbeddedPostgres SERVER = start();
    }

    private TestPostgres() {}

    /// The database of a folder: copied from one that is migrated when it is first asked for, and
    /// dropped some time after the folder is gone.
    static synchronized String databaseOf(Path folder) {
        String name = DATABASES.get(folder);
        if (name == null) {
            dropForgotten();
            name = "test_" + ++count;
            execute("CREATE DATABASE %s TEMPLATE %s".formatted(name, TEMPLATE));
            DATABASES.put(folder, name);
        }
        return address(name);
    }

    /// A database without tables.
    ///
    /// @param further such as an encoding
    static synchronized String emptyDatabase(String further) {
        String name = "empty_" + ++count;
        execute("CREATE DATABASE %s %s".formatted(name, further));
        return address(name);
    }

    static String address(String name) {
        return address(Running.SERVER, name);
    }

    private static String address(EmbeddedPostgres server, String name) {
        return server.getJdbcUrl("postgres", name);
    }

    private static void dropForgotten() {
        DATABASES
                .entrySet()
                .removeIf(entry -> {
                    boolean forgotten = Files.notExists(entry.getKey());
                    if (forgotten) {
                        execute("DROP DATABASE %s WITH (FORCE)".formatted(entry.getValue()));
                    }
                    return forgotten;
                });
    }

    private static void execute(String sql) {
        execute(Running.SERVER, sql);
    }

    private static void execute(EmbeddedPostgres server, String sql) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static EmbeddedPostgres start() {
        try {
            Path folder = Files.createTempDirectory("tutor-times-postgres");
            EmbeddedPostgres server =
                    EmbeddedPostgres.builder()
                            .setOverrideWorkingDirectory(folder.toFile())
                            .setDataDirectory(folder.resolve("data"))
                            .setServerConfig("max_connections", "300")
                            // Durability is tested with servers of its own.
                            .setServerConfig("fsync", "off")
                            .setServerConfig("full_page_writes", "off")
                            .setServerConfig("shared_buffers", "128MB")
                            .start();
            endWithThisProcess(folder);
            execute(server, "CREATE DATABASE " + TEMPLATE);
            Database.open(address(server, TEMPLATE)).close();
            leaveAlone(server, TEMPLATE);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A database can be copied only while nobody is connected to it; who has left may take a
    /// moment to be gone.
    private static void leaveAlone(EmbeddedPostgres server, String database) {
        execute(server, "ALTER DATABASE %s WITH ALLOW_CONNECTIONS false".formatted(database));
        execute(
                server,
                """
                SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = '%s'
                """
                        .formatted(database));
    }

    /// Ends the server whose data lie in `data` of a folder, and removes the folder, when this
    /// process ends: it holds the other end of the shell's input, which ends even when it is
    /// killed.
    public static void endWithThisProcess(Path folder) throws IOException {
        if (Files.isExecutable(Path.of("/bin/sh"))) {
            new ProcessBuilder(
                            "/bin/sh",
                            "-c",
                            """
                            trap '' INT TERM HUP
                            cat > /dev/null
                            file="$0/data/postmaster.pid"
                            [ -f "$file" ] && kill -QUIT "$(head -n 1 "$file")"
                            for _ in 1 2 3 4 5 6 7 8 9; do [ -f "$file" ] && sleep 1; done
                            rm -rf "$0"
                            """,
                            folder.toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        }
    }
}
