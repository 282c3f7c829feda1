package org.tutortimes.server.totals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.report.CellSize;
import org.tutortimes.server.report.CompletedSession.Work;
import org.tutortimes.server.report.CutTime;
import org.tutortimes.server.report.CutTime.Portion;
import org.tutortimes.server.report.Scope;
import org.tutortimes.server.report.Sums;
import org.tutortimes.server.request.Period;

/// Adds up the completed time of a unit.
public final class Totals {

    /// More than anybody reads, and than a person's browser should be sent.
    public static final int MOST_ROWS = 10_000;

    /// What is asked for.
    ///
    /// @param by at most two, of which at most one is of time; none for everything in one row
    public record Asked(List<Dimension> by, Period period) {
        public Asked {
            by = List.copyOf(by);
        }

        private boolean withWork() {
            return by.stream().anyMatch(Dimension::isOfWork);
        }

        private CellSize cellSize() {
            return by.stream()
                    .filter(Dimension::isOfTime)
                    .map(Dimension::cellSize)
                    .findFirst()
                    .orElse(CellSize.ALL_TIME);
        }
    }

    /// What the API answers.
    ///
    /// @param to the end, which is not in the period any more
    /// @param totalSeconds the sum of the rows
    /// @param rows each with the chosen dimensions under their names, `seconds`, `sessions` and
    ///   `submissions`
    public record Answer(
            long unitId,
            @Nullable Instant from,
            @Nullable Instant to,
            String timezone,
            long totalSeconds,
            List<Map<String, @Nullable Object>> rows) {
        public Answer {
            rows = List.copyOf(rows);
        }
    }

    /// The same for people: each row with the headings of its dimensions.
    ///
    /// @param totalSeconds the sum of the rows
    public record Table(List<Row> rows, long totalSeconds) {
        public Table {
            rows = List.copyOf(rows);
        }
    }

    /// A row of a table.
    public record Row(List<Heading> headings, long seconds, long sessions, long submissions) {
        public Row {
            headings = List.copyOf(headings);
        }
    }

    private final Database database;

    public Totals(Database database) {
        this.database = database;
    }

    /// The totals of a scope, which the caller may see.
    ///
    /// @throws Refused where there would be too many rows
    public Answer read(Scope scope, Asked asked) {
        return database.read(handle -> answer(handle, scope, asked));
    }

    /// The totals of a scope as a table, which the caller may see.
    ///
    /// @throws Refused where there would be too many rows
    public Table table(Scope scope, Asked asked) {
        return database.read(handle -> {
            Map<List<Key>, Sums> sums = sums(handle, scope, asked);
            List<Labels> labels = labels(handle, scope.unitId(), asked.by(), sums);
            List<Row> rows =
                    sums.keySet().stream()
                            .sorted(Labels.order(labels))
                            .map(keys ->
                                    tableRow(keys, labels, Objects.requireNonNull(sums.get(keys))))
                            .toList();
            return new Table(rows, rows.stream().mapToLong(Row::seconds).sum());
        });
    }

    private static Row tableRow(List<Key> keys, List<Labels> labels, Sums sums) {
        List<Heading> headings = new ArrayList<>();
        for (int place = 0; place < keys.size(); place++) {
            headings.add(labels.get(place).heading(keys.get(place)));
        }
        return new Row(headings, sums.seconds(), sums.sessions(), sums.submissions());
    }

    private static Map<List<Key>, Sums> sums(Handle handle, Scope scope, Asked asked) {
        Map<List<Key>, Sums> sums = new HashMap<>();
        if (asked.by().isEmpty()) {
            sums.put(List.of(), new Sums());
        }
        for (Portion portion : portions(handle, scope, asked)) {
            List<Key> keys = asked.by().stream().map(dimension -> key(dimension, portion)).toList();
            sums.computeIfAbsent(keys, _ -> new Sums()).add(portion);
        }
        if (sums.size() > MOST_ROWS) {
            throw new Refused(
                    new Refusal.AgainstRule(
                            "There would be more than %d rows. Ask for a shorter period, or by less."
                                    .formatted(MOST_ROWS),
                            "too_many_rows"));
        }
        return sums;
    }

    private static Answer answer(Handle handle, Scope scope, Asked asked) {
        Map<List<Key>, Sums> sums = sums(handle, scope, asked);
        return new Answer(
                scope.unitId(),
                asked.period().from(),
                asked.period().to(),
                asked.period().zone().getId(),
                sums.values().stream().mapToLong(Sums::seconds).sum(),
                rows(handle, scope.unitId(), asked.by(), sums));
    }

    private static List<Portion> portions(Handle handle, Scope scope, Asked asked) {
        return asked.withWork()
                ? CutTime.readWithWork(handle, scope, asked.period(), asked.cellSize())
                : CutTime.read(handle, scope, asked.period(), asked.cellSize());
    }

    private static Key key(Dimension dimension, Portion portion) {
        return switch (dimension) {
            case TUTOR -> new Key.OfRow(portion.session().unitRoleId());
            case TASK -> new Key.OfRow(work(portion).taskDefinitionId());
            case STUDENT -> {
                Long student = work(portion).studentId();
                yield student == null ? new Key.OfNobody() : new Key.OfRow(student);
            }
            case DAY, WEEK, MONTH -> new Key.OfTime(portion.cell());
        };
    }

    private static Work work(Portion portion) {
        return Objects.requireNonNull(portion.session().work());
    }

    private static List<Map<String, @Nullable Object>> rows(
            Handle handle, long unitId, List<Dimension> by, Map<List<Key>, Sums> sums) {
        List<Labels> labels = labels(handle, unitId, by, sums);
        return sums.keySet().stream()
                .sorted(Labels.order(labels))
                .map(keys -> row(keys, labels, Objects.requireNonNull(sums.get(keys))))
                .toList();
    }

    private static List<Labels> labels(
            Handle handle, long unitId, List<Dimension> by, Map<List<Key>, Sums> sums) {
        List<Labels> labels = new ArrayList<>();
        for (int place = 0; place < by.size(); place++) {
            int chosen = place;
            labels.add(
                    Labels.of(
                            handle,
                            unitId,
                            by.get(place),
                            sums.keySet().stream().map(keys -> keys.get(chosen)).toList()));
        }
        return labels;
    }

    private static Map<String, @Nullable Object> row(
            List<Key> keys, List<Labels> labels, Sums sums) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int place = 0; place < keys.size(); place++) {
            Labels chosen = labels.get(place);
            row.put(chosen.dimension().apiName(), chosen.of(keys.get(place)).shown());
        }
        row.put("seconds", sums.seconds());
        row.put("sessions", sums.sessions());
        row.put("submissions", sums.submissions());
        return row;
    }
}
