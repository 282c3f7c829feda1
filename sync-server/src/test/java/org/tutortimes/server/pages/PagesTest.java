package org.tutortimes.server.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The pages over real HTTP, by role.
class PagesTest {

    @TempDir static Path folder;
    private static SampleServer server;

    @BeforeAll
    static void start() {
        server = new SampleServer(folder);
        Instant now = Instant.now();
        server.addSession(
                SampleSession.of(
                        SampleServer.TIAS_ROLE,
                        now.minus(Duration.ofHours(3)),
                        Duration.ofMinutes(140)));
        server.addSession(
                SampleSession.of(
                                SampleServer.TOMS_ROLE,
                                now.minus(Duration.ofHours(2)),
                                Duration.ofMinutes(36))
                        .ofPile(14)
                        .flagged("estimated_end"));
        server.addSession(SampleSession.running(SampleServer.TOMS_ROLE, now.minusSeconds(1_421)));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void somebodySignedOutIsSentToTheSignInPage() {
        Browser.Page page = new Browser(server.address()).get("/units/10");

        assertThat(page.status()).isEqualTo(302);
        assertThat(page.header("Location")).endsWith("/sign-in?next=%2Funits%2F10");
    }

    @Test
    void convenorSeesTheWholeUnit() {
        Browser.Page page = Browser.signedIn(server.address(), "cora").get("/units/10");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains("Total marking time", "Tia Tutor", "Tom Okafor", "2 h 20 min")
                .contains("36 min", "its end is estimated", "running now in 1 session", "Sam Lee")
                .contains("2<small>h</small> 56<small>min</small>");
    }

    @Test
    void tutorSeesOnlyTheirOwnTime() {
        Browser.Page page = Browser.signedIn(server.address(), "tia").get("/units/10");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains("Your marking time", "2 h 20 min")
                .doesNotContain("Tom Okafor", "Total marking time", "budget");
    }

    @Test
    void strangerSeesAKindEmptyPageAndNoUnit() {
        Browser browser = Browser.signedIn(server.address(), "stella");

        assertThat(browser.get("/").text()).contains("No unit yet");
        assertThat(browser.get("/units/10").status()).isEqualTo(404);
        assertThat(browser.get("/units/10/live").status()).isEqualTo(404);
        assertThat(browser.get("/units/999").text()).contains("There is no such page here");
    }

    @Test
    void unknownAddressIsAPageForABrowserAndJsonForAProgram() {
        Browser browser = Browser.signedIn(server.address(), "cora");

        Browser.Page page = browser.get("/nothing");
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.text()).contains("There is no such page", "Show my units");
        assertThat(browser.get("/api/nothing").header("Content-Type"))
                .startsWith("application/json");
    }

    @Test
    void formOfSomebodyWhoIsSignedOutByNowSaysSo() {
        Browser browser = Browser.signedIn(server.address(), "cora");
        String token = browser.get("/units/10").csrfToken();
        browser.cookies().clear();

        Browser.Page page = browser.post("/sign-out", Map.of("csrf_token", token));

        assertThat(page.status()).isEqualTo(401);
        assertThat(page.text()).contains("You are signed out", "href=\"/sign-in\"");
    }

