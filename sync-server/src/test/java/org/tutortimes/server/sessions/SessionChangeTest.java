package org.tutortimes.server.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
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
import org.tutortimes.server.pages.Browser.Field;
import org.tutortimes.server.pages.ObservedTutors;
import org.tutortimes.server.pages.SampleDesktop;
import org.tutortimes.server.pages.SampleServer;

/// Correcting, deleting and restoring on the page of a session, without a script.
@OnBothDatabases
class SessionChangeTest {

    /// With milliseconds, which no field of a browser shows.
    private final Instant begin =
            Instant.now().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(2)).plusMillis(123);

    @Parameter TestDatabase database;
    @TempDir Path folder;
    private SampleServer server;
    private Browser tia;
    private String path;

    @BeforeEach
    void start() {
        server = new SampleServer(database, folder);
        SampleDesktop desktop = new SampleDesktop(server.address(), "tia");
        path =
                "/units/10/sessions/"
                        + desktop.record(SampleServer.TIAS_ROLE, begin, Duration.ofMinutes(90));
        tia = Browser.signedIn(server.address(), "tia");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void correctionChangesWhatWasFilledInAndNothingElse() {
        Browser.Page page = tia.get(path);
        List<Field> fields = correction(page, "Lunch was in it.");
        Field end = field(fields, "end");
        // Half an hour earlier; the start stays as it stands in the field, without milliseconds.
        String earlier = local(begin.plus(Duration.ofMinutes(60)));

        Browser.Page saved = tia.postFields(path + "/correct", replaced(fields, end, earlier));

        assertThat(saved.status()).isEqualTo(303);
        String text = tia.get(saved.header("Location")).text();
        assertThat(text)
                .contains("Corrected.", "Lunch was in it.", "Tia Tutor</strong> · corrected it")
                .contains("59<small>min</small>");
        assertThat(field(correction(tia.get(path), "x"), "start_was").value())
                .as("the milliseconds of the start")
                .endsWith(".123Z");
        assertThat(tia.get("/units/10").text()).contains("59<small>min</small>");
    }

    @Test
    void savingWithoutAChangeKeepsEveryMillisecond() {
        tia.postFields(path + "/correct", correction(tia.get(path), "Looked at it again."));

        assertThat(field(correction(tia.get(path), "x"), "end_was").value()).endsWith(".123Z");
        assertThat(tia.get(path).text()).contains("1<small>h</small> 30<small>min</small>");
    }

    @Test
    void breakIsTakenOutWithTheEmptyLine() {
        List<Field> fields = correction(tia.get(path), "A break.");
        List<Field> changed = new ArrayList<>();
        int ends = 0;
        for (Field each : fields) {
            boolean last = each.value().isEmpty();
            changed.add(
                    switch (each.name()) {
                        case "start" -> last ? each.with(local(begin.plusSeconds(3_600))) : each;
                        case "end" ->
                                each.with(local(begin.plusSeconds(ends++ == 0 ? 1_800 : 5_400)));
                        default -> each;
                    });
        }

        assertThat(tia.postFields(path + "/correct", changed).status()).isEqualTo(303);

        assertThat(tia.get(path).text()).contains("59<small>min</small>");
        assertThat(correction(tia.get(path), "").stream().filter(each -> each.name().equals("end")))
                .hasSize(3);
    }

    @Test
    void whatIsWrongIsExplainedInPlaceAndWhatWasFilledInStays() {
        List<Field> fields = correction(tia.get(path), "");
        Field end = field(fields, "end");
        Field start = field(fields, "start");

        String early = local(begin.minus(Duration.ofDays(1)));
        String wrong = tia.postFields(path + "/correct", replaced(fields, end, early)).text();
        assertThat(wrong)
                .contains("Say why.", "The end of line 1 must lie after the start.", early);
        String future = local(Instant.now().plus(Duration.ofDays(2)));
        assertThat(tia.postFields(path + "/correct", replaced(fields, end, future)).text())
                .contains("The end of line 1 must not lie in the future.");
        assertThat(tia.postFields(path + "/correct", replaced(fields, start, "")).text())
                .contains("The times of line 1 cannot be read");
        assertThat(tia.postFields(path + "/correct", replaced(fields, start, "soon")).status())
                .isEqualTo(400);
        List<Field> emptied =
                correction(tia.get(path), "Nothing left.").stream()
                        .map(each ->
                                List.of("start", "end").contains(each.name())
                                        ? each.with("")
                                        : each)
                        .toList();
        assertThat(tia.postFields(path + "/correct", emptied).text())
                .contains("holds at least a second");
        assertThat(tia.get(path).text()).contains("1<small>h</small> 30<small>min</small>");
    }

    @Test
    void forgottenStretchMayLieBeforeWhatIsThere() {
        List<Field> changed =
                correction(tia.get(path), "The first hour was missing.").stream()
                        .map(each ->
                                switch (each.name()) {
                                    case "start" ->
                                            each.value().isEmpty()
                                                    ? each.with(local(begin.minusSeconds(7_200)))
                                                    : each;
                                    case "end" ->
                                            each.value().isEmpty()
                                                    ? each.with(local(begin.minusSeconds(3_600)))
                                                    : each;
                                    default -> each;
                                })
                        .toList();

        assertThat(tia.postFields(path + "/correct", changed).status()).isEqualTo(303);

        assertThat(tia.get(path).text()).contains("2<small>h</small> 30<small>min</small>");
        assertThat(field(correction(tia.get(path), ""), "end_was").value()).endsWith(".000Z");
    }

    @Test
    void formMeansTheClockThatItWasWrittenBy() {
        List<Field> fields = correction(tia.get(path), "Looked at it again.");
        tia.keepCookie("tutor-times-zone", "Europe%2FBerlin");

        assertThat(tia.postFields(path + "/correct", fields).status()).isEqualTo(303);

        assertThat(field(correction(tia.get(path), ""), "start_was").value())
                .isEqualTo(begin.toString());
    }

    @Test
    void correctionOfWhatIsDeletedMeanwhileSaysWhy() {
        List<Field> fields = correction(tia.get(path), "Too late.");
        tia.post(path + "/delete", Map.of("csrf_token", tia.get(path).csrfToken()));

        Browser.Page refused = tia.postFields(path + "/correct", fields);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("has changed since this page was made", "Restore it");
        assertThat(
                        tia.postFields(
                                        path + "/correct",
                                        fields.stream()
                                                .filter(each -> !each.name().equals("version"))
                                                .toList())
                                .status())
                .isEqualTo(400);
    }

    @Test
    void correctionOfWhatHasChangedMeanwhileIsAskedForOnceMore() {
        List<Field> old = correction(tia.get(path), "First.");
        tia.postFields(path + "/correct", correction(tia.get(path), "Second."));

        Browser.Page refused = tia.postFields(path + "/correct", old);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("has changed since this page was made");
        assertThat(tia.postFields(path + "/correct", correction(refused, "First.")).status())
                .isEqualTo(303);
    }

    @Test
    void deletedSessionCountsNothingAndIsRestoredByOneClick() {
        Browser.Page page = tia.get(path);
        Browser.Page deleted =
                tia.post(
                        path + "/delete",
                        Map.of("csrf_token", page.csrfToken(), "note", "Not marking."));

        Browser.Page after = tia.get(deleted.header("Location"));
        assertThat(after.text()).contains("Deleted.", "Undo", "Not marking.");
        assertThat(tia.get("/units/10").text()).contains("0<small>min</small>");

        tia.post(path + "/restore", Map.of("csrf_token", after.csrfToken()));

        assertThat(tia.get(path).text())
                .contains("1<small>h</small> 30<small>min</small>", "restored it");
        assertThat(tia.post(path + "/restore", Map.of("csrf_token", after.csrfToken())).status())
                .as("once more")
                .isEqualTo(303);
    }

    @Test
    void onlyItsOwnerAndAdministratorsChangeASession() {
        Browser cora = Browser.signedIn(server.address(), "cora");
        Browser.Page page = cora.get(path);

        assertThat(page.text())
                .contains("Only its owner or an administrator may change it.")
                .doesNotContain("/correct", "/delete");
        Map<String, String> form = Map.of("csrf_token", cora.get("/account").csrfToken());
        assertThat(cora.post(path + "/delete", form).status()).isEqualTo(403);
        assertThat(Browser.signedIn(server.address(), "tom").post(path + "/delete", form).status())
                .isEqualTo(403);
        assertThat(tia.post(path + "/delete", Map.of()).status()).as("no token").isEqualTo(403);
        server.change("UPDATE users SET system_role = 'admin' WHERE id = 1");
        assertThat(cora.post(path + "/delete", form).status()).isEqualTo(303);
        assertThat(tia.get(path).text()).contains("Cora Convenor</strong> · deleted it");
    }

    @Test
    void runningSessionWaitsForItsEnd() {
        String running = new SampleDesktop(server.address(), "tom").start(SampleServer.TOMS_ROLE);
        Browser tom = Browser.signedIn(server.address(), "tom");

        assertThat(tom.get("/units/10/sessions/" + running).text())
                .contains("It can be corrected once it is paused or completed.")
                .doesNotContain("/correct");
    }

    @Test
    void onlyAdministratorsDeleteAMarkingSession() {
        new ObservedTutors(server, folder).marks(ObservedTutors.TIA, "192.0.2.1", begin, 20);
        Browser cora = Browser.signedIn(server.address(), "cora");
        Matcher found =
                Pattern.compile("/units/10/marking-sessions/\\d+")
                        .matcher(cora.get("/units/10/marking-sessions").text());
        assertThat(found.find()).isTrue();
        String marking = found.group();
        Map<String, String> form =
                Map.of("csrf_token", cora.get("/account").csrfToken(), "note", "A test.");

        assertThat(cora.post(marking + "/delete", form).status()).isEqualTo(403);
        server.change("UPDATE users SET system_role = 'admin' WHERE id = 1");
        assertThat(cora.get(marking).text()).contains(marking + "/delete");
        assertThat(cora.post(marking + "/delete", form).status()).isEqualTo(303);
        assertThat(cora.get(marking).status()).isEqualTo(404);
        assertThat(cora.post(marking + "/delete", form).status()).isEqualTo(404);
    }

    /// The fields of the form, with this note.
    private static List<Field> correction(Browser.Page page, String note) {
        return page.fields("/correct").stream()
                .map(each -> each.name().equals("note") ? each.with(note) : each)
                .toList();
    }

    private static Field field(List<Field> fields, String name) {
        return fields.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }

    private static List<Field> replaced(List<Field> fields, Field field, String value) {
        return fields.stream().map(each -> each.equals(field) ? each.with(value) : each).toList();
    }

    /// As a browser gives it, by the unit's clock.
    private static String local(Instant at) {
        return at.atZone(SampleServer.ZONE)
                .toLocalDateTime()
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }
}
