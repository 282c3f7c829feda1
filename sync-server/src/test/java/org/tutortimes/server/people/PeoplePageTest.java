package org.tutortimes.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.tutortimes.server.OnBothDatabases;
import org.tutortimes.server.TestDatabase;
import org.tutortimes.server.pages.Browser;
import org.tutortimes.server.pages.SampleServer;

/// The page of a unit's people, over real HTTP. Each test has people of its own.
// The fields are set before each run of the class, which the checker does not know.
@SuppressWarnings("NullAway.Init")
@OnBothDatabases
class PeoplePageTest {

    private static final String PEOPLE = "/units/10/people";

    @TempDir static Path folder;
    @Parameter TestDatabase kind;
    private static SampleServer server;
    private static Browser ada;
    private static Browser cora;

    @BeforeParameterizedClassInvocation
    static void start(TestDatabase kind) {
        server = new SampleServer(kind, folder);
        server.change(
                """
                INSERT INTO users (id, username, name, password_hash, system_role)
                SELECT 9, 'ada', 'Ada Admin', password_hash, 'admin' FROM users WHERE id = 1
                """);
        ada = Browser.signedIn(server.address(), "ada");
        cora = Browser.signedIn(server.address(), "cora");
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        server.close();
    }

    @Test
    void onlyConvenorsAndAdministratorsSeeIt() {
        Browser tia = Browser.signedIn(server.address(), "tia");
        Browser stella = Browser.signedIn(server.address(), "stella");

        assertThat(cora.get(PEOPLE).text()).contains("Cora Convenor", "Tia Tutor", "Tom Okafor");
        assertThat(ada.get(PEOPLE).text()).contains("Tia Tutor", "Make convenor");
        assertThat(cora.get("/units/10").text()).contains("href=\"/units/10/people\"");
        assertThat(tia.get("/units/10").text()).doesNotContain("/units/10/people");
        assertThat(tia.get(PEOPLE).status()).isEqualTo(403);
        assertThat(stella.get(PEOPLE).status()).isEqualTo(404);
        assertThat(ada.get("/units/999/people").status()).isEqualTo(404);
        assertThat(send(tia, "", "who", "sam").status()).isEqualTo(403);
        assertThat(send(stella, "/list", "people", "sam").status()).isEqualTo(404);
        assertThat(send(tia, "/end", "ids", "102").status()).isEqualTo(403);
        assertThat(cora.get(PEOPLE).text()).doesNotContain("Sam Lee");
    }

    @Test
    void tutorIsAddedByNameAndThatIsUndone() {
        person(200, "nia", "Nia Newman");

        String page = changed(send(cora, "", "who", " nia NEWMAN "));

        assertThat(page).contains("Nia Newman has a role here now.", "End the role of Nia Newman");
        assertThat(audited("unit_role_added")).contains("cora");
        String undone = changed(undo(page));
        assertThat(undone)
                .contains("The role of Nia Newman has ended.", "Restore the role of Nia Newman");
        assertThat(changed(undo(undone))).contains("Nia Newman has the role here again.");
        assertThat(changed(send(cora, "", "who", "nia"))).contains("One had it already.");
    }

