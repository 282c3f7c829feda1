package org.tutortimes.server.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.tutortimes.model.classes.ClassSessionState.Step;
import org.tutortimes.model.classes.Passage;
import org.tutortimes.server.ManyTutors;
import org.tutortimes.server.OnBothDatabases;
import org.tutortimes.server.TestDatabase;
import org.tutortimes.server.pages.Browser;
import org.tutortimes.server.pages.SampleServer;

/// The pages of those who run classes without a script, as any browser shows them.
@OnBothDatabases
class TeacherPagesTest {

    private static final String CLASSES = "/units/10/classes";

    @Parameter private TestDatabase kind;
    @TempDir Path folder;
    private SampleServer server;
    private SampleClass sample;

    @BeforeEach
    void start() {
        server = new SampleServer(kind, folder);
        sample = new SampleClass(server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aUnitWithoutClassesSaysWhatAClassIs() {
        assertThat(signedIn("cora").get("/units/11/classes").text())
                .contains("No class yet", "Make the class");
    }

    @Test
    void tutorSeesOwnClassesAndAConvenorAll() {
        assertThat(signedIn("tia").get(CLASSES).text())
                .contains(SampleClass.NAME, "3 students")
                .doesNotContain("Who teaches it?");
        assertThat(signedIn("tom").get(CLASSES).text()).contains("No class yet");
        assertThat(signedIn("cora").get(CLASSES).text())
                .contains(SampleClass.NAME, "Tia Tutor", "Who teaches it?");
    }

    @Test
    void classWithoutANameIsRefusedInASentence() {
        Browser.Page page = submit(signedIn("tia"), CLASSES, CLASSES, Map.of("name", " "));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("The name must be a text of 1 to 200 characters");
    }

    @Test
    void aListWithAnUnknownLineEnrolsNobodyAndIsKept() {
        Browser tia = signedIn("tia");
        String made = made(tia, "Lab");
        Browser.Page page =
                submit(tia, made, made + "/enrol", Map.of("students", "ada\nno<b>body</b>\n"));
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.text())
                .contains(
                        "Nobody was enrolled yet",
                        "“no&lt;b&gt;body&lt;/b&gt;”",
                        "ada\nno&lt;b&gt;")
                .contains("Nobody is enrolled</strong>");
        assertThat(submit(tia, made, made + "/enrol", Map.of("students", "")).text())
                .contains("Write down whom to enrol");
    }

    @Test
    void studentsAreEnrolledAndRemovedAndEachIsUndone() {
        Browser tia = signedIn("tia");
        String made = made(tia, "Lab");
        Browser.Page all = submit(tia, made, made + "/enrol", Map.of("all", "1"));
        assertThat(all.text()).contains("4 students are enrolled.", "Sam Lee", "Chloé Martin");
        Browser.Page removed = submit(tia, made, made + "/remove", Map.of("student", "60,61"));
        assertThat(removed.text())
                .contains("2 students are removed.")
                .doesNotContain("Ben Whitlam");
        Browser.Page undone = submit(tia, made, made + "/enrol", Map.of("students", "60,61"));
        assertThat(undone.text()).contains("Ada Nguyen", "Ben Whitlam");
        Browser.Page none = submit(tia, made, made + "/remove", Map.of("student", "50,60,61,62"));
        assertThat(none.text()).contains("Nobody is enrolled");
    }

    @Test
    void severalWhoEnrolAtOnceLoseNobody() throws Exception {
        String made = made(signedIn("tia"), "Lab");
        List<String> students = List.of("sam", "ada", "ben", "chloe");
        List<Browser> browsers = students.stream().map(_ -> signedIn("tia")).toList();
        ManyTutors.atOnce(
                students.size(),
                number ->
                        submit(
                                browsers.get(number),
                                made,
                                made + "/enrol",
                                Map.of("students", students.get(number))));
        assertThat(signedIn("tia").get(made).text())
                .contains("Sam Lee", "Ada Nguyen", "Ben Whitlam", "Chloé Martin");
    }

    @Test
    void settingsAreKeptAndAHalfMeetingIsNone() {
        Browser tia = signedIn("tia");
        String made = made(tia, "Lab");
        Browser.Page saved =
                submit(
                        tia,
                        made,
                        made + "/settings",
                        Map.of(
                                "name", "Friday lab",
                                "weekday", "friday",
                                "meeting_time", "14:30",
                                "duration_minutes", "90",
                                "feedback", "on"));
        assertThat(saved.text())
                .contains("Saved.", "Friday lab", "Fridays at 14:30, 90 minutes")
                .contains("counts as during a tutorial");
        assertThat(
                        submit(
                                        tia,
                                        made,
                                        made + "/settings",
                                        Map.of(
                                                "name", "Friday lab",
                                                "weekday", "friday",
                                                "meeting_time", "",
                                                "duration_minutes", "many"))
                                .text())
                .contains("The number of minutes must be a whole number")
                .contains("The time must be given");
    }

    @Test
    void anArchivedClassPlansNothingUntilItGoesOn() {
        Browser tia = signedIn("tia");
        String made = made(tia, "Lab");
        Browser.Page archived = submit(tia, made, made + "/archive", Map.of());
        assertThat(archived.text())
                .contains("The class is archived.", "Undo")
                .doesNotContain("Plan it</button>");
        assertThat(tia.get(CLASSES).text()).contains("Archived classes (1)");
        assertThat(submit(tia, made, made + "/restore", Map.of()).text())
                .contains("The class goes on.", "Plan it</button>");
    }

    @Test
    void whatIsWrongWithAPlanIsToldAndWhatWasTypedIsKept() {
        Browser tia = signedIn("tia");
        String made = made(tia, "Lab");
        Browser.Page page =
                submit(
                        tia,
                        made,
                        made + "/sessions",
                        Map.of("title", "Reading", "when", "", "text", "Some <i>text</i>"));
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.text())
                .contains("Say when it is planned for.", "Some &lt;i&gt;text&lt;/i&gt;");
    }

