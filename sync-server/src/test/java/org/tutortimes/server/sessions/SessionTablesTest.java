package org.tutortimes.server.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.tutortimes.server.OnBothDatabases;
import org.tutortimes.server.TestDatabase;
import org.tutortimes.server.pages.Browser;
import org.tutortimes.server.pages.ObservedTutors;
import org.tutortimes.server.pages.SampleServer;
import org.tutortimes.server.pages.SampleSession;

/// The tables of sessions as any browser shows them, without a script.
@OnBothDatabases
class SessionTablesTest {

    private static final String TIMER = "/units/10/sessions";
    private static final String MARKING = "/units/10/marking-sessions";
    private static final Instant FIRST = Instant.parse("2026-03-02T00:00:00Z");

    @Parameter TestDatabase database;
    @TempDir Path folder;
    private SampleServer server;

    @BeforeEach
    void start() {
        server = new SampleServer(database, folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void pagesHoldEverySessionOnceInTheOrderThatWasAsked() {
        List<SampleSession> all = new ArrayList<>();
        for (int index = 0; index < 120; index++) {
            // Many share a start or a duration, so that only the id tells them apart.
            SampleSession session =
                    SampleSession.of(
                            index % 2 == 0 ? SampleServer.TIAS_ROLE : SampleServer.TOMS_ROLE,
                            FIRST.plus(Duration.ofHours(index / 3)),
                            Duration.ofMinutes(1 + index % 7));
            server.addSession(session);
            all.add(session);
        }
        Comparator<SampleSession> byId = Comparator.comparing(each -> each.id().toString());
        Comparator<SampleSession> byStart =
                Comparator.comparing(SampleSession::start).thenComparing(byId);
        Comparator<SampleSession> byDuration =
                Comparator.comparing(SampleSession::length).thenComparing(byId);
        Browser cora = Browser.signedIn(server.address(), "cora");

        assertThat(forwards(cora, TIMER)).isEqualTo(ids(all, byStart.reversed()));
        assertThat(forwards(cora, TIMER + "?order=ascending")).isEqualTo(ids(all, byStart));
        assertThat(forwards(cora, TIMER + "?sort=duration"))
                .isEqualTo(ids(all, byDuration.reversed()));
        assertThat(forwards(cora, TIMER + "?sort=duration&order=ascending&tutor=101"))
                .isEqualTo(
                        ids(
                                all.stream().filter(each -> each.unitRoleId() == 101).toList(),
                                byDuration));
    }

    @Test
    void pageBeforeIsTheOneThatOneCameFrom() {
        for (int index = 0; index < 120; index++) {
            server.addSession(
                    SampleSession.of(
                            SampleServer.TIAS_ROLE,
                            FIRST.plus(Duration.ofHours(index)),
                            Duration.ofMinutes(5)));
        }
        Browser cora = Browser.signedIn(server.address(), "cora");
        String first = cora.get(TIMER).text();
        String second = cora.get(link(first, "next").orElseThrow()).text();
        String third = cora.get(link(second, "next").orElseThrow()).text();

        assertThat(link(first, "prev")).isEmpty();
        assertThat(link(third, "next")).isEmpty();
        String backToSecond = cora.get(link(third, "prev").orElseThrow()).text();
        assertThat(shown(backToSecond)).isEqualTo(shown(second));
        String backToFirst = cora.get(link(backToSecond, "prev").orElseThrow()).text();
        assertThat(shown(backToFirst)).isEqualTo(shown(first));
        assertThat(link(backToFirst, "prev")).isEmpty();
    }

    @Test
    void filtersNarrowTheTableAndStayInEveryLink() {
        SampleSession odd =
                SampleSession.of(SampleServer.TIAS_ROLE, FIRST, Duration.ofHours(7))
                        .flagged("long_running");
        SampleSession plain =
                SampleSession.of(
                        SampleServer.TOMS_ROLE,
                        FIRST.plus(Duration.ofDays(1)),
                        Duration.ofMinutes(9));
        SampleSession running =
                SampleSession.running(
                        SampleServer.TIAS_ROLE, Instant.now().minus(Duration.ofMinutes(3)));
        SampleSession gone =
                SampleSession.of(
                        SampleServer.TOMS_ROLE,
                        FIRST.plus(Duration.ofDays(2)),
                        Duration.ofMinutes(8));
        List.of(odd, plain, running, gone).forEach(server::addSession);
        server.change("UPDATE tutor_times SET deleted_at = 1 WHERE id = ?", gone.id().toString());
        Browser cora = Browser.signedIn(server.address(), "cora");

        assertThat(shown(cora.get(TIMER).text())).containsExactly(id(running), id(plain), id(odd));
        assertThat(shown(cora.get(TIMER + "?deleted=true").text())).contains(id(gone));
        assertThat(shown(cora.get(TIMER + "?flagged=true").text())).containsExactly(id(odd));
        assertThat(shown(cora.get(TIMER + "?status=active").text())).containsExactly(id(running));
        assertThat(shown(cora.get(TIMER + "?status=completed&tutor=102").text()))
                .containsExactly(id(plain));
        assertThat(shown(cora.get(TIMER + "?task=" + SampleServer.PILE).text())).hasSize(3);
        assertThat(shown(cora.get(TIMER + "?task=77").text())).isEmpty();
        assertThat(shown(cora.get(TIMER + "?tutor=77").text())).isEmpty();
        // By the unit's clock, which is eleven hours ahead, the first began on 2 March.
        assertThat(shown(cora.get(TIMER + "?from=2026-03-03&to=2026-03-03").text()))
                .containsExactly(id(plain));
        assertThat(cora.get(TIMER + "?flagged=true&tutor=101").text())
                .contains("?flagged=true&amp;tutor=101&amp;sort=duration")
                .contains("Ran for more than six hours");
    }

    @Test
    void eachSeesWhatIsTheirs() {
        SampleSession tias =
                SampleSession.of(SampleServer.TIAS_ROLE, FIRST, Duration.ofMinutes(30));
        SampleSession toms =
                SampleSession.of(SampleServer.TOMS_ROLE, FIRST, Duration.ofMinutes(30));
        server.addSession(tias);
        server.addSession(toms);
        Browser tia = Browser.signedIn(server.address(), "tia");

        assertThat(shown(tia.get(TIMER).text())).containsExactly(id(tias));
        assertThat(shown(tia.get(TIMER + "?tutor=102").text())).isEmpty();
        assertThat(tia.get(TIMER).text()).doesNotContain("Tom Okafor");
        Browser stranger = Browser.signedIn(server.address(), "stella");
        for (String path : List.of(TIMER, MARKING, TIMER + "/" + tias.id())) {
            assertThat(stranger.get(path).status()).as(path).isEqualTo(404);
        }
        assertThat(tia.get(TIMER + "/" + toms.id()).status()).isEqualTo(404);
        assertThat(tia.get("/units/11/sessions/" + tias.id()).status()).isEqualTo(404);
    }

    @Test
    void choicesThatDoNotExistAreRefused() {
        Browser cora = Browser.signedIn(server.address(), "cora");
        for (String choice :
                List.of(
                        "sort=name",
                        "order=up",
                        "status=lost",
                        "tutor=x",
                        "from=yesterday",
                        "from=2026-03-03&to=2026-03-01",
                        "cursor=x")) {
            assertThat(cora.get(TIMER + "?" + choice).status()).as(choice).isEqualTo(400);
        }
    }

    @Test
    void chosenDaysAreDownloadedAsFiles() {
        SampleSession session =
                SampleSession.of(SampleServer.TIAS_ROLE, FIRST, Duration.ofMinutes(30));
        server.addSession(session);
        server.addSession(
                SampleSession.of(
                        SampleServer.TIAS_ROLE,
                        FIRST.plus(Duration.ofDays(9)),
                        Duration.ofMinutes(30)));
        Browser cora = Browser.signedIn(server.address(), "cora");
        String table = cora.get(TIMER + "?from=2026-03-02&to=2026-03-05").text();

        for (String format : List.of("csv", "xlsx", "ics", "json")) {
            String address = "/api/units/10/export." + format + "?from=2026-03-02&to=2026-03-05";
            assertThat(table).contains("href=\"" + address.replace("&", "&amp;") + "\"");
            Browser.Page file = cora.get(address);
            assertThat(file.status()).as(format).isEqualTo(200);
            assertThat(file.header("Content-Disposition")).contains("attachment", "." + format);
        }
        assertThat(
                        cora.get("/api/units/10/export.csv?from=2026-03-02&to=2026-03-05")
                                .text()
                                .lines())
                .hasSize(2)
                .anyMatch(line -> line.contains(session.id().toString()));
    }

    @Test
    void emptyTablesTeachWhatWillBeThere() {
        Browser cora = Browser.signedIn(server.address(), "cora");

        assertThat(cora.get(TIMER).text()).contains("No sessions yet");
        assertThat(cora.get(TIMER + "?flagged=true").text()).contains("No session is like this");
        assertThat(cora.get(MARKING).text()).contains("Nothing was observed yet");
    }

    @Test
    void markingSessionsAreListedWithTheirActivities() {
        ObservedTutors observed = new ObservedTutors(server, folder);
        observed.marks(ObservedTutors.TIA, "192.0.2.1", FIRST, 20);
        observed.marks(ObservedTutors.TOM, "192.0.2.1", FIRST.plus(Duration.ofDays(1)), 50);
        Browser cora = Browser.signedIn(server.address(), "cora");

        List<String> byStart = shown(cora.get(MARKING).text());
        assertThat(byStart).hasSize(2);
        assertThat(shown(cora.get(MARKING + "?sort=duration&order=ascending").text()))
                .isEqualTo(byStart.reversed());
        assertThat(shown(cora.get(MARKING + "?tutor=101").text()))
                .containsExactly(byStart.getLast());
        assertThat(shown(cora.get(MARKING + "?tutorial=true").text())).isEmpty();
        assertThat(shown(cora.get(MARKING + "?from=2026-03-03").text()))
                .containsExactly(byStart.getFirst());
        assertThat(cora.get(MARKING + "/" + byStart.getLast()).text())
                .contains("Tia Tutor", "Commented", "1.2C · Sam Lee", "20<small>min</small>")
                .doesNotContain("192.0.2.1", "Delete");
        Browser tia = Browser.signedIn(server.address(), "tia");
        assertThat(shown(tia.get(MARKING).text())).containsExactly(byStart.getLast());
        assertThat(tia.get(MARKING + "/" + byStart.getFirst()).status()).isEqualTo(404);
        assertThat(cora.get("/units/11/marking-sessions/" + byStart.getFirst()).status())
                .isEqualTo(404);
    }

    @Test
    void daysAreThoseOfTheUnitAndTimesThoseOfTheReader() {
        server.addSession(
                SampleSession.of(
                        SampleServer.TIAS_ROLE,
                        Instant.parse("2026-03-02T20:00:00Z"),
                        Duration.ofMinutes(30)));
        Browser cora = Browser.signedIn(server.address(), "cora");
        int year = LocalDate.now(SampleServer.ZONE).getYear();
        String day = year == 2026 ? "Mon 2 Mar" : "2 Mar 2026";

        assertThat(cora.get(TIMER).text()).contains("07:00–07:30", "those of Australia/Melbourne.");
        cora.keepCookie("tutor-times-zone", "Europe%2FBerlin");
        assertThat(cora.get(TIMER + "?from=2026-03-03&to=2026-03-03").text())
                .contains(day + ", 21:00–21:30")
                .contains("by your clock, Europe/Berlin. Days and weeks are those of Australia");
        cora.keepCookie("tutor-times-zone", "Nowhere");
        assertThat(cora.get(TIMER).text()).contains("07:00–07:30");
    }

    private static List<String> forwards(Browser browser, String path) {
        List<String> ids = new ArrayList<>();
        Optional<String> next = Optional.of(path);
        while (next.isPresent()) {
            String text = browser.get(next.get()).text();
            ids.addAll(shown(text));
            next = link(text, "next");
        }
        return ids;
    }

    private static List<String> ids(List<SampleSession> sessions, Comparator<SampleSession> order) {
        return sessions.stream().sorted(order).map(SessionTablesTest::id).toList();
    }

    private static String id(SampleSession session) {
        return session.id().toString();
    }

    private static List<String> shown(String page) {
        return Pattern.compile("href=\"/units/10/(?:marking-)?sessions/([\\w-]+)\"")
                .matcher(page)
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
    }

    private static Optional<String> link(String page, String rel) {
        return Pattern.compile("href=\"([^\"]+)\" rel=\"" + rel + "\"")
                .matcher(page)
                .results()
                .map(result -> result.group(1).replace("&amp;", "&"))
                .findFirst();
    }
}
