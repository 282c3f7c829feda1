package org.tutortimes.server.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.tutortimes.model.wire.Json;
import org.tutortimes.server.OnBothDatabases;
import org.tutortimes.server.TestDatabase;
import org.tutortimes.server.pages.Browser;
import org.tutortimes.server.pages.ObservedTutors;
import org.tutortimes.server.pages.SampleServer;
import org.tutortimes.server.pages.SampleSession;

/// What the calendar shows of a stretch of time, over real HTTP.
@OnBothDatabases
class CalendarPageTest {

    private static final String WEEK = "start=2026-03-02T00:00:00&end=2026-03-09T00:00:00";
    private static final String MONTH =
            "start=2026-03-01T00:00:00&end=2026-04-01T00:00:00&detail=days";

    /// Monday 2 March, 09:00 by the unit's clock.
    private static final Instant MONDAY = Instant.parse("2026-03-01T22:00:00Z");

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

    @Test
    void sessionsOfBothRecordsAreShownByTheReadersClock() {
        SampleSession session =
                SampleSession.of(SampleServer.TIAS_ROLE, MONDAY, Duration.ofMinutes(90));
        server.addSession(session);
        new ObservedTutors(server, folder)
                .marks(ObservedTutors.TOM, "192.0.2.1", MONDAY.plus(Duration.ofDays(1)), 50);

        List<JsonNode> items = items(cora, WEEK);

        assertThat(titles(items)).containsExactly("Tia Tutor · 1.2C", "Tom Okafor · observed");
        assertThat(items.getFirst().get("start").asText()).isEqualTo("2026-03-02T09:00");
        assertThat(items.getFirst().get("end").asText()).isEqualTo("2026-03-02T10:30");
        assertThat(items.getFirst().get("url").asText())
                .isEqualTo("/units/10/sessions/" + session.id());
        assertThat(cora.get(items.getLast().get("url").asText()).status()).isEqualTo(200);
        cora.keepCookie("tutor-times-zone", "Europe%2FBerlin");
        assertThat(
                        items(cora, "start=2026-03-01T00:00:00&end=2026-03-02T00:00:00")
                                .getFirst()
                                .get("start")
                                .asText())
                .isEqualTo("2026-03-01T23:00");
    }

    @Test
    void whatReachesIntoTheStretchIsShownAndWhatLiesBesideItIsNot() {
        Instant begin = Instant.parse("2026-03-01T13:00:00Z");
        server.addSession(
                SampleSession.of(
                        SampleServer.TIAS_ROLE, begin.minusSeconds(3_600), Duration.ofHours(2)));
        server.addSession(
                SampleSession.of(
                        SampleServer.TOMS_ROLE, begin.minusSeconds(7_200), Duration.ofHours(2)));
        server.addSession(
                SampleSession.of(
                        SampleServer.TOMS_ROLE,
                        begin.plus(Duration.ofDays(7)),
                        Duration.ofMinutes(10)));

        assertThat(titles(items(cora, WEEK))).containsExactly("Tia Tutor · 1.2C");
    }

    @Test
    void daysAddUpToWhatEachSessionGaveToThem() {
        // From 23:00 on Monday to 01:30 on Tuesday, by the unit's clock.
        server.addSession(
                SampleSession.of(
                        SampleServer.TIAS_ROLE,
                        MONDAY.plus(Duration.ofHours(14)),
                        Duration.ofMinutes(150)));
        server.addSession(SampleSession.of(SampleServer.TOMS_ROLE, MONDAY, Duration.ofMinutes(20)));

        List<JsonNode> items = items(cora, MONTH);

        assertThat(
                        items.stream()
                                .map(each ->
                                        each.get("start").asText()
                                                + " "
                                                + each.get("title").asText()))
                .containsExactly(
                        "2026-03-02 1 h Tia Tutor",
                        "2026-03-02 20 min Tom Okafor",
                        "2026-03-03 1 h 30 min Tia Tutor");
        assertThat(titles(items(cora, MONTH + "&tutor=102"))).containsExactly("20 min Tom Okafor");
        assertThat(items(cora, MONTH + "&task=77")).isEmpty();
    }

    @Test
    void observedDaysAreCountedWhereAskedFor() {
        ObservedTutors observed = new ObservedTutors(server, folder);
        observed.marks(ObservedTutors.TIA, "192.0.2.1", MONDAY, 50);
        observed.marks(ObservedTutors.TIA, "192.0.2.1", MONDAY.plus(Duration.ofHours(3)), 20);

        assertThat(titles(items(cora, MONTH + "&kind=marking")))
                .containsExactly("1 h 10 min Tia Tutor");
        assertThat(items(cora, MONTH + "&kind=timer")).isEmpty();
        assertThat(items(cora, MONTH + "&kind=marking&task=" + SampleServer.PILE)).isEmpty();
    }