    @Test
    void thePlanChangesUntilTheSessionStarts() {
        UUID id = sample.plan("Reading", new Passage("1", "Before"));
        Browser tia = signedIn("tia");
        String plan = "/class-sessions/" + id + "/plan";
        Map<String, String> fields =
                Map.of("title", "Another", "when", "2026-08-03T10:00", "text", "After");
        assertThat(submit(tia, plan, plan, fields).text()).contains("Another", "3 Aug, 10:00");
        sample.move(id, Step.OPEN);
        sample.move(id, Step.START);
        Browser.Page late = submit(tia, plan, plan, fields);
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.text()).contains("cannot change once it has started");
    }

    @Test
    void aStepThatAnotherHasTakenAlreadyShowsTheBoard() {
        UUID id = sample.open("Reading");
        Browser tia = signedIn("tia");
        String board = "/class-sessions/" + id;
        assertThat(submit(tia, board, board + "/open", Map.of()).text())
                .contains("Waiting for students", "0 <small>of 3</small>");
        assertThat(submit(tia, board, board + "/cancel", Map.of()).text()).contains("Cancelled");
    }

    @Test
    void nobodyElseSeesAClassOrItsBoard() {
        UUID id = sample.open("Reading");
        String made = made(signedIn("tia"), "Lab");
        for (String stranger : new String[] {"tom", "stella"}) {
            Browser browser = signedIn(stranger);
            assertThat(browser.get("/class-sessions/" + id).status()).isEqualTo(404);
            assertThat(browser.get(made).status()).isEqualTo(404);
            assertThat(browser.get("/class-sessions/" + id + "/live").status()).isEqualTo(404);
        }
        Browser ada = signedIn("ada");
        assertThat(ada.get("/class-sessions/" + id).text()).doesNotContain("roster");
        assertThat(ada.get("/class-sessions/" + id + "/plan").status()).isNotEqualTo(200);
        assertThat(
                        submit(
                                        ada,
                                        "/class-sessions/" + id,
                                        "/class-sessions/" + id + "/start",
                                        Map.of())
                                .status())
                .isEqualTo(403);
        assertThat(signedIn("tia").post("/class-sessions/" + id + "/start", Map.of()).status())
                .as("without the page's token")
                .isEqualTo(403);
    }

    private Browser signedIn(String user) {
        return Browser.signedIn(server.address(), user);
    }

    private static String made(Browser tia, String name) {
        Map<String, String> fields = new HashMap<>(Map.of("name", name));
        fields.put("csrf_token", tia.get(CLASSES).csrfToken());
        Browser.Page answer = tia.post(CLASSES, fields);
        assertThat(answer.status()).isEqualTo(303);
        return answer.header("Location").replaceFirst("^http://[^/]*", "");
    }

    /// Sends a form of a page, and follows where that leads.
    private static Browser.Page submit(
            Browser browser, String page, String action, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("csrf_token", browser.get(page).csrfToken());
        Browser.Page answer = browser.post(action, all);
        return answer.status() == 303
                ? browser.get(answer.header("Location").replaceFirst("^http://[^/]*", ""))
                : answer;
    }
}
