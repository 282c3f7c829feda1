package org.tutortimes.server.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.tutortimes.server.TestPostgres;

/// A PostgreSQL whose commits reach the disk, as on a server that matters. Tests have one without
/// that, which would make every write look cheap.
final class DurablePostgres implements AutoCloseable {

    private final EmbeddedPostgres server;
    private int count;

    DurablePostgres(Path folder) throws IOException {
        TestPostgres.endWithThisProcess(folder);
        this.server =
                EmbeddedPostgres.builder()
                        .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
                        .setDataDirectory(folder.resolve("data"))
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .setServerConfig("shared_buffers", "128MB")
                        .start();
    }

    /// The address of a new database without tables.
    String newDatabase() throws SQLException {
        count++;
        String name = "bench_" + count;
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        return server.getJdbcUrl("postgres", name);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
