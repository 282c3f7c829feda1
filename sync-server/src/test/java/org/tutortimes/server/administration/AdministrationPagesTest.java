package org.tutortimes.server.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
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

/// The pages of administrators, over real HTTP. Each test has people and units of its own.
// The fields are set before each run of the class, which the checker does not know.
@SuppressWarnings("NullAway.Init")
@OnBothDatabases
class AdministrationPagesTest {

    @TempDir static Path folder;
    @Parameter TestDatabase kind;
    private static SampleServer server;
    private static Browser ada;

    @BeforeParameterizedClassInvocation
    static void start(TestDatabase kind) {
        server = new SampleServer(kind, folder);
        server.change(
                """
                INSERT INTO users (id, username, name, password_hash, system_role)
                SELECT 9, 'ada', 'Ada Admin', password_hash, 'admin' FROM users WHERE id = 1
                """);
        ada = Browser.signedIn(server.address(), "ada");
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        server.close();
    }

    @Test
    void forAllOthersThereAreNoSuchPages() {
        Browser cora = Browser.signedIn(server.address(), "cora");
        String unknown = cora.get("/units/999").text();
        for (String path :
                List.of(
                        "/people",
                        "/people/new",
                        "/people/2",
                        "/units/new",
                        "/units/10/settings",
                        "/audit",
                        "/system")) {
            assertThat(ada.get(path).status()).as(path).isEqualTo(200);
            Browser.Page answer = cora.get(path);
            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.text()).as(path).contains(between(unknown, "<h1>", "</section>"));
            assertThat(new Browser(server.address()).get(path).status()).isEqualTo(302);
        }
        for (String path :
                List.of(
                        "/people",
                        "/people/3",
                        "/people/3/end",
                        "/people/3/restore",
                        "/people/3/password",
                        "/units/new",
                        "/units/10/settings",
                        "/units/10/settings/end",
                        "/system/tokens",
                        "/system/tokens/x/end")) {
            assertThat(send(cora, path).status()).as(path).isEqualTo(404);
            assertThat(ada.post(path, Map.of("csrf_token", "guessed")).status())
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(cora.get("/").text()).doesNotContain("href=\"/audit\"", "href=\"/people\"");
        assertThat(ada.get("/account").text()).contains("href=\"/audit\"", "href=\"/people\"");
        assertThat(cora.get("/units/10").text()).doesNotContain("/units/10/settings");
    }

