package org.tutortimes.server.records;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tutortimes.model.browser.Chromium;
import org.tutortimes.server.pages.ObservedTutors;
import org.tutortimes.server.pages.SampleDesktop;
import org.tutortimes.server.pages.SampleServer;

/// The page of both records in a real browser, with a picture of each kept.
@ExtendWith(Chromium.class)
class RecordsBrowserTest {

    private static final Path PICTURES = Path.of("target/screenshots");
    private static final int SMALL_PHONE = 360;
    private static final String PATH = "/units/10/records";

    @TempDir static Path folder;
    private static Browser browser;
    private static SampleServer server;

    @BeforeAll
    static void start(Browser shared) {
        browser = shared;
        server = new SampleServer(folder);
        ObservedTutors observed = new ObservedTutors(server, folder);
        Instant lately = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofDays(2));
        SampleDesktop tia = new SampleDesktop(server.address(), "tia");
        tia.record(SampleServer.TIAS_ROLE, lately, Duration.ofHours(2));
        observed.marks(ObservedTutors.TIA, "192.0.2.1", lately, 60);
        observed.marks(ObservedTutors.TIA, "198.51.100.1", lately.plusSeconds(900), 10);
        observed.marks(ObservedTutors.TIA, "192.0.2.1", lately.minusSeconds(20_000), 40);
        observed.looksAround(ObservedTutors.TIA, "192.0.2.1", lately.minusSeconds(90_000), 20);
        observed.marks(ObservedTutors.TOM, "192.0.2.1", lately.minusSeconds(40_000), 50);
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
        for (String user : List.of("cora", "tia")) {
            try (BrowserContext context = context(scheme, 1_280, 800)) {
                Page page = context.newPage();
                signIn(page, user);
                page.onConsoleMessage(message -> {
                    throw new AssertionError(message.text());
                });
                page.navigate(server.address() + PATH);
                assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
                picture(
                        page,
                        "records-%s-%s".formatted(user, scheme.name().toLowerCase(Locale.ROOT)));
            }
        }
    }

    @Test
    void pageFitsASmallPhone() {
        try (BrowserContext context = context(ColorScheme.LIGHT, SMALL_PHONE, 640)) {
            Page page = context.newPage();
            open(page, "tia");
            assertThat(page.evaluate("document.documentElement.scrollWidth"))
                    .isEqualTo(SMALL_PHONE);
            picture(page, "records-phone");
        }
    }

    @Test
    void tutorRecordsAndUndoesByKeyboardAlone() {
        try (BrowserContext context = context(ColorScheme.LIGHT, 1_280, 800)) {
            Page page = context.newPage();
            open(page, "tom");
            page.getByText("Record", new Page.GetByTextOptions().setExact(true)).focus();
            page.keyboard().press("Enter");
            assertThat(page.getByText("Recorded as 1 session.")).isVisible();
            assertThat(page.getByText("Nothing is missing")).isVisible();
            page.getByText("Undo").focus();
            page.keyboard().press("Enter");
            assertThat(page.getByText("Recorded as 1 session.")).not().isVisible();
            assertThat(page.getByText("Record", new Page.GetByTextOptions().setExact(true)))
                    .isVisible();
        }
    }

    private static void open(Page page, String user) {
        signIn(page, user);
        page.navigate(server.address() + PATH);
    }

    private static void signIn(Page page, String user) {
        page.navigate(server.address() + "/sign-in");
        page.getByLabel("User name").fill(user);
        page.getByLabel("Password").fill(SampleServer.PASSWORD);
        page.getByText("Sign in").last().click();
        assertThat(page.getByText("Sign out")).isVisible();
    }

    private static void picture(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(PICTURES.resolve(name + ".png")));
    }

    private static BrowserContext context(ColorScheme scheme, int width, int height) {
        return browser.newContext(
                new Browser.NewContextOptions()
                        .setColorScheme(scheme)
                        .setViewportSize(width, height));
    }
}
