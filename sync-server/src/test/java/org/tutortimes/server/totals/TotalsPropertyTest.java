package org.tutortimes.server.totals;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.tutortimes.server.OnBothDatabases;
import org.tutortimes.server.TestDatabase;
import org.tutortimes.server.TestServer;
import org.tutortimes.server.TestServer.Answer;
import org.tutortimes.server.VirtualClock;
import org.tutortimes.server.check.Check;
import org.tutortimes.server.report.CellSize;
import org.tutortimes.server.report.Cells;
import org.tutortimes.server.report.PeriodChoice;
import org.tutortimes.server.report.Scope;
import org.tutortimes.server.report.UnitFigures;
import org.tutortimes.server.report.UnitReport;
import org.tutortimes.server.request.Period;
import org.tutortimes.server.totals.NaiveTotals.Figures;

/// Whatever tutors record: each cell is what the long way round finds.
@OnBothDatabases
class TotalsPropertyTest {

    private static final int HISTORIES = 30;

    private static final List<List<String>> ALL_BY =
            List.of(
                    List.of(),
                    List.of("tutor"),
                    List.of("task"),
                    List.of("student"),
                    List.of("day"),
                    List.of("week"),
                    List.of("month"),
                    List.of("tutor", "task"),
                    List.of("student", "tutor"),
                    List.of("task", "student"),
                    List.of("tutor", "day"),
                    List.of("tutor", "week"),
                    List.of("month", "tutor"),
                    List.of("task", "day"),
                    List.of("week", "task"),
                    List.of("task", "month"),
                    List.of("day", "student"),
                    List.of("student", "week"),
                    List.of("student", "month"));

    @Parameter TestDatabase kind;
    @TempDir Path folder;
    private TestServer server;