    @Test
    void whoeverIsMeantIsAskedForWhereSeveralMayBe() {
        person(210, "lee1", "Robin Lee");
        person(211, "lee2", "Robin Lee");

        Browser.Page asked = send(cora, "", "who", "robin lee");

        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.text())
                .contains("2 people are called robin lee.", "value=\"lee1\"", "value=\"lee2\"")
                .contains("value=\"robin lee\"");
        assertThat(send(ada, "", "who", "robin l").text())
                .contains("Nobody here is called robin l.", "Do you mean one of these?")
                .contains("value=\"lee2\"");
        assertThat(send(cora, "", "who", "OKAFOR").text())
                .as("a part of the name of who has a role")
                .contains("value=\"tom\"");
        assertThat(send(cora, "", "who", "%").text()).doesNotContain("value=\"tom\"");
        assertThat(send(cora, "", "who", "Nemo").text())
                .contains("Nobody here is called Nemo.", "ask your administrator");
        assertThat(send(ada, "", "who", "Nemo").text()).contains("add an account");
        assertThat(changed(send(cora, "", "who", "LEE2@example.org")))
                .contains("Robin Lee has a role here now.");
    }

    @Test
    void convenorsFindOnlyWhomTheyCanNameOrWhoHasARole() {
        person(212, "secret", "Petra Private");

        for (String part : List.of("petra", "pet", "secre", "secret@", "secret@example.or", "s")) {
            assertThat(send(cora, "", "who", part).text()).as(part).doesNotContain("Petra Private");
        }
        assertThat(send(cora, "", "who", "sam l").text()).as("a student").doesNotContain("Sam Lee");
        assertThat(send(cora, "", "who", "to").text()).doesNotContain("value=\"tom\"");
        assertThat(send(cora, "", "who", "o%k").text()).doesNotContain("value=\"tom\"");
        assertThat(send(cora, "", "who", "oka").text()).contains("value=\"tom\"");
        assertThat(send(ada, "", "who", "secret@").text()).contains("value=\"secret\"");
        assertThat(changed(send(cora, "", "who", "SECRET@EXAMPLE.ORG")))
                .contains("Petra Private has a role here now.");
    }

    @Test
    void nobodyIsCalledByMoreThanAnybodyTypes() {
        for (int length : List.of(321, 60_000)) {
            Browser.Page refused = send(cora, "", "who", "a".repeat(length));

            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.text()).contains("e-mail address has at most 320 characters.");
            assertThat(send(ada, "", "who", "a".repeat(length)).status()).isEqualTo(422);
        }
        assertThat(send(ada, "", "who", "a".repeat(320)).text()).contains("Nobody here is called");
        assertThat(send(cora, "", "who", "t\0ia").status()).isEqualTo(400);
        assertThat(send(cora, "/list", "people", "t\0ia").status()).isEqualTo(400);
    }

    @Test
    void listIsAddedAsAWholeOrNotAtAll() {
        person(220, "una", "Una Unger");
        person(221, "udo", "Udo Übel");
        person(222, "ute", "Ute Ulm");
        person(223, "ute2", "Ute Ulm");
        String faulty =
                """
                Nachname;Vorname;Gruppe
                Unger;Una;1
                Ulm;Ute;2

                Nemo;Niemand;3
                """;

        Browser.Page refused = send(cora, "/list", "people", faulty);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text())
                .contains("Line 3: 2 people are called Ute Ulm. Write the user name: ute, ute2.")
                .contains("Line 5: nobody here is called Nemo, Niemand, 3.")
                .contains("Unger;Una;1")
                .doesNotContain("End the role of Una");
        String list = "Email,Benutzername\nUNA@example.org,\n,udo\n,ute2\n,tia\n";
        assertThat(send(cora, "/list", "people", list, "check", "1").text())
                .contains("3 tutors would be new.", "One has the role already.")
                .doesNotContain("End the role of Una");
        String page = changed(send(cora, "/list", "people", list));
        assertThat(page)
                .contains("3 people have a role here now. One had it already.")
                .contains("End the role of Una Unger", "End the role of Udo Übel");
        assertThat(changed(undo(page))).contains("3 roles have ended.");
        assertThat(send(cora, "/list", "people", list, "check", "1").text())
                .contains("Nobody would be new.", "The roles of 3 would be restored.");
        assertThat(send(cora, "/list", "people", " \n").text()).contains("The list names nobody.");
        assertThat(send(cora, "/list", "people", "una\n".repeat(1_001)).text())
                .contains("The list has more than 1,000 lines");
    }

    @Test
    void fileGoesBeforeTheTextAndMayBeOfAnOldSpreadsheet() {
        person(230, "bjoern", "Björn Öberg");
        String token = cora.get(PEOPLE).csrfToken();

        Browser.Page answer =
                cora.postFile(
                        PEOPLE + "/list",
                        Map.of("csrf_token", token, "people", "nobody"),
                        "Name\r\nBj\u00f6rn \u00d6berg\r\n"
                                .getBytes(Charset.forName("windows-1252")));

        assertThat(changed(answer)).contains("Björn Öberg has a role here now.");
        Browser.Page large =
                cora.postFile(PEOPLE + "/list", Map.of("csrf_token", token), new byte[1_100_000]);
        assertThat(large.status()).isEqualTo(413);
    }

    @Test
    void administratorsChangeRolesAndConvenorsOnlyThoseOfTutors() {
        person(240, "zoe", "Zoe Zander");
        String page = changed(send(ada, "", "who", "zoe", "role", "convenor"));
        String id =
                page.replaceAll(
                        "(?s).*name=\"ids\" value=\"(\\d+)\">\\s+<input[^>]+name=\"role\".*", "$1");

        assertThat(send(cora, "/end", "ids", id).status()).isEqualTo(403);
        assertThat(send(cora, "/role", "ids", id, "role", "tutor").status()).isEqualTo(403);
        assertThat(send(cora, "", "who", "zoe", "role", "convenor").status()).isEqualTo(403);
        assertThat(send(ada, "/end", "ids", "110").status()).as("of another unit").isEqualTo(400);
        assertThat(send(ada, "/end", "ids", "77").status()).isEqualTo(404);

        String tutor = changed(send(ada, "/role", "ids", id, "role", "tutor"));
        assertThat(tutor).contains("Zoe Zander is a tutor now.");
        assertThat(changed(undo(tutor))).contains("Zoe Zander is a convenor now.");
        send(ada, "", "who", "zoe", "role", "tutor");
        Browser.Page taken = send(ada, "/role", "ids", id, "role", "tutor");
        assertThat(taken.status()).isEqualTo(422);
        assertThat(taken.text()).contains("has the other role in this unit already");
    }

    @Test
    void changeNeedsTheTokenOfThePage() {
        Browser.Page answer =
                cora.post(PEOPLE + "/end", Map.of("csrf_token", "guessed", "ids", "101"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(cora.get(PEOPLE).text()).contains("End the role of Tia Tutor");
    }

    @Test
    void germanSaysTheSame() {
        Browser german = Browser.signedIn(server.address(), "cora");
        german.keepCookie("tutor-times-language", "de");

        assertThat(german.get(PEOPLE).text())
                .contains("Wer eine Rolle hat", "Die Rolle von Tia Tutor als Tutor beenden");
        assertThat(send(german, "", "who", "Nemo").text()).contains("Niemand hier heißt Nemo.");
    }

    private static void person(long id, String username, String name) {
        server.change(
                "INSERT INTO users (id, username, name, email) VALUES (?, ?, ?, ?)",
                id,
                username,
                name,
                username + "@example.org");
    }

    private static List<String> audited(String action) {
        return server.wiring()
                .database()
                .read(handle ->
                        handle.createQuery("SELECT actor FROM audit_log WHERE action = ?")
                                .bind(0, action)
                                .mapTo(String.class)
                                .list());
    }

    private static Browser.Page send(Browser browser, String path, String... fields) {
        Map<String, String> form = new HashMap<>();
        form.put("csrf_token", browser.get("/").csrfToken());
        for (int index = 0; index < fields.length; index += 2) {
            form.put(fields[index], fields[index + 1]);
        }
        return browser.post(PEOPLE + path, form);
    }

    /// The page that a change leads to.
    private static String changed(Browser.Page answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(303);
        return ada.get(answer.header("Location")).text();
    }

    /// Sends the form of the notice.
    private static Browser.Page undo(String page) {
        String notice = page.replaceAll("(?s).*(<form class=\"notice\".*?</form>).*", "$1");
        String action = notice.replaceAll("(?s).*action=\"([^\"]*)\".*", "$1");
        return ada.post(
                action,
                Map.of(
                        "csrf_token", ada.get("/").csrfToken(),
                        "ids", notice.replaceAll("(?s).*name=\"ids\" value=\"([^\"]*)\".*", "$1"),
                        "role",
                                notice.replaceAll(
                                        "(?s).*name=\"role\" value=\"([^\"]*)\".*", "$1")));
    }
}