    @Test
    void tutorialsAreShadedAndWhatBeganInThemCanBeHidden() {
        server.change(
                """
                INSERT INTO tutorials (id, unit_id, unit_role_id, stream, counts, weekday,
                    meeting_time, duration_minutes, changed_in)
                VALUES (70, 10, ?, 'Feedback', 1, 'monday', '09:00', 120, 0)
                """,
                SampleServer.TIAS_ROLE);
        // Tia is a convenor, too, and holds it once all the same.
        server.change(
                """
                INSERT INTO unit_roles (id, unit_id, user_id, role, changed_in)
                VALUES (103, 10, 2, 'convenor', 0)
                """);
        for (long role : List.of(SampleServer.TIAS_ROLE, SampleServer.TOMS_ROLE)) {
            server.addSession(
                    SampleSession.of(role, MONDAY.plusSeconds(600), Duration.ofMinutes(20)));
        }

        List<JsonNode> shaded =
                items(cora, WEEK).stream()
                        .filter(each -> each.get("display").asText().equals("background"))
                        .toList();
        assertThat(titles(shaded)).containsExactly("Tutorial of Tia Tutor");
        assertThat(shaded.getFirst().get("start").asText()).isEqualTo("2026-03-02T09:00");
        assertThat(shaded.getFirst().get("end").asText()).isEqualTo("2026-03-02T11:00");
        assertThat(titles(items(cora, WEEK + "&tutorials=hide")))
                .containsExactly("Tom Okafor · 1.2C", "Tutorial of Tia Tutor");
        assertThat(titles(items(cora, MONTH))).hasSize(2);
        assertThat(titles(items(cora, MONTH + "&tutorials=hide")))
                .containsExactly("20 min Tom Okafor");
    }

    @Test
    void tutorSeesOnlyTheirOwnAndAStrangerNothing() {
        for (long role : List.of(SampleServer.TIAS_ROLE, SampleServer.TOMS_ROLE)) {
            server.addSession(SampleSession.of(role, MONDAY, Duration.ofMinutes(20)));
        }
        Browser tia = Browser.signedIn(server.address(), "tia");

        assertThat(titles(items(tia, WEEK))).containsExactly("Tia Tutor · 1.2C");
        assertThat(items(tia, WEEK + "&tutor=102")).isEmpty();
        assertThat(titles(items(tia, MONTH))).containsExactly("20 min Tia Tutor");
        assertThat(tia.get("/units/10/calendar").text()).doesNotContain("Tom Okafor");
        Browser stella = Browser.signedIn(server.address(), "stella");
        assertThat(stella.get("/units/10/calendar").status()).isEqualTo(404);
        assertThat(stella.get("/units/10/calendar/items?" + WEEK).status()).isEqualTo(404);
        assertThat(new Browser(server.address()).get("/units/10/calendar/items?" + WEEK).status())
                .isEqualTo(401);
    }

    @Test
    void stretchThatIsNoneIsRefused() {
        for (String stretch :
                List.of(
                        "",
                        "start=2026-03-02T00:00:00",
                        "start=soon&end=later",
                        "start=2026-03-09T00:00:00&end=2026-03-02T00:00:00",
                        "start=2026-03-02T00:00:00&end=2029-03-02T00:00:00",
                        "start=%2B300000000-01-01T00:00:00&end=%2B300000000-01-02T00:00:00",
                        WEEK + "&kind=paper",
                        WEEK + "&detail=hours")) {
            assertThat(cora.get("/units/10/calendar/items?" + stretch).status())
                    .as(stretch)
                    .isEqualTo(400);
        }
    }

    @Test
    void moreThanCanBeShownIsSaidAndNotCutOff() {
        server.change(
                """
                INSERT INTO tutor_times (id, user_id, unit_id, unit_role_id, task_definition_id,
                    status, start_time, end_time, latest_event_at, created_at, updated_at)
                WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2001)
                SELECT 's' || i, 2, 10, 101, ?, 'completed', ? + i * 1000, ? + i * 1000, 0, 0, 0
                FROM n
                """,
                SampleServer.PILE,
                MONDAY.toEpochMilli(),
                MONDAY.toEpochMilli() + 500);

        JsonNode feed = feed(cora, WEEK);

        assertThat(feed.get("too_many").asBoolean()).isTrue();
        assertThat(feed.get("items")).isEmpty();
        assertThat(items(cora, WEEK + "&tutor=102")).isEmpty();
        assertThat(feed(cora, WEEK + "&tutor=102").get("too_many").asBoolean()).isFalse();
    }

    private static JsonNode feed(Browser browser, String stretch) {
        try {
            return Json.tree(browser.get("/units/10/calendar/items?" + stretch).text());
        } catch (JacksonException e) {
            throw new AssertionError(e);
        }
    }

    private static List<JsonNode> items(Browser browser, String stretch) {
        List<JsonNode> items = new ArrayList<>();
        feed(browser, stretch).get("items").forEach(items::add);
        return items;
    }

    private static List<String> titles(List<JsonNode> items) {
        return items.stream().map(each -> each.get("title").asText()).toList();
    }
}