    @BeforeEach
    void start() {
        server = TestServer.on(kind, folder, new VirtualClock("2027-02-01T00:00:00Z"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void everyCellIsWhatTheLongWayRoundFinds() {
        forEachHistory((marking, random) -> {
            NaiveTotals naive = marking.naive();
            Period ever = Period.ever(marking.place().zone());
            for (Period period : List.of(ever, marking.period(random), marking.period(random))) {
                for (List<String> by : ALL_BY) {
                    JsonNode answer = totals(marking, by, period);
                    assertThat(rows(answer, by))
                            .as("%s of %s", by, period)
                            .isEqualTo(naive.rows(by, period));
                    assertThat(answer.get("total_seconds").asLong())
                            .isEqualTo(sum(answer, "seconds"));
                }
            }
        });
        assertThat(new Check(server.database()).failures()).isEmpty();
    }

    @Test
    void periodsThatFollowOneAnotherAddUpToTheWhole() {
        forEachHistory((marking, random) -> {
            List<Instant> edges = new ArrayList<>();
            for (int count = 0; count < 4; count++) {
                Instant edge = marking.place().change().plusMillis(random.nextInt());
                edges.add(edge);
            }
            edges.sort(Instant::compareTo);
            edges.addFirst(Instant.parse("2001-01-01T00:00:00Z"));
            edges.addLast(Instant.parse("2101-01-01T00:00:00Z"));
            long parts = 0;
            long sessions = 0;
            for (int index = 1; index < edges.size(); index++) {
                Period part =
                        new Period(edges.get(index - 1), edges.get(index), marking.place().zone());
                JsonNode answer = totals(marking, List.of("tutor"), part);
                parts += answer.get("total_seconds").asLong();
                sessions += sum(answer, "sessions");
            }
            JsonNode whole = totals(marking, List.of("tutor"), Period.ever(marking.place().zone()));
            assertThat(parts).isEqualTo(whole.get("total_seconds").asLong());
            assertThat(sessions).isEqualTo(sum(whole, "sessions"));
            assertThat(parts)
                    .isEqualTo(
                            server.get("ada", "/api/units/" + marking.unitId())
                                    .body()
                                    .get("total_tutor_time")
                                    .asLong());
        });
    }

    @Test
    void unitsPageShowsTheSameFigures() {
        forEachHistory((marking, random) -> {
            Instant now = marking.place().change().plusMillis(random.nextInt());
            UnitReport report = new UnitReport(server.database(), InstantSource.fixed(now));
            for (PeriodChoice choice : PeriodChoice.values()) {
                comparePage(
                        marking,
                        choice,
                        report.read(Scope.whole(marking.unitId()), choice).orElseThrow());
            }
        });
    }

    private void comparePage(RandomMarking marking, PeriodChoice choice, UnitFigures page) {
        Cells cells = page.cells();
        Period shown =
                new Period(
                        midnight(cells.edges().getFirst(), cells),
                        midnight(cells.edges().getLast(), cells),
                        cells.zone());
        CellSize size = choice.showsDays() ? CellSize.DAY : CellSize.WEEK;
        List<String> by = List.of(size.name().toLowerCase(Locale.ROOT));
        Map<List<String>, Figures> rows = rows(totals(marking, by, shown), by);
        for (int cell = 0; cell < cells.count(); cell++) {
            List<String> row = List.of(size.text(cells.firstDay(cell)));
            assertThat(page.cellSeconds().get(cell))
                    .as("%s of %s", row, choice)
                    .isEqualTo(rows.getOrDefault(row, new Figures(0, 0, 0)).seconds());
        }
        boolean ever = choice == PeriodChoice.WHOLE_UNIT;
        Map<List<String>, Figures> tutors =
                rows(
                        totals(marking, List.of("tutor"), ever ? Period.ever(cells.zone()) : shown),
                        List.of("tutor"));
        for (UnitFigures.TutorFigures tutor : page.tutors()) {
            assertThat(new Figures(tutor.seconds(), tutor.sessions(), tutor.submissions()))
                    .as("%s of %s", tutor, choice)
                    .isEqualTo(
                            tutors.getOrDefault(
                                    List.of(Long.toString(tutor.unitRoleId())),
                                    new Figures(0, 0, 0)));
        }
    }

    private static Instant midnight(LocalDate day, Cells cells) {
        return day.atStartOfDay(cells.zone()).toInstant();
    }

    private void forEachHistory(BiConsumer<RandomMarking, Random> property) {
        for (long seed = 1; seed <= HISTORIES; seed++) {
            Random random = new Random(seed);
            RandomMarking marking = RandomMarking.of(1_000 + seed, random);
            try {
                marking.send(server);
                property.accept(marking, random);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("with seed " + seed + " at " + marking.place(), e);
            }
        }
    }

    private JsonNode totals(RandomMarking marking, List<String> by, Period period) {
        String path = "/api/units/" + marking.unitId() + "/totals?by=" + String.join(",", by);
        if (period.from() != null) {
            path += "&from=" + period.from();
        }
        if (period.to() != null) {
            path += "&to=" + period.to();
        }
        Answer answer = server.get("ada", path);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body();
    }

    private static Map<List<String>, Figures> rows(JsonNode answer, List<String> by) {
        Map<List<String>, Figures> rows = new HashMap<>();
        for (JsonNode row : answer.get("rows")) {
            List<String> key = by.stream().map(name -> key(name, row.get(name))).toList();
            Figures figures =
                    new Figures(
                            row.get("seconds").asLong(),
                            row.get("sessions").asLong(),
                            row.get("submissions").asLong());
            assertThat(rows.put(key, figures)).as("two rows of " + key).isNull();
        }
        return rows;
    }

    private static String key(String name, JsonNode value) {
        return switch (name) {
            case "tutor" -> value.get("unit_role_id").asText();
            case "task" -> value.get("task_definition_id").asText();
            case "student" -> value.isNull() ? "null" : value.get("id").asText();
            default -> value.asText();
        };
    }

    private static long sum(JsonNode answer, String field) {
        long sum = 0;
        for (JsonNode row : answer.get("rows")) {
            sum += row.get(field).asLong();
        }
        return sum;
    }
}
