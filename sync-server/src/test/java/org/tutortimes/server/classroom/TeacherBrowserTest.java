package org.tutortimes.server.classroom;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tutortimes.model.browser.Chromium;
import org.tutortimes.model.classes.Passage;
import org.tutortimes.server.pages.SampleServer;

/// The pages of those who run classes in a real browser, with a picture of each kept.
@ExtendWith(Chromium.class)
class TeacherBrowserTest {

    private static final Path PICTURES = Path.of("target/screenshots");
    private static final int SMALL_PHONE = 360;

    @TempDir static Path folder;
    private static Browser browser;
    private static SampleServer server;
    private static List<String> pages;

    @BeforeAll
    static void start(Browser shared) {
        browser = shared;
        server = new SampleServer(folder);
        SampleClass sample = new SampleClass(server);
        UUID session = sample.started("Reading", new Passage("1", "The keys spread evenly."));
        pages =
                List.of(
                        "/units/10/classes",
                        "/classes/" + sample.id(),
                        "/class-sessions/" + session,
                        "/class-sessions/" + session + "/plan",
                        "/attempts/" + sample.markedBy("ada", session));
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
        try (BrowserContext context = context(scheme, 1_280)) {
            Page page = signedIn(context);
            page.onConsoleMessage(message -> {
                throw new AssertionError(message.text());
            });
            for (String address : pages) {
                page.navigate(server.address() + address);
                page.evaluate(
                        "document.querySelectorAll('details').forEach(each => each.open = true)");
                assertThat(new AxeBuilder(page).analyze().getViolations()).as(address).isEmpty();
                picture(page, address, scheme.name().toLowerCase(Locale.ROOT));
            }
        }
    }

    @Test
    void pagesFitASmallPhone() {
        try (BrowserContext context = context(ColorScheme.LIGHT, SMALL_PHONE)) {
            Page page = signedIn(context);
            for (String address : pages) {
                page.navigate(server.address() + address);
                assertThat(page.evaluate("document.documentElement.scrollWidth"))
                        .as(address)
                        .isEqualTo(SMALL_PHONE);
                picture(page, address, "phone");
            }
        }
    }

    private static Page signedIn(BrowserContext context) {
        Page page = context.newPage();
        page.navigate(server.address() + "/sign-in");
        page.getByLabel("User name").fill("tia");
        page.getByLabel("Password").fill(SampleServer.PASSWORD);
        page.getByText("Sign in").last().click();
        assertThat(page.getByText("Sign out")).isVisible();
        return page;
    }

    private static void picture(Page page, String address, String kind) {
        String name = address.replaceAll("/[0-9a-f-]{36}", "").substring(1).replace('/', '-');
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(PICTURES.resolve("classes-" + name + "-" + kind + ".png")));
    }

    private static BrowserContext context(ColorScheme scheme, int width) {
        return browser.newContext(
                new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(width, 800));
    }
}
