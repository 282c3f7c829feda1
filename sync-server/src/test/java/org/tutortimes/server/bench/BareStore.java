package org.tutortimes.server.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.sqlite.SQLiteConfig;

/// One table and one writer: rows that arrive while it writes go into the next commit together.
final class BareStore {

    /// An id and a text.
    record Entry(String id, String body) {}

    private record Piece(List<Entry> entries, CompletableFuture<Void> durable) {}

    private static final int LARGEST_GROUP = 200;

    private final Connection connection;
    private final BlockingQueue<Piece> waiting = new LinkedBlockingQueue<>();

    BareStore(Path file) throws SQLException {
        SQLiteConfig settings = new SQLiteConfig();
        settings.setJournalMode(SQLiteConfig.JournalMode.WAL);
        settings.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        this.connection = settings.createConnection("jdbc:sqlite:" + file);
        execute("CREATE TABLE entries (id TEXT NOT NULL PRIMARY KEY, body TEXT NOT NULL)");
        Thread.ofPlatform().daemon().name("writer").start(this::loop);
    }

    /// Returns when the rows are durable.
    void insert(List<Entry> entries) {
        CompletableFuture<Void> durable = new CompletableFuture<>();
        waiting.add(new Piece(entries, durable));
        durable.join();
    }

    private void loop() {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO entries (id, body) VALUES (?, ?)")) {
            while (true) {
                write(insert, waiting.take());
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(PreparedStatement insert, Piece first) throws SQLException {
        List<Piece> group = new ArrayList<>(List.of(first));
        waiting.drainTo(group, LARGEST_GROUP - 1);
        execute("BEGIN IMMEDIATE");
        for (Piece piece : group) {
            for (Entry entry : piece.entries()) {
                insert.setString(1, entry.id());
                insert.setString(2, entry.body());
                insert.executeUpdate();
            }
        }
        execute("COMMIT");
        group.forEach(piece -> piece.durable().complete(null));
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
