package org.tutortimes.server.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tutortimes.server.pages.Browser;
import org.tutortimes.server.pages.SampleServer;

/// Choosing a password on the web pages.
class PasswordPageTest {

    private static final String NEW = "the new password";

    @TempDir Path folder;
    private SampleServer server;

    @BeforeEach
    void start() {
        server = new SampleServer(folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void passwordIsChangedInThePageThatTheAccountLeadsTo() {
        Browser browser = Browser.signedIn(server.address(), "cora");
        assertThat(browser.get("/units/10").text()).contains("href=\"/account\"");
        assertThat(browser.get("/account").text()).contains("href=\"/password\"");

        Browser.Page changed = change(browser, SampleServer.PASSWORD, NEW, NEW);

        assertThat(changed.status()).isEqualTo(303);
        assertThat(browser.get(changed.header("Location")).text())
                .contains("Your password is changed");
        assertThat(browser.get("/units/10").status()).isEqualTo(200);
        assertThat(new Browser(server.address()).signIn("cora", NEW).status()).isEqualTo(303);
    }

    @Test
    void whatIsWrongIsExplainedInPlaceAndNothingIsRepeated() {
        Browser browser = Browser.signedIn(server.address(), "cora");

        Browser.Page faults = change(browser, "", "short", "shor");
        assertThat(faults.status()).isEqualTo(400);
        assertThat(faults.text())
                .contains("Enter your current password.")
                .contains("The new password must have 10 to 1000 characters.")
                .contains("The two new passwords differ.")
                .doesNotContain("value=\"short\"");
        Browser.Page wrong = change(browser, "a wrong one", NEW, NEW);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("The current password is wrong.");
        Browser.Page same =
                change(
                        browser,
                        SampleServer.PASSWORD,
                        SampleServer.PASSWORD,
                        SampleServer.PASSWORD);
        assertThat(same.status()).isEqualTo(400);
    }

    @Test
    void formWithoutItsTokenChangesNothing() {
        Browser browser = Browser.signedIn(server.address(), "cora");

        Map<String, String> form =
                Map.of(
                        "current_password",
                        SampleServer.PASSWORD,
                        "new_password",
                        NEW,
                        "new_password_again",
                        NEW);
        assertThat(browser.post("/password", form).status()).isEqualTo(403);
        assertThat(new Browser(server.address()).signIn("cora", NEW).status()).isEqualTo(401);
    }

    @Test
    void oneTimePasswordLeadsToThePageAndNowhereElse() {
        server.change("UPDATE users SET password_expires_at = 4102444800000 WHERE id = 1");
        Browser browser = new Browser(server.address());

        Browser.Page signedIn = browser.signIn("cora", SampleServer.PASSWORD);

        assertThat(signedIn.header("Location")).isEqualTo("/password");
        assertThat(browser.get("/units/10").header("Location")).endsWith("/password");
        assertThat(browser.get("/units/10/live").status()).isEqualTo(403);
        Browser.Page page = browser.get("/password");
        assertThat(page.text()).contains("one-time password").doesNotContain("current_password");
        assertThat(change(browser, "", NEW, NEW).status()).isEqualTo(303);
        assertThat(browser.get("/units/10").status()).isEqualTo(200);
    }

    @Test
    void signedOutVisitorIsSentToSignIn() {
        assertThat(new Browser(server.address()).get("/password").header("Location"))
                .endsWith("/sign-in?next=%2Fpassword");
    }

    private static Browser.Page change(
            Browser browser, String current, String wanted, String again) {
        String token = browser.get("/password").csrfToken();
        return browser.post(
                "/password",
                Map.of(
                        "csrf_token",
                        token,
                        "current_password",
                        current,
                        "new_password",
                        wanted,
                        "new_password_again",
                        again));
    }
}
