package org.tutortimes.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tutortimes.server.TestDatabase;
import org.tutortimes.server.pages.Browser;
import org.tutortimes.server.pages.SampleServer;

/// A server with a unit's people, and those who decide on them: an administrator and a convenor.
final class PeopleSite implements AutoCloseable {

    static final String PEOPLE = "/units/10/people";

    private final SampleServer server;
    final Browser ada;
    final Browser cora;

    PeopleSite(TestDatabase kind, Path folder) {
        server = new SampleServer(kind, folder);
        server.change(
                """
                INSERT INTO users (id, username, name, password_hash, system_role)
                SELECT 9, 'ada', 'Ada Admin', password_hash, 'admin' FROM users WHERE id = 1
                """);
        ada = signedIn("ada");
        cora = signedIn("cora");
    }

    @Override
    public void close() {
        server.close();
    }

    Browser signedIn(String username) {
        return Browser.signedIn(server.address(), username);
    }

    void person(long id, String username, String name) {
        server.change(
                "INSERT INTO users (id, username, name, email) VALUES (?, ?, ?, ?)",
                id,
                username,
                name,
                username + "@example.org");
    }

    List<String> audited(String action) {
        return server.wiring()
                .database()
                .read(handle ->
                        handle.createQuery("SELECT actor FROM audit_log WHERE action = ?")
                                .bind(0, action)
                                .mapTo(String.class)
                                .list());
    }

    static Browser.Page send(Browser browser, String path, String... fields) {
        Map<String, String> form = new HashMap<>();
        form.put("csrf_token", browser.get("/").csrfToken());
        for (int index = 0; index < fields.length; index += 2) {
            form.put(fields[index], fields[index + 1]);
        }
        return browser.post(PEOPLE + path, form);
    }

    /// The page that a change leads to.
    String changed(Browser.Page answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(303);
        return ada.get(answer.header("Location")).text();
    }

    /// Of the role that the notice is about.
    static String idOf(String page) {
        return page.replaceAll(
                "(?s).*name=\"ids\" value=\"(\\d+)\">\\s+<input[^>]+name=\"role\".*", "$1");
    }

    /// Sends the form of the notice.
    Browser.Page undo(String page) {
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
