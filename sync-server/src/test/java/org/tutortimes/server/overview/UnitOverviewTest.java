package org.tutortimes.server.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
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

/// What a unit's page says beyond the sums: where it goes, what it takes and what is odd.
@OnBothDatabases
class UnitOverviewTest {

    private static final String DEVICE = "00000000-0000-0000-0000-000000000001";

    @Parameter TestDatabase database;
    @TempDir Path folder;
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
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
    void forecastSaysWhetherTheBudgetLasts() {
        for (int weeksAgo = 1; weeksAgo <= 4; weeksAgo++) {
            server.addSession(
                    SampleSession.of(
                            SampleServer.TIAS_ROLE,
                            wednesday().minus(Duration.ofDays(7L * weeksAgo)),
                            Duration.ofHours(5)));
        }
        assertThat(page()).doesNotContain("If it goes on like");
        LocalDate end = now.atZone(SampleServer.ZONE).toLocalDate().plusDays(42);
        server.change("UPDATE units SET end_date = ? WHERE id = 10", end.toString());
        assertThat(section(page(), "headline"))
                .contains("About 50 h by", "10 h over the budget")
                .contains("If it goes on like the last 4 whole weeks, 5 h a week.");
        server.change("UPDATE units SET budget_hours = 60 WHERE id = 10");
        assertThat(section(page(), "headline")).contains("10 h within the budget");
        assertThat(Browser.signedIn(server.address(), "tia").get("/units/10").text())
                .doesNotContain("If it goes on like");
    }

    @Test
    void submissionsOfATaskHaveTheirMeanSpreadAndTarget() {
        assertThat(section(page(), "effort")).contains("No completed sessions in this period");
        server.change("UPDATE task_definitions SET target_minutes = 6 WHERE id = 500");
        // Ten submissions of 4 minutes, ten of 12, and a pile that nobody counted.
        Instant before = now.minus(Duration.ofDays(2));
        add(before, Duration.ofMinutes(40), 10L);
        add(before.plus(Duration.ofHours(2)), Duration.ofHours(2), 10L);
        server.addSession(
                SampleSession.of(
                        SampleServer.TIAS_ROLE,
                        before.plus(Duration.ofHours(5)),
                        Duration.ofHours(1)));
        String effort = section(page(), "effort");
        assertThat(cells(effort))
                .containsSubsequence(
                        "1.2C Linked lists", "8 min", "4–12 min", "6 min", "20", "3 h 40 min");
        assertThat(effort)
                .contains("over the target")
                .contains("This can be told once the work of at least four students was marked.");
    }

    @Test
    void studentsWhoTakeFarMoreThanUsualAreNamed() {
        for (int student = 60; student < 66; student++) {
            addStudent(student);
            server.addSession(ofTask(student, Duration.ofMinutes(student == 65 ? 70 : 10)));
        }
        assertThat(section(page(), "effort"))
                .contains("A student’s work usually takes 10 min")
                .contains("Student 65", "7 times the usual", "1 h 10 min")
                .doesNotContain("Student 64");
    }

    @Test
    void pausedSessionsStandBesideThoseThatRun() {
        SampleSession session =
                SampleSession.of(
                        SampleServer.TIAS_ROLE,
                        now.minus(Duration.ofMinutes(50)),
                        Duration.ofMinutes(30));
        server.addSession(session);
        pause(session);
        assertThat(section(page(), "markers")).contains("paused since", "30 min", "Tia Tutor");
        assertThat(section(page(), "attention")).contains("Nothing needs attention");
    }

    @Test
    void timeOfASessionThatFellSilentCountsOnlyUpToThen() {
        SampleSession session =
                SampleSession.running(SampleServer.TIAS_ROLE, now.minus(Duration.ofMinutes(50)));
        server.addSession(session);
        server.change(
                "UPDATE tutor_times SET opened_on = ? WHERE id = ?",
                DEVICE,
                session.id().toString());
        server.change(
                "INSERT INTO device_contacts VALUES (?, ?)",
                DEVICE,
                now.minus(Duration.ofMinutes(20)).toEpochMilli());
        String page = page();
        assertThat(section(page, "markers")).contains("not heard from since", "30 min");
        assertThat(section(page, "headline")).contains("data-since=\"\"", ">0:30:00<");

        server.change("UPDATE device_contacts SET heard_at = ?", now.toEpochMilli());
        assertThat(section(page(), "markers"))
                .doesNotContain("not heard from")
                .contains("data-since=\"" + session.start().toEpochMilli());
    }

