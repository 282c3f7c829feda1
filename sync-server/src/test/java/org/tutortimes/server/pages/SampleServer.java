package org.tutortimes.server.pages;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import okhttp3.OkHttpClient;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tutortimes.server.ServerConfig;
import org.tutortimes.server.TestDatabase;
import org.tutortimes.server.Wiring;
import org.tutortimes.server.account.Passwords;
import org.tutortimes.server.live.Topic;

/// A real server on a free port, with two units and a few people in its database.
public final class SampleServer implements AutoCloseable {

    /// Everybody's password.
    public static final String PASSWORD = "correct horse battery";

    public static final ZoneId ZONE = ZoneId.of("Australia/Melbourne");
    public static final long UNIT = 10;
    public static final long EMPTY_UNIT = 11;
    public static final long TIAS_ROLE = 101;
    public static final long TOMS_ROLE = 102;
    public static final long PILE = 500;
    public static final long SAMS_TASK = 9_000;

    /// What everybody's requests go through, so that one can hang up for all of them: a server that
    /// stops waits a while for those who keep a connection.
    private static final OkHttpClient HTTP = new OkHttpClient();

    private final Wiring wiring;

    /// A new server in an empty folder, on SQLite.
    public SampleServer(Path folder) {
        this(TestDatabase.SQLITE, folder);
    }

    /// A new server on the database that belongs to an empty folder.
    public SampleServer(TestDatabase kind, Path folder) {
        this(kind, folder, 0);
        wiring.database().write(SampleServer::fill);
    }

    /// A further server on the same database.
    public static SampleServer besides(TestDatabase kind, Path folder) {
        return new SampleServer(kind, folder, 0);
    }

    private SampleServer(TestDatabase kind, Path folder, int port) {
        wiring =
                Wiring.of(
                        ServerConfig.of(
                                Map.of(
                                        "port", Integer.toString(port),
                                        "data", folder.toString(),
                                        "database", kind.migrated(folder)),
                                Map.of()));
        wiring.start();
    }

    /// The server of this folder again, on the port that it had.
    static SampleServer again(Path folder, int port) {
        return new SampleServer(TestDatabase.SQLITE, folder, port);
    }

    public String address() {
        return "http://127.0.0.1:" + wiring.port();
    }

    public Wiring wiring() {
        return wiring;
    }

    /// Adds a session that has one segment, and tells the live feed as a sync would.
    public void addSession(SampleSession session) {
        wiring.database().write(session::insert);
        wiring.liveFeed().changed(Topic.unit(session.unitId()));
    }

    /// Changes the stored data and tells the live feed.
    public void change(String sql, Object... values) {
        wiring.database().write(handle -> handle.execute(sql, values));
        wiring.liveFeed().changed(Topic.unit(UNIT));
    }

    private static boolean fill(Handle handle) {
        String hash = new Passwords().hash(PASSWORD);
        user(handle, 1, "cora", "Cora Convenor", hash);
        user(handle, 2, "tia", "Tia Tutor", hash);
        user(handle, 3, "tom", "Tom Okafor", hash);
        user(handle, 4, "stella", "Stella Stranger", hash);
        user(handle, 50, "sam", "Sam Lee", null);
        unit(handle, UNIT, "SIT221", "Data Structures and Algorithms", 40L);
        unit(handle, EMPTY_UNIT, "SIT232", "Object-Oriented Development", null);
        role(handle, 100, UNIT, 1, "convenor");
        role(handle, TIAS_ROLE, UNIT, 2, "tutor");
        role(handle, TOMS_ROLE, UNIT, 3, "tutor");
        role(handle, 110, EMPTY_UNIT, 1, "convenor");
        handle.execute(
                "INSERT INTO projects (id, unit_id, user_id, changed_in) VALUES (1000, ?, 50, 0)",
                UNIT);
        handle.execute(
                """
                INSERT INTO task_definitions (id, unit_id, abbreviation, name, changed_in)
                VALUES (?, ?, '1.2C', 'Linked lists', 0)
                """,
                PILE,
                UNIT);
        handle.execute(
                """
                INSERT INTO tasks (id, project_id, task_definition_id, status, changed_in)
                VALUES (?, 1000, ?, 'ready_for_feedback', 0)
                """,
                SAMS_TASK,
                PILE);
        return true;
    }

    private static void user(
            Handle handle, long id, String username, String name, @Nullable String hash) {
        handle.execute(
                "INSERT INTO users (id, username, name, password_hash) VALUES (?, ?, ?, ?)",
                id,
                username,
                name,
                hash);
    }

    private static void unit(
            Handle handle, long id, String code, String name, @Nullable Long budget) {
        handle.execute(
                """
                INSERT INTO units (id, code, name, zone, start_date, budget_hours, changed_in)
                VALUES (?, ?, ?, ?, NULL, ?, 0)
                """,
                id,
                code,
                name,
                ZONE.getId(),
                budget);
    }

    private static void role(Handle handle, long id, long unit, long user, String role) {
        handle.execute(
                """
                INSERT INTO unit_roles (id, unit_id, user_id, role, changed_in)
                VALUES (?, ?, ?, ?, 0)
                """,
                id,
                unit,
                user,
                role);
    }

    /// For another client, such as one that follows no redirect.
    static OkHttpClient.Builder http() {
        return HTTP.newBuilder();
    }

    @Override
    public void close() {
        HTTP.connectionPool().evictAll();
        wiring.close();
    }
}
