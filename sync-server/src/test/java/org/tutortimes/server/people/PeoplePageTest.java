package org.tutortimes.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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

/// The page of a unit's people, over real HTTP. Each test has people of its own.
// The fields are set before each run of the class, which the checker does not know.
@SuppressWarnings("NullAway.Init")
@OnBothDatabases
class PeoplePageTest {

    private static final String PEOPLE = PeopleSite.PEOPLE;

    @TempDir static Path folder;
    @Parameter TestDatabase kind;
    private static PeopleSite site;
    private static Browser ada;
    private static Browser cora;

    @BeforeParameterizedClassInvocation
    static void start(TestDatabase kind) {
        site = new PeopleSite(kind, folder);
        ada = site.ada;
        cora = site.cora;
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        site.close();
    }

    @Test
    void onlyConvenorsAndAdministratorsSeeIt() {
        Browser tia = site.signedIn("tia");
        Browser stella = site.signedIn("stella");

        assertThat(cora.get(PEOPLE).text()).contains("Cora Convenor", "Tia Tutor", "Tom Okafor");
        assertThat(ada.get(PEOPLE).text()).contains("Tia Tutor", "Make convenor");
        assertThat(cora.get("/units/10").text()).contains("href=\"/units/10/people\"");
        assertThat(tia.get("/units/10").text()).doesNotContain("/units/10/people");
        assertThat(tia.get(PEOPLE).status()).isEqualTo(403);
        assertThat(stella.get(PEOPLE).status()).isEqualTo(404);
        assertThat(ada.get("/units/999/people").status()).isEqualTo(404);
        assertThat(PeopleSite.send(tia, "", "who", "sam").status()).isEqualTo(403);
        assertThat(PeopleSite.send(stella, "/list", "people", "sam").status()).isEqualTo(404);
        assertThat(PeopleSite.send(tia, "/end", "ids", "102").status()).isEqualTo(403);
        assertThat(cora.get(PEOPLE).text()).doesNotContain("Sam Lee");
    }

    @Test
    void tutorIsAddedByNameAndThatIsUndone() {
        site.person(200, "nia", "Nia Newman");

        String page = site.changed(PeopleSite.send(cora, "", "who", " nia NEWMAN "));

        assertThat(page).contains("Nia Newman has a role here now.", "End the role of Nia Newman");
        assertThat(site.audited("unit_role_added")).contains("cora");
        String undone = site.changed(site.undo(page));
        assertThat(undone)
                .contains("The role of Nia Newman has ended.", "Restore the role of Nia Newman");
        assertThat(site.changed(site.undo(undone))).contains("Nia Newman has the role here again.");
        assertThat(site.changed(PeopleSite.send(cora, "", "who", "nia")))
                .contains("One had it already.");
    }

