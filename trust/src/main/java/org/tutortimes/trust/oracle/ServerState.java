package org.tutortimes.trust.oracle;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/// The server's stored events, and whether its sessions are what they mean.
public final class ServerState {
    private final Map<String, Stored> events = new HashMap<>();
    private final Map<String, SessionFigures> rows = new TreeMap<>();
    private final Map<String, List<NaiveSession.Span>> segments = new HashMap<>();

    /// An event as the server has it.
    public record Stored(Recorded event, long user, String heldCode) {
        public boolean inForce() {
            return heldCode.isEmpty();
        }
    }

    public static ServerState read(Connection disk) {
        ServerState state = new ServerState();
        try (Statement statement = disk.createStatement()) {
            state.readEvents(statement);
            state.readSessions(statement);
            state.readSegments(statement);
            return state;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public Map<String, Stored> events() {
        return events;
    }

    private void readEvents(Statement statement) throws SQLException {
        try (ResultSet row =
                statement.executeQuery("SELECT id, user_id, body, held_code FROM timer_events")) {
            while (row.next()) {
                String held = row.getString(4);
                events.put(
                        row.getString(1),
                        new Stored(
                                Recorded.of(row.getString(3)),
                                row.getLong(2),
                                held == null ? "" : held));
            }
        }
    }

    private void readSessions(Statement statement) throws SQLException {
        try (ResultSet row =
                statement.executeQuery(
                        """
                        SELECT id, status, start_time, COALESCE(end_time, -1), duration_seconds,
                            counted_ms, recorded_ms, COALESCE(open_since, -1),
                            deleted_at IS NOT NULL, unit_role_id,
                            CASE WHEN task_id IS NULL THEN 'task_definition_id ' || task_definition_id
                                ELSE 'task_id ' || task_id END,
                            COALESCE(submissions, -1), flags
                        FROM tutor_times
                        """)) {
            while (row.next()) {
                rows.put(
                        row.getString(1),
                        new SessionFigures(
                                row.getString(2),
                                row.getLong(3),
                                row.getLong(4),
                                row.getLong(5),
                                row.getLong(6),
                                row.getLong(7),
                                row.getLong(8),
                                row.getBoolean(9),
                                row.getLong(10),
                                row.getString(11),
                                row.getLong(12),
                                flags(row.getString(13))));
            }
        }
    }

    private static Set<String> flags(String text) {
        return text.isEmpty() ? Set.of() : new TreeSet<>(List.of(text.split(",")));
    }

    private void readSegments(Statement statement) throws SQLException {
        try (ResultSet row =
                statement.executeQuery(
                        """
                        SELECT session_id, start_time, end_time FROM tutor_time_segments
                        ORDER BY session_id, start_time, end_time
                        """)) {
            while (row.next()) {
                segments.computeIfAbsent(row.getString(1), _ -> new ArrayList<>())
                        .add(new NaiveSession.Span(row.getLong(2), row.getLong(3)));
            }
        }
    }

    /// The sessions by their unit roles, worked out from the events in force.
    public Collection<NaiveUnitRole> replayed() {
        return NaiveUnitRole.all(
                events.values().stream().filter(Stored::inForce).map(Stored::event).toList());
    }

    /// Whether each stored session is what its events mean.
    public void compare(BiConsumer<String, String> violated) {
        int sessions = 0;
        for (NaiveUnitRole role : replayed()) {
            for (NaiveSession session : role.sessions()) {
                sessions++;
                SessionFigures expected = SessionFigures.of(role, session);
                SessionFigures stored = rows.get(session.id());
                if (!expected.equals(stored)) {
                    violated.accept(
                            "what is stored is what the events mean",
                            "session %s\n  is %s\n  and ought to be %s"
                                    .formatted(session.id(), stored, expected));
                }
                if (!session.spans().equals(segments.getOrDefault(session.id(), List.of()))) {
                    violated.accept(
                            "what is stored is what the events mean",
                            "segments of %s\n  are %s\n  and ought to be %s"
                                    .formatted(
                                            session.id(),
                                            segments.get(session.id()),
                                            session.spans()));
                }
            }
        }
        if (sessions != rows.size()) {
            violated.accept(
                    "what is stored is what the events mean",
                    "%d sessions are stored, and %d begun".formatted(rows.size(), sessions));
        }
    }
}
