package org.tutortimes.server.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tutortimes.model.bench.BenchReport;
import org.tutortimes.model.bench.Row;
import org.tutortimes.model.bench.Target;
import org.tutortimes.server.TestDatabase;

/// What convenors look at, with a million sessions stored, beside a scan of the unit's rows.
@ExtendWith(BenchReport.class)
class ReportBench {

    private static final int WARM_UP = 300;
    private static final int REQUESTS = 400;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final String REFERENCE = "scan of the unit's rows";
    private static final Target TARGET = Target.atMost(100);

    /// The pages that a convenor of a unit opens, by what they are called in the table.
    private static final List<Map.Entry<String, String>> PAGES =
            List.of(
                    Map.entry("unit, four weeks", "/units/%d?period=four-weeks"),
                    Map.entry("calendar", "/units/%d/calendar"),
                    Map.entry(
                            "a week of the calendar",
                            "/units/%%d/calendar/items?start=%1$sT00:00:00&end=%2$sT00:00:00"
                                    .formatted(
                                            StoredTerm.FIRST_DAY.plusWeeks(5),
                                            StoredTerm.FIRST_DAY.plusWeeks(6))),
                    Map.entry(
                            "a year of the calendar",
                            "/units/%%d/calendar/items?detail=days&start=%1$sT00:00:00&end=%2$sT00:00:00"
                                    .formatted(
                                            StoredTerm.FIRST_DAY.minusMonths(6),
                                            StoredTerm.FIRST_DAY.plusMonths(6))),
                    Map.entry("timer sessions", "/units/%d/sessions"),
                    Map.entry("timer sessions by duration", "/units/%d/sessions?sort=duration"),
                    Map.entry("marking sessions", "/units/%d/marking-sessions"),
                    Map.entry("report by task and week", "/units/%d/reports?by=task&and=week"),
                    Map.entry("report by student", "/units/%d/reports?by=student"),
                    Map.entry(
                            "timesheets of two weeks",
                            "/units/%%d/timesheets?from=%s&to=%s"
                                    .formatted(
                                            StoredTerm.FIRST_DAY.plusWeeks(5),
                                            StoredTerm.FIRST_DAY.plusWeeks(7))),
                    Map.entry("timer and activity", "/units/%d/records"),
                    Map.entry("people of a unit", "/units/%d/people"),
                    Map.entry("account", "/account"));

    private static final String REPORT =
            "/api/units/%%d/totals?by=tutor,week&from=%s&to=%s"
                    .formatted(StoredTerm.FIRST_DAY, StoredTerm.LAST_DAY);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /// Something that takes time for one of the units.
    private interface Look {
        void at(int unit) throws Exception;
    }

    @Test
    void figuresOfAUnitOnSqlite() {
        measure("3-report-sqlite", "SQLite", TestDatabase.SQLITE);
    }

    @Test
    void figuresOfAUnitOnPostgresql() {
        measure("3-report-postgresql", "PostgreSQL", TestDatabase.POSTGRESQL);
    }

    private void measure(String key, String database, TestDatabase kind) {
        BenchReport.measure(key, "reports on " + database, () -> rows(key, database, kind));
    }

    private List<Row> rows(String key, String database, TestDatabase kind) throws Exception {
        Path data = BenchReport.workFolder("report");
        String address = kind.address(data);
        StoredTerm term = StoredTerm.ofAMillion();
        String what = "%s, 1 million sessions, %s".formatted("%s", database);
        try (RealServer server = RealServer.of(data, address, term);
                Connection connection = DriverManager.getConnection(address)) {
            Histogram scan = time(unit -> scan(connection, unit));
            List<Row> rows = new ArrayList<>();
            rows.add(row(key + "-a", what.formatted("unit total"), scan, server, "/api/units/%d"));
            rows.add(
                    row(
                                    key + "-b",
                                    what.formatted("report by tutor and week over a term"),
                                    scan,
                                    server,
                                    REPORT)
                            .target(TARGET));
            rows.add(
                    row(key + "-c", what.formatted("convenor's page"), scan, server, "/units/%d")
                            .target(TARGET));
            for (int page = 0; page < PAGES.size(); page++) {
                rows.add(
                        row(
                                        "%s-page-%02d".formatted(key, page + 1),
                                        what.formatted("page: " + PAGES.get(page).getKey()),
                                        scan,
                                        server,
                                        PAGES.get(page).getValue())
                                .target(TARGET));
            }
            return rows;
        }
    }

    private Row row(String key, String what, Histogram scan, RealServer server, String path)
            throws Exception {
        Histogram times = time(unit -> get(server, unit, path));
        return Row.of(key, what + ": p95", millis(times, 95), "ms")
                .against(REFERENCE, millis(scan, 95))
                .note(
                        String.format(
                                Locale.ROOT,
                                "one request after the other, units in turn; p50 %.1f ms,"
                                        + " longest %.0f ms",
                                millis(times, 50),
                                millis(times, 100)));
    }

    private static Histogram time(Look look) throws Exception {
        Histogram times = new Histogram(3);
        for (int count = 0; count < WARM_UP + REQUESTS; count++) {
            int unit = count * 37 % StoredTerm.UNITS;
            long start = System.nanoTime();
            look.at(unit);
            if (count >= WARM_UP) {
                times.recordValue(System.nanoTime() - start);
            }
        }
        return times;
    }

    private void get(RealServer server, int unit, String path)
            throws IOException, InterruptedException {
        String address =
                "http://127.0.0.1:" + server.port() + path.formatted(StoredTerm.unitId(unit));
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address))
                        .header("Authorization", "Bearer " + StoredTerm.tokenOfConvenor(unit))
                        .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(answer.statusCode() + " " + answer.body());
        }
    }

    private static void scan(Connection connection, int unit) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        SELECT SUM(duration_seconds), MAX(updated_at) FROM tutor_times
                        WHERE unit_id = ? AND status || '' = 'completed' AND deleted_at IS NULL
                        """)) {
            statement.setLong(1, StoredTerm.unitId(unit));
            try (ResultSet result = statement.executeQuery()) {
                if (!result.next() || result.getLong(1) <= 0) {
                    throw new IllegalStateException("the unit has no time");
                }
            }
        }
    }

    private static double millis(Histogram times, double percentile) {
        return times.getValueAtPercentile(percentile) / NANOS_PER_MILLI;
    }
}