    @Test
    void forgottenTimersAndHeldEventsAskForAttention() {
        server.addSession(
                SampleSession.running(SampleServer.TIAS_ROLE, now.minus(Duration.ofHours(7))));
        SampleSession left =
                SampleSession.of(
                        SampleServer.TOMS_ROLE,
                        now.minus(Duration.ofHours(30)),
                        Duration.ofMinutes(30));
        server.addSession(left);
        pause(left);
        hold("unknown_task");
        assertThat(section(page(), "attention"))
                .contains("Tia Tutor: running since", "Tom Okafor: paused since")
                .contains("Its 30 min count once the tutor completes it.")
                .contains("Tia Tutor: 1 event waits", "Once it is imported, they count.");
        assertThat(section(page("tom"), "attention"))
                .contains("You paused on", "count once you complete it.")
                .doesNotContain("Tia Tutor");
    }

    @Test
    void oddSessionsOfTheLastWeeksAreCountedAndShown() {
        SampleSession odd =
                SampleSession.of(
                                SampleServer.TOMS_ROLE,
                                now.minus(Duration.ofHours(60)),
                                Duration.ofMinutes(30))
                        .flagged("clock_adjusted,overlap");
        server.addSession(odd);
        server.change(
                "UPDATE tutor_times SET recorded_ms = recorded_ms + 600000 WHERE id = ?",
                odd.id().toString());
        server.addSession(
                SampleSession.of(
                                SampleServer.TOMS_ROLE,
                                now.minus(Duration.ofDays(40)),
                                Duration.ofMinutes(30))
                        .flagged("long_running"));

        String attention = section(page(), "attention");
        assertThat(attention)
                .contains("1 session overlaps another", "10 min of it count once")
                .contains("1 session with a corrected clock")
                .doesNotContain("more than six hours without");
        String link = link(attention, "overlaps another");
        assertThat(link).contains("flagged=overlap");
        Browser cora = Browser.signedIn(server.address(), "cora");
        assertThat(cora.get(link).text()).contains(odd.id().toString());
        assertThat(cora.get(link.replace("overlap", "empty")).text())
                .doesNotContain(odd.id().toString());
    }

    /// Noon on this week's Wednesday: no session of hours goes over the edge of a week.
    private Instant wednesday() {
        return now.atZone(SampleServer.ZONE)
                .with(ChronoField.DAY_OF_WEEK, 3)
                .withHour(12)
                .toInstant();
    }

    private void add(Instant start, Duration length, long submissions) {
        server.addSession(
                SampleSession.of(SampleServer.TIAS_ROLE, start, length).ofPile(submissions));
    }

    private void addStudent(int student) {
        server.change(
                "INSERT INTO users (id, username, name) VALUES (?, ?, ?)",
                student,
                "student" + student,
                "Student " + student);
        server.change(
                "INSERT INTO projects (id, unit_id, user_id, changed_in) VALUES (?, 10, ?, 0)",
                1_000 + student,
                student);
        server.change(
                """
                INSERT INTO tasks (id, project_id, task_definition_id, status, changed_in)
                VALUES (?, ?, 500, 'complete', 0)
                """,
                9_000 + student,
                1_000 + student);
    }

    private SampleSession ofTask(int student, Duration length) {
        return SampleSession.of(
                        SampleServer.TOMS_ROLE, now.minus(Duration.ofHours(3L * student)), length)
                .ofTask(9_000 + student);
    }

    private void pause(SampleSession session) {
        server.change(
                "UPDATE tutor_times SET status = 'paused', end_time = NULL WHERE id = ?",
                session.id().toString());
    }

    private void hold(String code) {
        server.change(
                """
                INSERT INTO timer_events (id, session_id, user_id, device_id, seq, kind, at, body,
                    revision, received_at, held_code)
                VALUES ('e', 's', 2, 'd', 1, 'started', 0, '{}', 1, 0, ?)
                """,
                code);
    }

    private String page() {
        return page("cora");
    }

    private String page(String user) {
        return Browser.signedIn(server.address(), user).get("/units/10").text();
    }

    /// A part of the page, up to the next.
    private static String section(String page, String id) {
        int begin = page.indexOf("id=\"" + id + "\"");
        assertThat(begin).as(id).isPositive();
        return page.substring(begin).split("<section class=\"card[^\"]*\" id=", 2)[0];
    }

    private static List<String> cells(String html) {
        return Pattern.compile("<t[hd][^>]*>(.*?)</t[hd]>", Pattern.DOTALL)
                .matcher(html)
                .results()
                .map(cell -> cell.group(1).replaceAll("<[^>]*>", "").strip())
                .toList();
    }

    private static String link(String html, String words) {
        var found = Pattern.compile("<a href=\"([^\"]*)\">[^<]*" + words).matcher(html);
        assertThat(found.find()).as(words).isTrue();
        return found.group(1).replace("&amp;", "&");
    }
}