    @Test
    void formOfAnotherSignInSaysThatThePageIsOutOfDate() {
        Browser.Page page =
                Browser.signedIn(server.address(), "cora")
                        .post("/sign-out", Map.of("csrf_token", "another"));

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.text()).contains("The page is out of date. Load it again.");
    }

    @Test
    void personOfSeveralUnitsSeesTheirListAndOfOneIsSentThere() {
        assertThat(Browser.signedIn(server.address(), "cora").get("/").text())
                .contains("SIT221", "SIT232", "2 h 56 min");
        assertThat(Browser.signedIn(server.address(), "tia").get("/").header("Location"))
                .endsWith("/units/10");
    }

    @Test
    void tutorOfSeveralUnitsSeesTheirOwnTimeInEach() {
        server.change(
                """
                INSERT INTO unit_roles (id, unit_id, user_id, role, changed_in)
                VALUES (112, ?, 3, 'tutor', 0)
                """,
                SampleServer.EMPTY_UNIT);

        assertThat(Browser.signedIn(server.address(), "tom").get("/").text())
                .contains("SIT221", "36<small>min</small>", "SIT232", "0<small>min</small>")
                .contains("Your marking time")
                .doesNotContain("Total marking time", "budget");
    }

    @Test
    void emptyUnitTeachesWhatWillBeThere() {
        assertThat(Browser.signedIn(server.address(), "cora").get("/units/11").text())
                .contains(
                        "Nothing is running at this moment",
                        "No sessions yet",
                        "No completed sessions");
    }

    @Test
    void periodStandsInTheAddressAndAnUnknownOneIsRefused() {
        Browser browser = Browser.signedIn(server.address(), "cora");

        assertThat(browser.get("/units/10?period=this-week").text())
                .contains("How many hours did each day take?");
        assertThat(browser.get("/units/10?period=never").status()).isEqualTo(400);
    }

    @Test
    void wrongPasswordIsExplainedInPlaceAndKeepsTheUserName() {
        Browser.Page page = new Browser(server.address()).signIn("cora", "wrong");

        assertThat(page.status()).isEqualTo(401);
        assertThat(page.text())
                .contains("The user name or the password is wrong.", "value=\"cora\"")
                .contains("autocomplete=\"username\"", "autocomplete=\"current-password\"")
                .doesNotContain("value=\"wrong\"");
    }

    @Test
    void signInWithoutTheFormsTokenIsRefused() {
        Browser browser = new Browser(server.address());
        browser.get("/sign-in");

        Browser.Page page =
                browser.post(
                        "/sign-in", Map.of("username", "cora", "password", SampleServer.PASSWORD));

        assertThat(page.status()).isEqualTo(403);
        assertThat(browser.cookies()).doesNotContainKey("__Host-tutor-times-session");
    }

    @Test
    void sessionCookieIsForThisHostAndOutOfReachOfScripts() {
        Browser.Page page = new Browser(server.address()).signIn("cora", SampleServer.PASSWORD);

        assertThat(page.setCookies())
                .singleElement()
                .asString()
                .startsWith("__Host-tutor-times-session=")
                .contains("HttpOnly", "Secure", "SameSite=Lax", "Path=/")
                .doesNotContain("Domain");
    }

    @Test
    void browserWithoutSecureCookiesIsStillSignedInOnLoopbackAlone() {
        Browser browser = new Browser(server.address());
        browser.get("/sign-in");
        browser.cookies().keySet().removeIf(name -> name.startsWith("__Host-"));

        Browser.Page page = browser.signIn("cora", SampleServer.PASSWORD);

        assertThat(page.setCookies()).singleElement().asString().doesNotContain("Secure");
        assertThat(browser.get("/units/10").status()).isEqualTo(200);
    }

    @Test
    void signOutNeedsTheTokenAndEndsTheSession() {
        Browser browser = Browser.signedIn(server.address(), "cora");
        String token = browser.get("/units/10").csrfToken();

        assertThat(browser.post("/sign-out", Map.of("csrf_token", "x")).status()).isEqualTo(403);
        assertThat(browser.get("/units/10").status()).isEqualTo(200);
        String cookies = browser.cookieHeader();
        assertThat(browser.post("/sign-out", Map.of("csrf_token", token)).status()).isEqualTo(303);
        assertThat(browser.get("/units/10").status()).isEqualTo(302);
        assertThat(cookies).contains("session");
    }

    @Test
    void signInSendsNobodyToAnotherHost() {
        Browser browser = new Browser(server.address());
        String token = browser.get("/sign-in").csrfToken();

        Browser.Page page =
                browser.post(
                        "/sign-in",
                        Map.of(
                                "csrf_token",
                                token,
                                "username",
                                "cora",
                                "password",
                                SampleServer.PASSWORD,
                                "next",
                                "//elsewhere.example"));

        assertThat(page.header("Location")).isEqualTo("/");
    }

    @Test
    void pagesAllowNoInlineScriptAndNoOtherHost() {
        Browser.Page page = Browser.signedIn(server.address(), "cora").get("/units/10");

        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.text()).doesNotContain("style=", "onclick", "https://");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("Cache-Control")).contains("no-store");
    }

    @Test
    void filesOfThePageAreKeptByTheBrowser() {
        Browser browser = new Browser(server.address());
        String html = browser.get("/sign-in").text();
        String style = html.replaceAll("(?s).*href=\"(/assets/[^\"]*pages.css)\".*", "$1");

        Browser.Page page = browser.get(style);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Cache-Control")).contains("immutable");
        assertThat(browser.get("/assets/other/pages.css").status()).isEqualTo(404);
    }
}
