package org.tutortimes.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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
import org.tutortimes.server.pages.SampleSession;

/// The page on the state of the server, over real HTTP.
// The fields are set before each run of the class, which the checker does not know.
@SuppressWarnings("NullAway.Init")
@OnBothDatabases
class SystemPageTest {

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
    void saysHowTheServerDoesAndNothingThatIsNobodysBusiness() {
        server.addSession(
                SampleSession.running(
                        SampleServer.TIAS_ROLE, Instant.now().minus(Duration.ofMinutes(3))));

        String page = ada.get("/system").text();

        assertThat(page)
                .contains("Ready: the database answers", "1.0.0", "Free on the disk")
                .contains(kind == TestDatabase.SQLITE ? "SQLite 3." : "PostgreSQL ")
                .containsPattern("Schema version</dt><dd>\\d+")
                .containsPattern("Size of the database</dt><dd>[\\d.,]+ (kB|MB)")
                .containsPattern("Sessions that run now</dt><dd>1<")
                .containsPattern("Current units</dt><dd>2<")
                .contains("Last import", "never", "No event is held")
                .doesNotContain(folder.toString(), "jdbc:");
    }

    @Test
    void eventsThatAreHeldAreListedWithTheirReason() {
        server.change(
                """
                INSERT INTO timer_events (id, session_id, user_id, device_id, seq, kind, at, body,
                    revision, received_at, held_code)
                VALUES ('held', 'session', 2, 'device', 1, 'paused', 0, '{}', 900, 0,
                    'waiting_for_start')
                """);

        assertThat(ada.get("/system").text())
                .contains("Waits for the start of its session", "Tia Tutor", "1 Jan 1970, 00:00");
        server.change("UPDATE timer_events SET held_code = NULL WHERE id = 'held'");
    }

    @Test
    void serviceTokenIsShownOnceAndEnded() {
        assertThat(send("/system/tokens", "name", " ").text())
                .contains("Give it a name of 1 to 100 characters");
        assertThat(send("/system/tokens", "name", "Moodle", "ends", "2001-01-01").text())
                .contains("The last day must be today or later", "value=\"Moodle\"");
        for (String never : List.of("+999999998-01-01", "+10000-01-01", "9999-12-31", "soon")) {
            Browser.Page refused = send("/system/tokens", "name", "Moodle", "ends", never);
            assertThat(refused.status()).as(never).isEqualTo(422);
            assertThat(refused.text()).contains("The last day must be today or later");
        }
        assertThat(send("/system/tokens", "name", "Mo\0odle").status()).isEqualTo(400);
        Browser.Page made = send("/system/tokens", "name", "Moodle", "ends", "");

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("Cache-Control")).contains("no-store");
        String token = made.text().replaceAll("(?s).*<code>(.*?)</code>.*", "$1");
        assertThat(token).startsWith("service.");
        String page = ada.get("/system").text();
        assertThat(page).contains("Moodle", "ends when you end it").doesNotContain(token);
        Browser.Page again = send("/system/tokens", "name", "Moodle");
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.text()).contains("There is a service token of this name already.");
        String end = page.replaceAll("(?s).*action=\"(/system/tokens/[^\"]+/end)\".*", "$1");
        assertThat(send(end).header("Location")).endsWith("/system?ended");
        assertThat(ada.get("/system?ended").text())
                .contains("The token has ended.")
                .doesNotContain("Moodle");
        assertThat(send(end).status()).as("again").isEqualTo(303);
    }

    private static Browser.Page send(String path, String... fields) {
        Map<String, String> form = new HashMap<>();
        form.put("csrf_token", ada.get("/account").csrfToken());
        for (int index = 0; index < fields.length; index += 2) {
            form.put(fields[index], fields[index + 1]);
        }
        return ada.post(path, form);
    }
}
