package org.tutortimes.server.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tutortimes.model.browser.Chromium;

/// The pages in a real browser, in light and dark.
@ExtendWith(Chromium.class)
class PagesBrowserTest {

    /// The narrowest screen that the pages are made for, in pixels.
    private static final int SMALL_PHONE = 360;

    @TempDir static Path folder;
    private static Browser browser;
    private static SampleServer server;

    @BeforeAll
    static void start(Browser shared) {
        browser = shared;
        server = new SampleServer(folder);
        Instant now = Instant.now();
        BusyUnit.fill(server, now);
        server.addSession(SampleSession.running(SampleServer.TIAS_ROLE, now.minusSeconds(1_421)));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void axeFindsNothingAndThePolicyBlocksNothing(ColorScheme scheme) {
        try (BrowserContext context = context(scheme, 1_280, 800)) {
            List<String> complaints = new ArrayList<>();
            Page page = context.newPage();
            page.onConsoleMessage(message -> {
                if (!message.type().equals("log")) {
                    complaints.add(message.text());
                }
            });
            page.navigate(server.address() + "/sign-in");
            assertThat(violations(page)).isEmpty();
            signIn(page, "cora");
            for (String path :
                    List.of(
                            "/",
                            "/units/10",
                            "/units/10?period=this-week",
                            "/units/11",
                            "/password")) {
                page.navigate(server.address() + path);
                page.locator("details.numbers")
                        .evaluateAll("all => all.forEach(d => d.open = true)");
                assertThat(violations(page)).as(path).isEmpty();
            }
            assertThat(complaints).isEmpty();
        }
    }

    @Test
    void figuresMoveWhenSomebodyStartsAndCompletesASession() {
        try (BrowserContext context = context(ColorScheme.LIGHT, 1_280, 800)) {
            Page page = context.newPage();
            page.navigate(server.address() + "/sign-in");
            signIn(page, "cora");
            page.navigate(server.address() + "/units/10");
            assertThat(page.locator("[data-liveness]")).hasText("Live");
            String before = page.locator("[data-total]").innerText();
            SampleDesktop tom = new SampleDesktop(server.address(), "tom");

            String session = tom.start(SampleServer.TOMS_ROLE);

            assertThat(page.locator("#markers")).containsText("Tom Okafor");
            assertThat(page.locator("#headline")).containsText("running now in 2 sessions");

            // Less than a second of work cannot be completed.
            await().until(() -> tom.complete(session).path("status").asText().equals("completed"));

            assertThat(page.locator("#markers")).not().containsText("Tom Okafor");

            tom.record(
                    SampleServer.TOMS_ROLE,
                    Instant.now().minus(Duration.ofDays(3)),
                    Duration.ofHours(2));

            assertThat(page.locator("[data-total]")).not().hasText(before);
            assertThat(page.locator("#headline .changed")).not().hasCount(0);
        }
    }

    @Test
    void runningFigureTicksWithoutTheServer() {
        try (BrowserContext context = context(ColorScheme.LIGHT, 390, 844)) {
            Page page = context.newPage();
            page.navigate(server.address() + "/sign-in");
            signIn(page, "tia");
            assertThat(page.locator("[data-liveness]")).hasText("Live");
            context.setOffline(true);
            String before = page.locator("#markers .clock").innerText();

            assertThat(page.locator("#markers .clock")).not().hasText(before);
            assertThat(page.locator("#markers .clock"))
                    .hasText(Pattern.compile("\\d+:\\d\\d:\\d\\d"));
        }
    }

    @Test
    void pageSaysThatItIsStaleAndComesBackByItself(@TempDir Path other) {
        SampleServer first = new SampleServer(other);
        int port = first.wiring().port();
        try (BrowserContext context = context(ColorScheme.LIGHT, 1_280, 800)) {
            Page page = context.newPage();
            page.navigate(first.address() + "/sign-in?next=/units/10");
            signIn(page, "cora");
            assertThat(page.locator("[data-liveness]")).hasText("Live");

            first.close();

            assertThat(page.locator("[data-liveness]")).hasText("Reconnecting …");
            assertThat(page.locator("[data-liveness]"))
                    .hasText(
                            Pattern.compile("Stale since \\d\\d:\\d\\d"),
                            new HasTextOptions().setTimeout(20_000));

            try (SampleServer second = SampleServer.again(other, port)) {
                second.addSession(SampleSession.running(SampleServer.TIAS_ROLE, Instant.now()));
                assertThat(page.locator("[data-liveness]"))
                        .hasText("Live", new HasTextOptions().setTimeout(40_000));
                assertThat(page.locator("#markers")).containsText("Tia Tutor");
            }
        }
    }

    @Test
    void pagesFitASmallPhoneWithoutScrollingSideways() {
        try (BrowserContext context = context(ColorScheme.DARK, SMALL_PHONE, 640)) {
            Page page = context.newPage();
            page.navigate(server.address() + "/sign-in");
            signIn(page, "cora");
            for (String path : List.of("/", "/units/10", "/password")) {
                page.navigate(server.address() + path);

                assertThat(page.evaluate("document.documentElement.scrollWidth"))
                        .as("width of %s", path)
                        .isEqualTo(SMALL_PHONE);
            }
            page.navigate(server.address() + "/units/10");
            BoundingBox signOut = page.locator(".top form button").boundingBox();
            assertThat(signOut.x + signOut.width).isLessThanOrEqualTo(SMALL_PHONE);
        }
    }

    private static List<Rule> violations(Page page) {
        AxeResults results = new AxeBuilder(page).analyze();
        assertThat(results.getPasses()).as("rules that were looked at").isNotEmpty();
        return results.getViolations();
    }

    private static BrowserContext context(ColorScheme scheme, int width, int height) {
        return browser.newContext(
                new Browser.NewContextOptions()
                        .setColorScheme(scheme)
                        .setViewportSize(width, height));
    }

    private static void signIn(Page page, String username) {
        page.getByLabel("User name").fill(username);
        page.getByLabel("Password").fill(SampleServer.PASSWORD);
        page.getByText("Sign in").last().click();
        assertThat(page.getByText("Sign out")).isVisible();
    }
}
