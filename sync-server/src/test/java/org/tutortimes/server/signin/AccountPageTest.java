package org.tutortimes.server.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.tutortimes.server.OnBothDatabases;
import org.tutortimes.server.TestDatabase;
import org.tutortimes.server.pages.Browser;
import org.tutortimes.server.pages.SampleDesktop;
import org.tutortimes.server.pages.SampleServer;

/// The page of one's account, over real HTTP.
@OnBothDatabases
class AccountPageTest {

    @Parameter TestDatabase database;
    @TempDir Path folder;
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
    void deviceThatIsSignedOutHereIsSignedOut() {
        Browser own = Browser.signedIn(server.address(), "tia");
        Browser lost = Browser.signedIn(server.address(), "tia");
        SampleDesktop desktop = new SampleDesktop(server.address(), "tia");

        Browser.Page page = own.get("/account");
        assertThat(page.text())
                .contains(
                        "Tia Tutor (tia)", "this browser", "Web page", "Sign out everywhere else");
        List<String> others = endings(page);
        assertThat(others).hasSize(2);

        Browser.Page ended = own.post(others.getFirst(), csrf(page));

        assertThat(ended.status()).isEqualTo(303);
        assertThat(own.get("/account?ended").text()).contains("That device is signed out.");
        assertThat(endings(own.get("/account"))).hasSize(1).doesNotContain(others.getFirst());
        assertThat(own.post(others.getFirst(), csrf(page)).status()).as("again").isEqualTo(303);

        Browser.Page rest = own.post("/account/devices/end-others", csrf(page));
        assertThat(rest.header("Location")).endsWith("?others_ended=1");
        assertThat(own.get("/account?others_ended=1").text())
                .contains("One other device is signed out.");
        assertThat(lost.get("/account").status()).isEqualTo(302);
        assertThat(desktop.complete("gone").get("code").asText()).isEqualTo("not_signed_in");
        assertThat(endings(own.get("/account"))).isEmpty();
    }

    @Test
    void nobodySignsOutAnother() {
        Browser tia = Browser.signedIn(server.address(), "tia");
        Browser second = Browser.signedIn(server.address(), "tia");
        String ending = endings(tia.get("/account")).getFirst();
        Browser tom = Browser.signedIn(server.address(), "tom");

        tom.post(ending, csrf(tom.get("/account")));
        tom.post("/account/devices/end-others", csrf(tom.get("/account")));
        second.post(ending, Map.of("csrf_token", "guessed"));

        assertThat(tia.get("/account").status()).isEqualTo(200);
        assertThat(second.get("/account").status()).isEqualTo(200);
    }

    private static Map<String, String> csrf(Browser.Page page) {
        return Map.of("csrf_token", page.csrfToken());
    }

    private static List<String> endings(Browser.Page page) {
        return Pattern.compile("action=\"(/account/devices/[^/\"]+/end)\"")
                .matcher(page.text())
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
    }
}