    @Test
    void personIsAddedWithAPasswordThatIsShownOnce() {
        Browser.Page refused =
                send(ada, "/people", "username", "TIA", "name", " ", "email", "n@example.org");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text())
                .contains("Somebody has this user name already", "This must be given.")
                .contains("value=\"TIA\"", "value=\"n@example.org\"");
        Browser.Page added =
                send(
                        ada,
                        "/people",
                        "username",
                        "nora",
                        "name",
                        "Nora New",
                        "email",
                        "",
                        "system_role",
                        "none");
        assertThat(added.status()).isEqualTo(201);
        assertThat(added.header("Cache-Control")).contains("no-store");
        String password = between(added.text(), "<code>", "</code>");
        String person = between(added.text(), "href=\"/people/1", "\"");
        assertThat(ada.get("/people/1" + person).text())
                .contains("Nora New")
                .doesNotContain(password);
        Browser nora = new Browser(server.address());
        assertThat(nora.signIn("nora", password).status()).isEqualTo(303);
        assertThat(nora.get("/").header("Location")).endsWith("/password");
    }

    @Test
    void peopleAreFoundByTheBeginningOfAnyNameAndPagedByUserName() {
        for (int index = 0; index < 120; index++) {
            person(1_000 + index, "paged%03d".formatted(index), "Paged Person " + index);
        }
        person(1_500, "xaver", "Pagedon Xaver");
        List<String> seen = new ArrayList<>();
        String path = "/people?q=PAGED";
        while (!path.isEmpty()) {
            String page = ada.get(path).text();
            page.lines()
                    .filter(line -> line.matches("\\s*<td>(paged\\d+|xaver)</td>"))
                    .forEach(line -> seen.add(between(line, "<td>", "</td>")));
            path = page.contains("rel=\"next\"") ? next(page) : "";
        }
        assertThat(seen).hasSize(121).isSorted().doesNotHaveDuplicates();
        assertThat(ada.get("/people?q=nemo").text()).contains("Nobody is called so");
        assertThat(ada.get("/people?kind=admins").text())
                .contains("Ada Admin")
                .doesNotContain("Tia Tutor");
        // A part of the name of who has a role; and a blank text, which asks for nobody.
        assertThat(ada.get("/people?q=okafor").text()).contains("Tom Okafor");
        assertThat(ada.get("/people?q=%20%20").text()).contains("Ada Admin", "?q=&");
        assertThat(List.of("q=" + "a".repeat(321), "kind=all", "cursor=x"))
                .allSatisfy(q -> assertThat(ada.get("/people?" + q).status()).isEqualTo(400));
    }

    @Test
    void personIsChangedDeactivatedAndReactivated() {
        person(2_000, "rita", "Rita Rule");
        server.change(
                """
                UPDATE users SET password_hash = (SELECT password_hash FROM users WHERE id = 1)
                WHERE id = 2000
                """);
        Browser rita = Browser.signedIn(server.address(), "rita");

        assertThat(changed(send(ada, "/people/2000", "name", "Rita Ruler", "system_role", "admin")))
                .contains("Saved.", "Rita Ruler");
        assertThat(rita.get("/people").status()).isEqualTo(200);
        String ended = changed(send(ada, "/people/2000/end"));
        assertThat(ended)
                .contains("Rita Ruler is deactivated and signed out everywhere.", "Undo")
                .doesNotContain("Give a one-time password");
        assertThat(rita.get("/").status()).isEqualTo(302);
        assertThat(send(ada, "/people/2000/password").status()).isEqualTo(422);
        assertThat(changed(send(ada, "/people/2000/restore"))).contains("can sign in again");
        Browser.Page given = send(ada, "/people/2000/password");
        assertThat(given.status()).isEqualTo(200);
        assertThat(given.text()).contains("One-time password of rita");
        assertThat(send(ada, "/people/2000", "username", "tom").text())
                .contains("Somebody has this user name already");
        assertThat(actions(2_000))
                .containsExactlyInAnyOrder(
                        "user_changed", "user_changed", "user_changed", "one_time_password_given");
    }

    @Test
    void administratorsKeepTheirOwnAccount() {
        assertThat(ada.get("/people/9").text())
                .contains("This is you.")
                .doesNotContain("/people/9/end");
        assertThat(send(ada, "/people/9/end").status()).isEqualTo(422);
        Browser.Page refused = send(ada, "/people/9", "name", "Ada", "system_role", "none");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("administrator");
        assertThat(ada.get("/people/77").status()).isEqualTo(404);
    }

    @Test
    void everythingThatIsWrongWithAUnitIsToldAtOnce() {
        Browser.Page refused =
                send(
                        ada,
                        "/units/new",
                        "code",
                        "SIT999",
                        "name",
                        "New",
                        "zone",
                        "Mars/Olympus",
                        "start_date",
                        "2026-07-13",
                        "end_date",
                        "2026-07-01",
                        "single_action_floor_minutes",
                        "five");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text())
                .contains("This must be an IANA time zone such as Australia/Melbourne.")
                .contains("This must not be before the first day.", "value=\"Mars/Olympus\"")
                .contains("This must be a whole number");
    }

    @Test
    void unitIsAddedChangedEndedAndRestored() {
        Browser.Page added =
                send(
                        ada,
                        "/units/new",
                        "code",
                        "SIT999",
                        "name",
                        "New",
                        "zone",
                        "Europe/Berlin",
                        "start_date",
                        "",
                        "end_date",
                        "",
                        "budget_hours",
                        "12",
                        "single_action_floor_minutes",
                        "5");
        assertThat(added.header("Location")).endsWith("/people");
        assertThat(changed(added)).contains("SIT999", "Nobody has a role in this unit");
        String settings = added.header("Location").replace("/people", "/settings");
        assertThat(ada.get(settings).text()).contains("value=\"12\"", "value=\"Europe/Berlin\"");
        assertThat(changed(send(ada, settings, "budget_hours", "", "name", "Newer")))
                .contains("Saved.", "Newer")
                .doesNotContain("value=\"12\"");
        assertThat(changed(send(ada, settings + "/end"))).contains("SIT999 has ended.", "Undo");
        assertThat(changed(send(ada, settings + "/restore"))).contains("a current unit again");
    }

    @Test
    void germanSaysTheSame() {
        Browser german = Browser.signedIn(server.address(), "ada");
        german.keepCookie("tutor-times-language", "de");

        assertThat(send(german, "/people", "username", "tia", "name", " ").text())
                .contains("Diesen Benutzernamen hat schon jemand", "Das muss angegeben werden.");
        assertThat(german.get("/people/2").text()).contains("Konto deaktivieren");
        assertThat(german.get("/system").text()).contains("Bereit:", "Dienst-Token");
    }

    private static void person(long id, String username, String name) {
        server.change(
                "INSERT INTO users (id, username, name) VALUES (?, ?, ?)", id, username, name);
    }

    private static List<String> actions(long userId) {
        return server.wiring()
                .database()
                .read(handle ->
                        handle.createQuery(
                                        """
                                        SELECT action FROM audit_log
                                        WHERE subject_type = 'user' AND subject_id = ?
                                        """)
                                .bind(0, Long.toString(userId))
                                .mapTo(String.class)
                                .list());
    }

    private static Browser.Page send(Browser browser, String path, String... fields) {
        Map<String, String> form = new HashMap<>();
        form.put("csrf_token", browser.get("/account").csrfToken());
        for (int index = 0; index < fields.length; index += 2) {
            form.put(fields[index], fields[index + 1]);
        }
        return browser.post(path, form);
    }

    /// The page that a change leads to.
    private static String changed(Browser.Page answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(303);
        return ada.get(answer.header("Location")).text();
    }

    private static String next(String page) {
        return page.replaceAll("(?s).*<a href=\"([^\"]*)\" rel=\"next\".*", "$1")
                .replace("&amp;", "&");
    }

    private static String between(String text, String before, String after) {
        int from = text.indexOf(before) + before.length();
        return text.substring(from, text.indexOf(after, from));
    }
}
