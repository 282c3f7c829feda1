package org.tutortimes.server.database;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tutortimes.model.wire.Json;
import org.tutortimes.server.TestDatabase;

/// Asks a database how it would run a statement, and finds the scans of large tables.
///
/// Walking an index from its beginning is no scan where the statement takes a limited number of
/// rows in the order of that index.
record Plans(TestDatabase kind, Connection connection) {

    private static final Set<String> LARGE =
            Set.of(
                    "users",
                    "projects",
                    "tasks",
                    "tutor_times",
                    "tutor_time_segments",
                    "timer_events",
                    "audit_log",
                    "marking_sessions",
                    "session_activities",
                    "auth_tokens",
                    "classes",
                    "class_sessions",
                    "attempts");

    /// Indexes of the few rows that are not completed, held, or of administrators and those who are
    /// deactivated: to walk all of one is no scan.
    private static final Set<String> OF_FEW_ROWS =
            Set.of(
                    "index_tutor_times_one_active",
                    "index_tutor_times_paused",
                    "index_tutor_times_unfinished",
                    "index_tutor_times_on_open_since",
                    "index_timer_events_on_held_code",
                    "index_users_admins",
                    "index_users_inactive");

    private static final Pattern TABLE =
            Pattern.compile(
                    "\\b(%s)\\b(?:\\s+(?:AS\\s+)?(\\w+))?".formatted(String.join("|", LARGE)));

    private static final Pattern READS_ALL_ON_SQLITE =
            Pattern.compile(
                    "^(?:SCAN (\\w+)|SEARCH (\\w+) USING (?:AUTOMATIC|INDEX"
                            + " index_tutor_times_on_status \\(status=\\?\\)))");

    /// On SQLite no index knows who is enrolled in a class: whoever looks for a student's classes
    /// looks at all of them.
    private static final String BY_STUDENT = "json_each(c.student_ids)";

    private static final String NAMED_PART = "^(CO-ROUTINE|MATERIALIZE) ";

    private static final Pattern PLACE = Pattern.compile("\\?");

    /// Whether a statement reads or changes rows.
    static boolean looksUp(String sql) {
        return sql.strip()
                .toUpperCase(Locale.ROOT)
                .matches("(?s)(SELECT|WITH|UPDATE|DELETE|INSERT).*");
    }

    /// The large tables that a statement would read from end to end.
    List<String> scans(String sql) {
        try (Statement statement = connection.createStatement()) {
            return kind == TestDatabase.SQLITE
                    ? scansOnSqlite(statement, sql)
                    : scansOnPostgresql(statement, sql);
        } catch (SQLException | JacksonException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static List<String> scansOnSqlite(Statement statement, String sql) throws SQLException {
        List<Step> steps = new ArrayList<>();
        try (ResultSet plan = statement.executeQuery("EXPLAIN QUERY PLAN " + sql)) {
            while (plan.next()) {
                steps.add(new Step(plan.getInt("parent"), plan.getString("detail")));
            }
        }
        Map<String, String> tables = tablesByAlias(sql);
        // A part of the statement that has a name is no table, whatever else has that name.
        steps.forEach(step -> tables.remove(step.detail().replaceFirst(NAMED_PART, "")));
        if (sql.contains(BY_STUDENT)) {
            tables.remove("c", "classes");
        }
        List<String> scans = new ArrayList<>();
        for (Step step : steps) {
            Matcher scan = READS_ALL_ON_SQLITE.matcher(step.detail());
            if (scan.find()) {
                // An index that is made for the one statement takes a scan to make, and nearly all
                // sessions have the same status.
                boolean inVain = scan.group(1) == null;
                String table = tables.get(inVain ? scan.group(2) : scan.group(1));
                boolean inOrder =
                        sql.contains("LIMIT")
                                && step.detail().contains("INDEX")
                                && steps.stream().noneMatch(step::isSortedBy);
                if (table != null && (inVain || !inOrder)) {
                    scans.add(step.detail() + " (" + table + ")");
                }
            }
        }
        return scans;
    }

    /// A line of SQLite's plan.
    private record Step(int parent, String detail) {

        boolean isSortedBy(Step other) {
            return other.parent == parent && other.detail.startsWith("USE TEMP B-TREE FOR");
        }
    }

    private static Map<String, String> tablesByAlias(String sql) {
        Map<String, String> tables = new HashMap<>();
        Matcher table = TABLE.matcher(sql);
        while (table.find()) {
            tables.put(table.group(1), table.group(1));
            if (table.group(2) != null) {
                tables.put(table.group(2), table.group(1));
            }
        }
        return tables;
    }

    private static List<String> scansOnPostgresql(Statement statement, String sql)
            throws SQLException, JacksonException {
        int[] number = {0};
        String numbered = PLACE.matcher(sql).replaceAll(_ -> "\\$" + ++number[0]);
        List<String> scans = new ArrayList<>();
        try (ResultSet plan =
                statement.executeQuery("EXPLAIN (GENERIC_PLAN, FORMAT JSON) " + numbered)) {
            plan.next();
            findScans(Json.tree(plan.getString(1)).at("/0/Plan"), false, scans);
        }
        return scans;
    }

    private static void findScans(JsonNode node, boolean limited, List<String> scans) {
        String type = node.path("Node Type").asText();
        String table = node.path("Relation Name").asText();
        boolean whole = type.contains("Scan") && !node.has("Index Cond");
        boolean bitmap = type.equals("Bitmap Heap Scan");
        boolean small = OF_FEW_ROWS.contains(node.path("Index Name").asText());
        boolean inOrder = limited && type.startsWith("Index");
        if (whole && !bitmap && !small && !inOrder && LARGE.contains(table)) {
            scans.add(type + " (" + table + ")");
        }
        boolean goesOn =
                type.equals("Limit")
                        || (limited && (type.equals("Nested Loop") || type.equals("LockRows")));
        node.path("Plans").forEach(below -> findScans(below, goesOn, scans));
    }
}
