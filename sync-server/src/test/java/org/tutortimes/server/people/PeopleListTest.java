package org.tutortimes.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
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

/// Lists of tutors that are pasted or sent as a file, over real HTTP. Each test has people of its
/// own.
// The fields are set before each run of the class, which the checker does not know.
@SuppressWarnings("NullAway.Init")
@OnBothDatabases
class PeopleListTest {

    private static final String PEOPLE = PeopleSite.PEOPLE;

    @TempDir static Path folder;
    @Parameter TestDatabase kind;
    private static PeopleSite site;
    private static Browser cora;

    @BeforeParameterizedClassInvocation
    static void start(TestDatabase kind) {
        site = new PeopleSite(kind, folder);
        cora = site.cora;
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        site.close();
    }

    @Test
    void listIsAddedAsAWholeOrNotAtAll() {
        site.person(220, "una", "Una Unger");
        site.person(221, "udo", "Udo Übel");
        site.person(222, "ute", "Ute Ulm");
        site.person(223, "ute2", "Ute Ulm");
        String faulty =
                """
                Nachname;Vorname;Gruppe
                Unger;Una;1
                Ulm;Ute;2

                Nemo;Niemand;3
                """;

        Browser.Page refused = PeopleSite.send(cora, "/list", "people", faulty);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text())
                .contains("Line 3: 2 people are called Ute Ulm. Write the user name: ute, ute2.")
                .contains("Line 5: nobody here is called Nemo, Niemand, 3.")
                .contains("Unger;Una;1")
                .doesNotContain("End the role of Una");
        String list = "Email,Benutzername\nUNA@example.org,\n,udo\n,ute2\n,tia\n";
        assertThat(PeopleSite.send(cora, "/list", "people", list, "check", "1").text())
                .contains("3 tutors would be new.", "One has the role already.")
                .doesNotContain("End the role of Una");
        String page = site.changed(PeopleSite.send(cora, "/list", "people", list));
        assertThat(page)
                .contains("3 people have a role here now. One had it already.")
                .contains("End the role of Una Unger", "End the role of Udo Übel");
        assertThat(site.changed(site.undo(page))).contains("3 roles have ended.");
        assertThat(PeopleSite.send(cora, "/list", "people", list, "check", "1").text())
                .contains("Nobody would be new.", "The roles of 3 would be restored.");
        assertThat(PeopleSite.send(cora, "/list", "people", " \n").text())
                .contains("The list names nobody.");
        assertThat(PeopleSite.send(cora, "/list", "people", "una\n".repeat(1_001)).text())
                .contains("The list has more than 1,000 lines");
    }

    @Test
    void lineMeansNobodyWhereOnlyAPartOfItNamesSomebody() {
        site.person(250, "smith", "John Smith");
        site.person(251, "asmith", "Anna Smith");
        site.person(252, "berg", "Vera Berg");
        site.person(253, "vera", "Vera Tal");
        site.person(254, "twin1", "Uli Zwilling");
        site.person(255, "twin2", "Uli Zwilling");

        String refused =
                PeopleSite.send(
                                cora,
                                "/list",
                                "people",
                                """
                                Smith, Ben
                                Berg, Vera, nobody@example.org
                                smith, vera
                                Zwilling, Uli
                                smith, anna.smith@example.org
                                """
                                        + "tia,".repeat(11))
                        .text();

        assertThat(refused)
                .contains("Line 1: only a part of Smith, Ben names somebody, the user name smith.")
                .contains("Line 2: only a part of Berg, Vera, nobody@example.org names somebody")
                .contains("Line 3: smith, vera names several people.", "in its line: smith, vera.")
                .contains("user name: twin1, twin2.")
                .contains("Line 5: only a part of smith, anna.smith@example.org")
                .contains("Line 6 has more than 10 columns")
                .doesNotContain("End the role of John Smith");
    }

    @Test
    void lineMayBeANameEitherWayRoundWithWhatFitsThePerson() {
        site.person(270, "jones", "John Jones");
        site.person(271, "ajones", "Anna Jones");
        site.person(272, "wald", "Vera Wald");
        site.person(273, "vtal", "Vera Stal");
        site.person(274, "pair1", "Uli Paar");
        site.person(275, "pair2", "Uli Paar");
        String list =
                """
                Jones, Anna
                Vera,Wald,wald@example.org,17
                John Jones,jones@example.org
                Tia Tutor, tia.tutor@example.org
                Paar, Uli, pair2
                "Stal, Vera"
                """;
        String checked = PeopleSite.send(cora, "/list", "people", list, "check", "1").text();
        assertThat(checked)
                .contains("5 tutors would be new.", "One has the role already.")
                .contains("Line 1: Anna Jones (ajones) would be new.")
                .contains("Line 2: Vera Wald (wald) would be new.")
                .contains("Line 3: John Jones (jones) would be new.")
                .contains("Line 4: Tia Tutor (tia) has the role already.")
                .contains("Line 5: Uli Paar (pair2) would be new.")
                .contains("Line 6: Vera Stal (vtal) would be new.");
        String page = site.changed(PeopleSite.send(cora, "/list", "people", list));
        assertThat(page).contains("End the role of Anna Jones").doesNotContain("pair1");
        site.changed(site.undo(page));
        assertThat(PeopleSite.send(cora, "/list", "people", list, "check", "1").text())
                .contains("Line 1: Anna Jones (ajones) would have the role again.");
    }

    @Test
    void lineHasOnlySoManyCells() {
        assertThat(PeopleSite.send(cora, "/list", "people", "a,".repeat(200_000)).text())
                .contains("Line 1 has more than 10 columns");
        assertThat(PeopleSite.send(cora, "/list", "people", "Name,".repeat(11) + "\ntia").text())
                .contains("Line 2 has more than 10 columns");
    }

    @Test
    void fileMayBeWhatASpreadsheetCallsUnicode() {
        site.person(235, "zofia", "Zofia Żak");
        String text = "Name\tGruppe\r\nZofia \u017bak\t1\r\n";
        Map<String, String> check =
                Map.of("csrf_token", cora.get(PEOPLE).csrfToken(), "check", "1");

        for (Charset charset :
                List.of(
                        StandardCharsets.UTF_16LE,
                        StandardCharsets.UTF_16BE,
                        StandardCharsets.UTF_8)) {
            byte[] marked = ("\uFEFF" + text).getBytes(charset);
            assertThat(cora.postFile(PEOPLE + "/list", check, marked).text())
                    .as(charset.name())
                    .contains("Line 2: Zofia Żak (zofia) would be new.");
        }
        byte[] unmarked = text.getBytes(StandardCharsets.UTF_16LE);
        Browser.Page refused = cora.postFile(PEOPLE + "/list", check, unmarked);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("This file is no text that can be read here.");
    }

    @Test
    void fileGoesBeforeTheTextAndMayBeOfAnOldSpreadsheet() {
        site.person(230, "bjoern", "Björn Öberg");
        String token = cora.get(PEOPLE).csrfToken();

        Browser.Page answer =
                cora.postFile(
                        PEOPLE + "/list",
                        Map.of("csrf_token", token, "people", "nobody"),
                        "Name\r\nBj\u00f6rn \u00d6berg\r\n"
                                .getBytes(Charset.forName("windows-1252")));

        assertThat(site.changed(answer)).contains("Björn Öberg has a role here now.");
        Browser.Page large =
                cora.postFile(PEOPLE + "/list", Map.of("csrf_token", token), new byte[1_100_000]);
        assertThat(large.status()).isEqualTo(413);
    }
}
