package org.tutortimes.trust.oracle;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.tutortimes.trust.oracle.NaiveSession.Span;

/// A desk's journal as it lies on its disk, and whether what is stored of its sessions is what its
/// events mean.
public final class DeskState {
    private final Map<String, Row> rows = new TreeMap<>();
    private final Map<String, StoredSession> sessions = new TreeMap<>();

    /// A row of the journal.
    ///
    /// @param answer `held`, `refused`, or empty
    /// @param code of the answer, or empty
    public record Row(Recorded event, String account, boolean sent, String answer, String code) {
        public boolean waits() {
            return !sent && answer.isEmpty();
        }
    }

    /// What the program keeps of a session, to find it again without reading all events.
    ///
    /// @param until the end of its time, or the end of all times while it runs
    private record StoredSession(
            String account,
            long unitRole,
            String target,
            long start,
            long until,
            long latest,
            boolean unfinished) {}

    public static DeskState read(Connection disk) {
        DeskState state = new DeskState();
        try (Statement statement = disk.createStatement()) {
            state.readJournal(statement);
            state.readSessions(statement);
            return state;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void readJournal(Statement statement) throws SQLException {
        try (ResultSet row =
                statement.executeQuery(
                        """
                        SELECT event_id, body, account_id, sent_at_ms IS NOT NULL,
                            COALESCE(answer, ''), COALESCE(answer_code, '')
                        FROM journal
                        """)) {
            while (row.next()) {
                rows.put(
                        row.getString(1),
                        new Row(
                                Recorded.of(row.getString(2)),
                                row.getString(3),
                                row.getBoolean(4),
                                row.getString(5),
                                row.getString(6)));
            }
        }
    }

    private void readSessions(Statement statement) throws SQLException {
        try (ResultSet row =
                statement.executeQuery(
                        """
                        SELECT session_id, account_id, unit_role_id,
                            CASE WHEN task_id IS NULL THEN 'task_definition_id ' || task_definition_id
                                ELSE 'task_id ' || task_id END,
                            start_ms, until_ms, latest_ms, unfinished
                        FROM sessions
                        """)) {
            while (row.next()) {
                sessions.put(
                        row.getString(1),
                        new StoredSession(
                                row.getString(2),
                                row.getLong(3),
                                row.getString(4),
                                row.getLong(5),
                                row.getLong(6),
                                row.getLong(7),
                                row.getBoolean(8)));
            }
        }
    }

    public Map<String, Row> rows() {
        return rows;
    }

    public List<Row> waiting() {
        return rows.values().stream().filter(Row::waits).toList();
    }

    /// The sessions of an account by their unit roles, worked out from its events.
    public Collection<NaiveUnitRole> replayed(String account) {
        return NaiveUnitRole.all(
                rows.values().stream()
                        .filter(row -> row.account().equals(account))
                        .map(Row::event)
                        .filter(Recorded::isUnderstood)
                        .toList());
    }

    /// Whether each stored session is what its events mean, for all accounts.
    public void compare(BiConsumer<String, String> violated) {
        Map<String, StoredSession> expected = new TreeMap<>();
        rows.values().stream()
                .map(Row::account)
                .distinct()
                .forEach(account ->
                        replayed(account).stream()
                                .flatMap(role -> role.sessions().stream())
                                .forEach(session ->
                                        expected.put(session.id(), expected(account, session))));
        if (!expected.equals(sessions)) {
            violated.accept(
                    "what is stored is what the events mean",
                    "sessions of a desk\n  are %s\n  and ought to be %s"
                            .formatted(sessions, expected));
        }
    }

    private static StoredSession expected(String account, NaiveSession session) {
        long first = session.spans().stream().mapToLong(Span::start).min().orElse(Long.MAX_VALUE);
        long end =
                session.openSince().isPresent()
                        ? Long.MAX_VALUE
                        : session.lastEnd().orElse(session.startedAt());
        return new StoredSession(
                account,
                session.unitRole(),
                session.target(),
                Math.min(first, session.startedAt()),
                end,
                session.latestTime(),
                session.isUnfinished());
    }
}
