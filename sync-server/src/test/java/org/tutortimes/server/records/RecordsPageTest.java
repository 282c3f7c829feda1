package org.tutortimes.server.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
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
import org.tutortimes.server.pages.SampleDesktop;
import org.tutortimes.server.pages.SampleServer;

/// The page of both records without a script, as any browser shows it.
@OnBothDatabases
class RecordsPageTest {

    private static final String PATH = "/units/10/records";
    private static final String OFFICE = "192.0.2.1";
    private static final String TELEPHONE = "198.51.100.1";
    private final Instant lately =
            Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofDays(2));

    @Parameter private TestDatabase kind;
    @TempDir Path folder;
    private SampleServer server;
    private ObservedTutors observed;

    @BeforeEach
    void start() {
        server = new SampleServer(kind, folder);
        observed = new ObservedTutors(server, folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void pageWithoutAnyRecordSaysWhatWillBeThere() {
        String text = Browser.signedIn(server.address(), "cora").get(PATH).text();
        assertThat(text)
                .contains("Nothing is missing", "No timer ran unobserved", "No records")
                .contains("Nobody was");
    }

    @Test
    void tutorRecordsWhatWasObservedWithOneClickAndUndoesIt() {
        observed.marks(ObservedTutors.TIA, OFFICE, lately, 30);
        Browser tia = Browser.signedIn(server.address(), "tia");
        Browser.Page before = tia.get(PATH);
        assertThat(before.text()).contains("30 min", "1.2C", "Record</button>");
        Browser.Page done = send(tia, before, "record", fields(before.text(), "record"));
        assertThat(done.text()).contains("Recorded as 1 session.", "Nothing is missing");
        assertThat(total()).isEqualTo(1_800);
        Browser.Page undone = send(tia, done, "undo-record", fields(done.text(), "undo-record"));
        assertThat(undone.text())
                .contains("Undone.", "Record</button>")
                .doesNotContain("Recorded as");
        // A second click, or one on an old page, does no harm.
        assertThat(send(tia, done, "undo-record", fields(done.text(), "undo-record")).text())
                .contains("Undone.");
        assertThat(total()).isZero();
    }

    @Test
    void whatMayStillGoOnIsNotOfferedYet() {
        observed.marks(ObservedTutors.TIA, OFFICE, Instant.now().minus(Duration.ofMinutes(11)), 10);
        String text = Browser.signedIn(server.address(), "tia").get(PATH).text();
        assertThat(text).contains("may still go on").doesNotContain("Record</button>");
    }

    @Test
    void whereNothingSaysWhatWasMarkedThePageAsks() {
        observed.looksAround(ObservedTutors.TIA, OFFICE, lately, 20);
        Browser tia = Browser.signedIn(server.address(), "tia");
        Browser.Page page = tia.get(PATH);
        assertThat(page.text()).contains("what was marked is not known", "What was marked?");
        Map<String, String> fields = fields(page.text(), "record");
        Browser.Page refused = tia.post(PATH + "/record", fields);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Choose the task definition", "<html");
        fields.put("task_definition", Long.toString(SampleServer.PILE));
        assertThat(send(tia, page, "record", fields).text()).contains("Recorded as 1 session.");
    }

    @Test
    void timerThatWasForgottenIsTakenOffAndPutBack() {
        SampleDesktop desktop = new SampleDesktop(server.address(), "tia");
        desktop.record(SampleServer.TIAS_ROLE, lately, Duration.ofHours(2));
        observed.marks(ObservedTutors.TIA, OFFICE, lately, 60);
        Browser tia = Browser.signedIn(server.address(), "tia");
        Browser.Page before = tia.get(PATH);
        // Activity vouches for a quarter of an hour after the last action.
        assertThat(before.text()).contains("45 min", "Take off</button>");
        Browser.Page done = send(tia, before, "take-off", fields(before.text(), "take-off"));
        assertThat(done.text()).contains("Took 45 min off", "No timer ran unobserved");
        assertThat(total()).isEqualTo(75 * 60);
        Browser.Page undone = send(tia, done, "put-back", fields(done.text(), "put-back"));
        assertThat(undone.text()).contains("Take off</button>");
        assertThat(total()).isEqualTo(2 * 3_600);
    }

    @Test
    void sessionOfWhichNothingWouldBeLeftIsDeletedAndRestored() {
        new SampleDesktop(server.address(), "tia")
                .record(SampleServer.TIAS_ROLE, lately, Duration.ofMinutes(20));
        Browser tia = Browser.signedIn(server.address(), "tia");
        Browser.Page before = tia.get(PATH);
        Browser.Page done = send(tia, before, "take-off", fields(before.text(), "take-off"));
        assertThat(total()).isZero();
        send(tia, done, "put-back", fields(done.text(), "put-back"));
        assertThat(total()).isEqualTo(1_200);
    }

    @Test
    void convenorSeesAllAndWhoWasInTwoPlacesAndChangesNothing() {
        observed.marks(ObservedTutors.TIA, OFFICE, lately, 30);
        observed.marks(ObservedTutors.TIA, TELEPHONE, lately.plusSeconds(600), 10);
        observed.marks(ObservedTutors.TOM, OFFICE, lately, 20);
        String text = Browser.signedIn(server.address(), "cora").get(PATH).text();
        assertThat(text)
                .contains("Tia Tutor", "Tom Okafor", "Active from two addresses at once")
                .contains("marking sessions")
                .doesNotContain("Record</button>", OFFICE, TELEPHONE);
        String own = Browser.signedIn(server.address(), "tom").get(PATH).text();
        assertThat(own).doesNotContain("Tia Tutor", "Active from two addresses");
    }

    @Test
    void nobodyElseSeesThePageAndNoOtherPageMayClick() {
        observed.marks(ObservedTutors.TIA, OFFICE, lately, 30);
        Browser stella = Browser.signedIn(server.address(), "stella");
        assertThat(stella.get(PATH).status()).isEqualTo(404);
        Browser tia = Browser.signedIn(server.address(), "tia");
        Map<String, String> fields = fields(tia.get(PATH).text(), "record");
        fields.remove("csrf_token");
        assertThat(tia.post(PATH + "/record", fields).status()).isEqualTo(403);
        assertThat(tia.get(PATH + "?period=ever").status()).isEqualTo(400);
        assertThat(tia.get(PATH + "?recorded=x").status()).isEqualTo(400);
        fields.put("csrf_token", tia.get(PATH).csrfToken());
        fields.putAll(
                Map.of(
                        "session", "00000000-0000-4000-8000-000000000001",
                        "start", "2026-08-03T10:00:00Z",
                        "end", "2026-08-03T09:00:00Z"));
        assertThat(tia.post(PATH + "/take-off", fields).status()).isEqualTo(400);
        assertThat(total()).isZero();
    }

    /// Sends a form and follows to the page that it leads to.
    private static Browser.Page send(
            Browser browser, Browser.Page page, String form, Map<String, String> fields) {
        fields.put("csrf_token", page.csrfToken());
        Browser.Page answer = browser.post(PATH + "/" + form, fields);
        assertThat(answer.status()).as(answer.text()).isEqualTo(303);
        return browser.get(answer.header("location").replaceFirst("^http://[^/]+", ""));
    }

    /// What the first form of this name would send.
    private static Map<String, String> fields(String text, String form) {
        int start = text.indexOf("/records/" + form + "\"");
        String inside = text.substring(start, text.indexOf("</form>", start));
        Map<String, String> fields = new HashMap<>();
        Matcher field = Pattern.compile("name=\"([^\"]*)\" value=\"([^\"]*)\"").matcher(inside);
        while (field.find()) {
            fields.put(field.group(1), field.group(2));
        }
        return fields;
    }

    private long total() {
        return server.wiring()
                .database()
                .read(handle ->
                        handle.createQuery("SELECT total_tutor_time FROM units WHERE id = 10")
                                .mapTo(Long.class)
                                .one());
    }
}