    @Test
    void whoeverIsMeantIsAskedForWhereSeveralMayBe() {
        site.person(210, "lee1", "Robin Lee");
        site.person(211, "lee2", "Robin Lee");

        Browser.Page asked = PeopleSite.send(cora, "", "who", "robin lee");

        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.text())
                .contains("2 people are called robin lee.", "value=\"lee1\"", "value=\"lee2\"")
                .contains("value=\"robin lee\"");
        assertThat(PeopleSite.send(ada, "", "who", "robin l").text())
                .contains("Nobody here is called robin l.", "Do you mean one of these?")
                .contains("value=\"lee2\"");
        assertThat(PeopleSite.send(cora, "", "who", "OKAFOR").text())
                .as("a part of the name of who has a role")
                .contains("value=\"tom\"");
        assertThat(PeopleSite.send(cora, "", "who", "%").text()).doesNotContain("value=\"tom\"");
        assertThat(PeopleSite.send(cora, "", "who", "Nemo").text())
                .contains("Nobody here is called Nemo.", "ask your administrator");
        assertThat(PeopleSite.send(ada, "", "who", "Nemo").text()).contains("add an account");
        assertThat(site.changed(PeopleSite.send(cora, "", "who", "LEE2@example.org")))
                .contains("Robin Lee has a role here now.");
    }

    @Test
    void convenorsFindOnlyWhomTheyCanNameOrWhoHasARole() {
        site.person(212, "secret", "Petra Private");

        for (String part : List.of("petra", "pet", "secre", "secret@", "secret@example.or", "s")) {
            assertThat(PeopleSite.send(cora, "", "who", part).text())
                    .as(part)
                    .doesNotContain("Petra Private");
        }
        assertThat(PeopleSite.send(cora, "", "who", "sam l").text())
                .as("a student")
                .doesNotContain("Sam Lee");
        assertThat(PeopleSite.send(cora, "", "who", "to").text()).doesNotContain("value=\"tom\"");
        assertThat(PeopleSite.send(cora, "", "who", "o%k").text()).doesNotContain("value=\"tom\"");
        assertThat(PeopleSite.send(cora, "", "who", "oka").text()).contains("value=\"tom\"");
        assertThat(PeopleSite.send(ada, "", "who", "secret@").text()).contains("value=\"secret\"");
        assertThat(site.changed(PeopleSite.send(cora, "", "who", "SECRET@EXAMPLE.ORG")))
                .contains("Petra Private has a role here now.");
    }

    @Test
    void nobodyIsCalledByMoreThanAnybodyTypes() {
        for (int length : List.of(321, 60_000)) {
            Browser.Page refused = PeopleSite.send(cora, "", "who", "a".repeat(length));

            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.text()).contains("e-mail address has at most 320 characters.");
            assertThat(PeopleSite.send(ada, "", "who", "a".repeat(length)).status()).isEqualTo(422);
        }
        assertThat(PeopleSite.send(ada, "", "who", "a".repeat(320)).text())
                .contains("Nobody here is called");
        assertThat(PeopleSite.send(cora, "", "who", "t\0ia").status()).isEqualTo(400);
        assertThat(PeopleSite.send(cora, "/list", "people", "t\0ia").status()).isEqualTo(400);
    }

    @Test
    void addressIsNotBelieved() {
        site.person(260, "vic", "Vic Visit");
        String id =
                PeopleSite.idOf(
                        site.changed(PeopleSite.send(ada, "", "who", "vic", "role", "convenor")));

        for (String said :
                List.of(
                        "ended=102",
                        "restored=999",
                        "role=999",
                        "added=many&again=&kept=0",
                        "added=&again=&kept=900",
                        "ended=" + "102,".repeat(1_000))) {
            assertThat(cora.get(PEOPLE + "?" + said).text())
                    .as(said)
                    .doesNotContain("class=\"notice\"");
        }
        assertThat(cora.get(PEOPLE + "?role=102").text())
                .contains("Tom Okafor is a tutor now.")
                .doesNotContain(">Undo<");
        assertThat(cora.get(PEOPLE + "?restored=102").text()).contains(">Undo<");
        assertThat(cora.get(PEOPLE + "?restored=102," + id).text()).doesNotContain(">Undo<");
        site.changed(PeopleSite.send(ada, "/end", "ids", id));
        assertThat(cora.get(PEOPLE + "?ended=" + id).text())
                .contains("The role of Vic Visit has ended.")
                .doesNotContain(">Undo<");
        assertThat(ada.get(PEOPLE + "?ended=" + id).text()).contains(">Undo<");
        assertThat(ada.get(PEOPLE + "?restored=" + id + "&added=" + id).text())
                .doesNotContain("class=\"notice\"");
    }

    @Test
    void idsAreReadFromThoseAloneWhoMaySendThemAndOnlySoMany() {
        Browser tia = site.signedIn("tia");
        String many = "1" + ",1".repeat(60_000);

        for (String path : List.of("/end", "/restore", "/role")) {
            assertThat(PeopleSite.send(tia, path, "ids", many).status()).isEqualTo(403);
            assertThat(PeopleSite.send(tia, path, "ids", "").status()).isEqualTo(403);
            for (String ids :
                    List.of(many, "", "1,", "x", "1".repeat(19), "1" + ",1".repeat(1_000))) {
                assertThat(PeopleSite.send(ada, path, "ids", ids).status()).isEqualTo(400);
            }
        }
    }

    @Test
    void administratorsChangeRolesAndConvenorsOnlyThoseOfTutors() {
        site.person(240, "zoe", "Zoe Zander");
        String page = site.changed(PeopleSite.send(ada, "", "who", "zoe", "role", "convenor"));
        String id = PeopleSite.idOf(page);

        assertThat(PeopleSite.send(cora, "/end", "ids", id).status()).isEqualTo(403);
        assertThat(PeopleSite.send(cora, "/role", "ids", id, "role", "tutor").status())
                .isEqualTo(403);
        assertThat(PeopleSite.send(cora, "", "who", "zoe", "role", "convenor").status())
                .isEqualTo(403);
        assertThat(PeopleSite.send(ada, "/end", "ids", "110").status())
                .as("of another unit")
                .isEqualTo(400);
        assertThat(PeopleSite.send(ada, "/end", "ids", "77").status()).isEqualTo(404);

        String tutor = site.changed(PeopleSite.send(ada, "/role", "ids", id, "role", "tutor"));
        assertThat(tutor).contains("Zoe Zander is a tutor now.");
        assertThat(site.changed(site.undo(tutor))).contains("Zoe Zander is a convenor now.");
        PeopleSite.send(ada, "", "who", "zoe", "role", "tutor");
        Browser.Page taken = PeopleSite.send(ada, "/role", "ids", id, "role", "tutor");
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
        Browser german = site.signedIn("cora");
        german.keepCookie("tutor-times-language", "de");

        assertThat(german.get(PEOPLE).text())
                .contains("Wer eine Rolle hat", "Die Rolle von Tia Tutor als Tutor beenden");
        assertThat(PeopleSite.send(german, "", "who", "Nemo").text())
                .contains("Niemand hier heißt Nemo.");
    }
}
