package org.tutortimes.server.breakdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.tutortimes.server.OnBothDatabases;
import org.tutortimes.server.TestDatabase;
import org.tutortimes.server.pages.Browser;
import org.tutortimes.server.pages.SampleServer;
import org.tutortimes.server.pages.SampleSession;

/// The reports of a unit and its timesheets as any browser shows them, without a script. The unit
/// is in Melbourne, eleven hours ahead of UTC in March.
@OnBothDatabases
class ReportsTest {

    private static final String REPORTS = "/units/10/reports";
    private static final String TIMESHEETS = "/units/10/timesheets";

    /// Monday the 2nd of March, eleven o'clock in the unit.
    private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");

    @Parameter TestDatabase database;
    @TempDir Path folder;
    private SampleServer server;
    private Browser cora;

    @BeforeEach
    void start() {
        server = new SampleServer(database, folder);
        cora = Browser.signedIn(server.address(), "cora");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /// Tia: 40 minutes on Monday, and 90 over the following midnight, half an hour of them after
    /// it. Tom: 20 minutes a week later.
    private void record() {
        server.addSession(
                SampleSession.of(SampleServer.TIAS_ROLE, MONDAY, Duration.ofMinutes(40)).ofPile(3));
        server.addSession(
                SampleSession.of(
                        SampleServer.TIAS_ROLE,
                        MONDAY.plus(Duration.ofHours(12)),
                        Duration.ofMinutes(90)));
        server.addSession(
                SampleSession.of(
                        SampleServer.TOMS_ROLE,
                        MONDAY.plus(Duration.ofDays(7)),
                        Duration.ofMinutes(20)));
    }

    @Test
    void oneDimensionHasTimeSessionsAndSubmissionsAndTheirSum() {
        record();
        String page = cora.get(REPORTS).text();
        assertThat(rows(page))
                .containsExactly(
                        "Tutor|Marking time|Sessions|Submissions",
                        "Tia Tutor|2 h 10 min|2|3",
                        "Tom Okafor|20 min|1|0",
                        "Together|2 h 30 min|3|");
        assertThat(rows(cora.get(REPORTS + "?by=day").text()))
                .containsExactly(
                        "Day|Marking time|Sessions|Submissions",
                        "Mon 2 Mar|1 h 40 min|2|3",
                        "Tue 3 Mar|30 min|0|0",
                        "Mon 9 Mar|20 min|1|0",
                        "Together|2 h 30 min|3|");
    }

    @Test
    void secondDimensionOfFewValuesStandsInColumnsWithTheSumOfEach() {
        record();
        assertThat(rows(cora.get(REPORTS + "?by=tutor&and=week").text()))
                .containsExactly(
                        "Tutor|Marking time|Week of 2 Mar|Week of 9 Mar",
                        "Tia Tutor|2 h 10 min|2 h 10 min|",
                        "Tom Okafor|20 min||20 min",
                        "Together|2 h 30 min|2 h 10 min|20 min");
    }

    @Test
    void secondDimensionOfManyValuesStandsInRows() {
        for (int day = 0; day < 13; day++) {
            server.addSession(
                    SampleSession.of(
                            SampleServer.TIAS_ROLE,
                            MONDAY.plus(Duration.ofDays(day)),
                            Duration.ofMinutes(10)));
        }
        List<String> rows = rows(cora.get(REPORTS + "?by=tutor&and=day").text());
        assertThat(rows).hasSize(15).startsWith("Tutor|Day|Marking time|Sessions|Submissions");
        assertThat(rows.getLast()).isEqualTo("Together||2 h 10 min|13|");
    }

    @Test
    void dimensionsThatDoNotGoTogetherAreToldAndTheSecondIsLeftOut() {
        record();
        for (String clash : List.of("?by=day&and=month", "?by=tutor&and=tutor")) {
            String page = cora.get(REPORTS + clash).text();
            assertThat(page).contains("The second must differ from the first");
            assertThat(rows(page).getFirst()).endsWith("|Marking time|Sessions|Submissions");
        }
        assertThat(cora.get(REPORTS + "?by=colour").status()).isEqualTo(400);
    }

    @Test
    void pilesAreInTheTableAndNotInThePictureOfStudents() {
        record();
        String page = cora.get(REPORTS + "?by=student").text();
        assertThat(rows(page)).contains("Piles|2 h 30 min|3|3");
        assertThat(page)
                .contains("Piles belong to no single student and are not in the chart.")
                .contains("data-bars=\"[]\"");
    }

    @Test
    void daysNarrowTheTableAndStayInTheDownloads() {
        record();
        String page = cora.get(REPORTS + "?by=tutor&from=2026-03-03&to=2026-03-08").text();
        assertThat(rows(page)).contains("Tia Tutor|30 min|0|0").doesNotContain("Tom Okafor");
        assertThat(page).contains("export.xlsx?from=2026-03-03&amp;to=2026-03-08");
        assertThat(cora.get(REPORTS + "?from=2026-01-01&to=2026-01-02").text())
                .contains("No completed session in these days.");
    }

    @Test
    void tutorsSeeTheirOwnTimeAndOthersNone() {
        record();
        String page = Browser.signedIn(server.address(), "tom").get(REPORTS).text();
        assertThat(page).contains("This is your own time.");
        assertThat(rows(page))
                .contains("Tom Okafor|20 min|1|0")
                .noneMatch(row -> row.startsWith("Tia"));
        assertThat(Browser.signedIn(server.address(), "tom").get(TIMESHEETS).text())
                .contains("Timesheet of Tom Okafor (tom)")
                .doesNotContain("Tia Tutor");
        Browser stella = Browser.signedIn(server.address(), "stella");
        assertThat(stella.get(REPORTS).status()).isEqualTo(404);
        assertThat(stella.get(TIMESHEETS).status()).isEqualTo(404);
    }

    @Test
    void timesheetsHaveASheetForEachTutorWithTheirDaysAndHours() {
        record();
        String page = cora.get(TIMESHEETS + "?from=2026-03-02&to=2026-03-15").text();
        assertThat(page).contains("Print 2 sheets", "Mon 2 Mar 2026 to Sun 15 Mar 2026");
        List<String> sheets = List.of(page.split("<section class=\"card timesheet\""));
        assertThat(sheets).hasSize(3);
        assertThat(sheets.get(1)).contains("Tia Tutor (tia), date");
        assertThat(rows(sheets.get(1)))
                .containsExactly(
                        "Day|Sessions|Submissions|Marking time",
                        "Mon 2 Mar 2026|2|3|1 h 40 min",
                        "Tue 3 Mar 2026|0|0|30 min",
                        "Together|2||2 h 10 min (2.17 h)");
        assertThat(rows(sheets.get(2))).contains("Together|1||20 min (0.33 h)");
        assertThat(cora.get("/units/11/timesheets").text())
                .contains("No completed session in these days.")
                .doesNotContain("data-print");
    }

    @Test
    void namesakesAreToldApartAndTwoRolesOfOnePersonShareASheet() {
        record();
        server.change("UPDATE users SET name = 'Tia Tutor' WHERE username = 'tom'");
        assertThat(rows(cora.get(REPORTS).text()))
                .contains("Tia Tutor (tia)|2 h 10 min|2|3", "Tia Tutor (tom)|20 min|1|0");
        server.change("UPDATE unit_roles SET user_id = 2, role = 'convenor' WHERE id = 102");
        String page = cora.get(TIMESHEETS).text();
        assertThat(page.split("<section class=\"card timesheet\"")).hasSize(2);
        assertThat(rows(page)).contains("Together|3||2 h 30 min (2.50 h)");
    }

    @Test
    void longTablesComeInPagesWithTheSumOfAll() {
        for (int day = 0; day < 201; day++) {
            server.addSession(
                    SampleSession.of(
                            SampleServer.TIAS_ROLE,
                            MONDAY.minus(Duration.ofDays(day)),
                            Duration.ofMinutes(1)));
        }
        String first = cora.get(REPORTS + "?by=day").text();
        assertThat(rows(first)).hasSize(202);
        assertThat(rows(first).getLast()).startsWith("Together|3 h 21 min");
        assertThat(first).contains("/units/10/reports?by=day&amp;page=2");
        String second = cora.get(REPORTS + "?by=day&page=2").text();
        assertThat(rows(second)).hasSize(3).anyMatch(row -> row.startsWith("Mon 2 Mar 2026|1 min"));
        assertThat(second).contains("rel=\"prev\"").doesNotContain("rel=\"next\"");
        assertThat(cora.get(REPORTS + "?page=0").status()).isEqualTo(400);
    }

    /// The rows of the first table, each cell by its text.
    private static List<String> rows(String page) {
        return matches("<tr[^>]*>(.*?)</tr>", page)
                .map(row ->
                        String.join(
                                "|",
                                matches("<t[hd][^>]*>(.*?)</t[hd]>", row)
                                        .map(cell -> cell.replaceAll("<[^>]*>", "").strip())
                                        .toList()))
                .toList();
    }

    private static Stream<String> matches(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
        return matcher.results().map(found -> found.group(1));
    }
}
