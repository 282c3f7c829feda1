package org.tutortimes.trust.known;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.tutortimes.server.ServerConfig;
import org.tutortimes.server.Wiring;
import org.tutortimes.server.account.Passwords;
import org.tutortimes.server.check.Check;
import org.tutortimes.server.database.Circumstances;
import org.tutortimes.server.events.EventInbox;
import org.tutortimes.server.events.UnitChanges;
import org.tutortimes.server.importing.Editor;
import org.tutortimes.server.importing.Import;
import org.tutortimes.server.importing.ImportResult;

/// The real server with one unit in it, of which Tia is a tutor.
final class UnitServer implements AutoCloseable {
    static final String PASSWORD = "the right one";

    private static final String UNIT =
            """
            {"users": [{"id": 1, "username": "tia", "name": "Tia", "password": "the right one"}],
             "units": [{"id": 10, "code": "SIT221", "name": "Data Structures",
                        "zone": "Australia/Melbourne", "start_date": "2026-07-13"}],
             "unit_roles": [{"id": 100, "unit_id": 10, "user_id": 1, "role": "tutor"}],
             "task_definitions": [
                 {"id": 500, "unit_id": 10, "abbreviation": "1.1P", "name": "Sorting"}]}
            """;

    private final Wiring wiring;

    /// A session as it is stored; no end where it has none.
    record Session(String status, Instant start, Instant end, long seconds, String flags) {}

    UnitServer(Path folder, Clock clock) throws IOException {
        String database = "jdbc:sqlite:" + folder.resolve("server.db");
        this.wiring =
                Wiring.of(
                        new ServerConfig("127.0.0.1", 0, folder, database),
                        clock,
                        Circumstances.ORDINARY);
        Import importer =
                new Import(
                        wiring.database(),
                        new Passwords(),
                        new EventInbox(wiring.database(), new UnitChanges()),
                        clock);
        InputStream unit = new ByteArrayInputStream(UNIT.getBytes(StandardCharsets.UTF_8));
        if (!(importer.run("unit.json", unit, Editor.OPERATOR) instanceof ImportResult.Imported)) {
            throw new IllegalStateException("the unit has faults");
        }
        wiring.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + wiring.port());
    }

    /// All sessions by their start.
    List<Session> sessions() {
        return wiring.database()
                .read(handle ->
                        handle.createQuery(
                                        """
                                        SELECT status, start_time, COALESCE(end_time, 0),
                                            duration_seconds, flags
                                        FROM tutor_times ORDER BY start_time
                                        """)
                                .map((row, _) ->
                                        new Session(
                                                row.getString(1),
                                                Instant.ofEpochMilli(row.getLong(2)),
                                                Instant.ofEpochMilli(row.getLong(3)),
                                                row.getLong(4),
                                                String.valueOf(row.getString(5))))
                                .list());
    }

    long events() {
        return number("SELECT COUNT(*) FROM timer_events");
    }

    long unitTotal() {
        return number("SELECT total_tutor_time FROM units WHERE id = 10");
    }

    private long number(String sql) {
        return wiring.database().read(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    /// What is wrong with what is stored.
    List<String> failures() {
        return new Check(wiring.database()).failures();
    }

    @Override
    public void close() {
        wiring.close();
    }
}
