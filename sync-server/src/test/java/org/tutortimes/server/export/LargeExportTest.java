package org.tutortimes.server.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.tutortimes.model.wire.Json;
import org.tutortimes.server.OnBothDatabases;
import org.tutortimes.server.TestDatabase;

/// A unit with more sessions than are read at once, and clients that do not take all of it.
@OnBothDatabases
class LargeExportTest {

    private static final int SESSIONS = 20_001;

    /// More than there are reads at once.
    private static final int STUCK = 8;

    @Parameter private TestDatabase kind;
    @TempDir Path folder;
    private ExportedUnit unit;

    @BeforeEach
    void start() {
        unit = ExportedUnit.on(kind, folder);
        fill();
    }

    @AfterEach
    void stop() {
        unit.close();
    }

    /// In no order, with four at each start, so that pages end between sessions that began
    /// together.
    private void fill() {
        String numbers =
                """
                WITH RECURSIVE numbers (n) AS
                    (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < %d)
                """
                        .formatted(SESSIONS);
        String id = "'019aa3c2-0000-7000-8000-' || substr(CAST(1000000000000 + n AS TEXT), 2)";
        String start = "1785715200000 + ((n * 7919) %% 5000) * 60000".replace("%%", "%");
        unit.change(
                numbers
                        + """
                        INSERT INTO tutor_times (id, user_id, unit_id, unit_role_id, task_id, status,
                            start_time, end_time, duration_seconds, counted_ms, recorded_ms,
                            latest_event_at, created_at, updated_at)
                        SELECT %s, 1 + n %% 2, 10, 100 + n %% 2, 9000, 'completed', %s,
                            %s + 1000 * (n %% 50 + 1), n %% 50 + 1, 1000 * (n %% 50 + 1),
                            1000 * (n %% 50 + 1), 0, 0, 0
                        FROM numbers
                        """
                                .formatted(id, start, start));
        unit.change(
                """
                INSERT INTO tutor_time_segments
                    (session_id, ordinal, unit_role_id, start_time, end_time, counted_ms)
                SELECT id, 0, unit_role_id, start_time, end_time, counted_ms FROM tutor_times
                """);
    }

    @Test
    void everySessionIsInEveryFileOnceAndInOrder() throws Exception {
        List<String> ids =
                unit.server()
                        .database()
                        .read(handle ->
                                handle.createQuery(
                                                "SELECT id FROM tutor_times"
                                                        + " ORDER BY start_time, id")
                                        .mapTo(String.class)
                                        .list());
        assertThat(ids).hasSize(SESSIONS);
        JsonNode json = Json.tree(unit.text("cora", "json"));
        assertThat(json.get("sessions").valueStream().map(session -> session.get("id").asText()))
                .containsExactlyElementsOf(ids);
        assertThat(json.get("sessions").valueStream().map(session -> session.get("segments")))
                .allMatch(segments -> segments.size() == 1);
        assertThat(json.get("total_seconds").asLong()).isEqualTo(unit.totalTutorTime());
        assertThat(unit.text("cora", "csv").lines().skip(1).map(line -> line.substring(0, 36)))
                .containsExactlyElementsOf(ids);
        assertThat(
                        unit.text("cora", "ics")
                                .lines()
                                .filter(line -> line.startsWith("UID:"))
                                .map(line -> line.substring(4)))
                .containsExactlyElementsOf(ids);
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(new ByteArrayInputStream(unit.file("cora", "xlsx")))) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows.stream().skip(1).map(row -> row.getCell(0).asString()))
                    .containsExactlyElementsOf(ids);
        }
    }

    @Test
    void tutorsOwnFileHasAllOfTheirsOverManyPages() {
        List<String> lines = unit.text("tia", "csv").lines().skip(1).toList();
        assertThat(lines).hasSize(SESSIONS / 2).allMatch(line -> line.contains(",Tia Tutor,1,"));
        assertThat(lines.stream().distinct()).hasSameSizeAs(lines);
    }

    @Test
    void clientsThatDoNotReadKeepNobodyFromReading() throws Exception {
        List<Socket> stuck = new ArrayList<>();
        try {
            for (int count = 0; count < STUCK; count++) {
                stuck.add(begun());
            }
            assertThat(unit.server().get("cora", "/api/units/10/totals").status()).isEqualTo(200);
            await().untilAsserted(() -> assertThat(openReads()).isZero());
        } finally {
            for (Socket socket : stuck) {
                socket.close();
            }
        }
        await().untilAsserted(() -> assertThat(openReads()).isZero());
        assertThat(unit.server().get("cora", "/api/units/10").status()).isEqualTo(200);
    }

    @Test
    void fileThatCannotBeReadToItsEndDoesNotLookWhole() throws Exception {
        try (Socket client = begun()) {
            kind.byHand(folder, "ALTER TABLE task_definitions RENAME TO lost");
            InputStream rest = client.getInputStream();
            String text = new String(rest.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text)
                    .contains("\"segments\"")
                    .doesNotContain("total_seconds", "internal_error")
                    // How an answer ends that was sent in chunks.
                    .doesNotEndWith("0\r\n\r\n");
        }
    }

    /// Asks for a large file, reads how it begins, and then nothing more for now.
    private Socket begun() throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(1_024);
        socket.connect(
                new InetSocketAddress(
                        InetAddress.getLoopbackAddress(),
                        URI.create(unit.server().address()).getPort()),
                5_000);
        socket.getOutputStream()
                .write(
                        """
                        GET /api/units/10/export.json HTTP/1.1\r
                        Host: localhost\r
                        Authorization: Bearer cora\r
                        Connection: close\r
                        \r
                        """
                                .getBytes(StandardCharsets.UTF_8));
        String head = new String(socket.getInputStream().readNBytes(15), StandardCharsets.UTF_8);
        assertThat(head).isEqualTo("HTTP/1.1 200 OK");
        return socket;
    }

    /// How many reads keep the database from clearing up; on SQLite, whether there are any.
    private int openReads() throws SQLException {
        String sql =
                kind == TestDatabase.SQLITE
                        ? "PRAGMA wal_checkpoint(TRUNCATE)"
                        : """
                        SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database()
                            AND state LIKE 'idle in transaction%'
                        """;
        try (Connection connection = DriverManager.getConnection(kind.address(folder));
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getInt(1);
        }
    }
}
