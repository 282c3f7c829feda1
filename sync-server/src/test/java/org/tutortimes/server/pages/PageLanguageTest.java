package org.tutortimes.server.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Reading the pages in another language, over real HTTP.
class PageLanguageTest {

    @TempDir static Path folder;
    private static SampleServer server;

    @BeforeAll
    static void start() {
        server = new SampleServer(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void pagesFollowWhatTheBrowserPrefers() {
        Browser browser = Browser.signedIn(server.address(), "cora").preferring("de-CH, en;q=0.5");

        assertThat(browser.get("/units/10").text())
                .contains("<html lang=\"de\">", "Korrekturzeit insgesamt", "Abmelden")
                .doesNotContain("Total marking time", "Sign out");
        assertThat(browser.get("/units/999").text()).contains("Hier gibt es keine solche Seite");
        assertThat(new Browser(server.address()).preferring("de").get("/sign-in").text())
                .contains("<html lang=\"de\">", "Benutzername");
    }

    @Test
    void choiceHoldsBeforeAndAfterSigningIn() {
        Browser browser = new Browser(server.address()).preferring("en");
        Browser.Page form = browser.get("/sign-in?next=/units/10");

        Browser.Page chosen = choose(browser, form, "de", "/sign-in?next=/units/10");

        assertThat(chosen.status()).isEqualTo(303);
        assertThat(chosen.header("Location")).endsWith("/sign-in?next=/units/10");
        assertThat(chosen.setCookies().getFirst()).contains("HttpOnly", "SameSite=Lax");
        assertThat(browser.get("/sign-in").text()).contains("Benutzername");
        assertThat(browser.signIn("cora", SampleServer.PASSWORD).status()).isEqualTo(303);
        Browser.Page unit = browser.get("/units/10?period=this-week");
        assertThat(unit.text())
                .contains("Wer gerade korrigiert")
                .contains("name=\"next\" value=\"/units/10?period=this-week\"");
        choose(browser, unit, "en", "/units/10?period=this-week");
        assertThat(browser.get("/units/10").text()).contains("Marking now");
    }

    @Test
    void languageIsNotChangedFromOtherSites() {
        Browser browser = Browser.signedIn(server.address(), "cora");
        Browser.Page answer =
                browser.post("/language", Map.of("language", "de", "csrf_token", "guessed"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(browser.get("/units/10").text()).contains("Marking now");
    }

    @Test
    void unknownLanguageAndForeignAddressesAreRefused() {
        Browser browser = Browser.signedIn(server.address(), "cora");
        Browser.Page page = browser.get("/units/10");

        assertThat(choose(browser, page, "tlh", "/").status()).isEqualTo(400);
        for (String elsewhere :
                new String[] {"//evil.example/", "https://evil.example/", "/\\evil.example", ""}) {
            assertThat(choose(browser, page, "en", elsewhere).header("Location"))
                    .as(elsewhere)
                    .isIn("/", server.address() + "/");
        }
    }

    @Test
    void refusalIsSaidInTheReadersLanguage() {
        Browser browser = Browser.signedIn(server.address(), "cora").preferring("de");

        assertThat(browser.post("/sign-out", Map.of("csrf_token", "old")).text())
                .contains("Das hat nicht geklappt", "Die Seite ist veraltet");
        assertThat(browser.get("/nowhere").text()).contains("Diese Seite gibt es nicht");
    }

    private static Browser.Page choose(
            Browser browser, Browser.Page form, String language, String next) {
        return browser.post(
                "/language",
                Map.of("language", language, "next", next, "csrf_token", form.csrfToken()));
    }
}
