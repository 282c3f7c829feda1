package org.tutortimes.server.sessions;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tutortimes.model.browser.Chromium;
import org.tutortimes.server.pages.SampleDesktop;
import org.tutortimes.server.pages.SampleServer;
import org.tutortimes.server.pages.SampleSession;

/// Finding a session and putting it right in a real browser, whose clock is not the unit's.
@ExtendWith(Chromium.class)
class SessionsBrowserTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @TempDir Path folder;
    private final Instant begin =
            Instant.now().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(2)).plusMillis(123);
    private SampleServer server;
    private BrowserContext context;
    private Page page;
    private String session;

    @BeforeEach
    void start(Browser browser) {
        server = new SampleServer(folder);
        session =
                new SampleDesktop(server.address(), "tia")
                        .record(SampleServer.TIAS_ROLE, begin, Duration.ofMinutes(90))
                        .toString();
        server.addSession(
                SampleSession.of(SampleServer.TOMS_ROLE, begin, Duration.ofMinutes(20))
                        .flagged("estimated_end"));
        context =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setLocale("en")
                                .setTimezoneId(BERLIN.getId()));
        page = context.newPage();
    }

    @AfterEach
    void stop() {
        context.close();
        server.close();
    }

    @Test
    void correctionIsMadeByTheReadersClockAndByKeyboardAlone() {
        signIn("tia");
        page.navigate(server.address() + "/units/10/sessions");
        page.locator("table.sessions a").nth(2).focus();
        assertThat(page.locator("table.sessions a").nth(2)).isFocused();
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.endsWith(session));
        page.getByText("Correct …").focus();
        page.keyboard().press("Enter");
        Locator ends = page.locator("input[name=end]");
        assertThat(ends).hasCount(2);
        String shown =
                LocalDateTime.ofInstant(begin, BERLIN).plusMinutes(90).withNano(0).toString();
        assertThat(ends.first().inputValue()).startsWith(shown.substring(0, 16));

        // Half an hour goes, and ten minutes later on come back in a line of their own.
        ends.first().fill(at(60));
        page.locator("input[name=start]").nth(1).fill(at(80));
        assertThat(ends).hasCount(3);
        ends.nth(1).fill(at(90));
        page.locator("input[name=note]").first().fill("Lunch.");
        page.locator("input[name=note]").first().press("Enter");

        assertThat(page.locator(".notice span").getByText("Corrected.")).isVisible();
        assertThat(page.locator("[data-total]")).containsText("1h 9min");
        assertThat(page.locator("svg.timeline rect.fill")).hasCount(2);
        assertThat(page.getByText("Lunch.").first()).isVisible();
    }

    @Test
    void deletedSessionIsBroughtBackByItsUndo() {
        signIn("tia");
        page.navigate(server.address() + "/units/10/sessions/" + session);
        page.getByText("Delete …").click();
        page.getByText("Delete it").click();
        assertThat(page.locator(".notice span").getByText("Deleted.")).isVisible();
        assertThat(page.locator("[data-total]")).containsText("0min");

        page.getByText("Undo").click();

        assertThat(page.locator(".notice span").getByText("Restored.")).isVisible();
        assertThat(page.locator("[data-total]")).containsText("1h 30min");
    }

    @Test
    void filterStaysInTheAddressAndTheDownloadIsReadBack() throws IOException {
        signIn("cora");
        page.navigate(server.address() + "/units/10/sessions");
        assertThat(page.locator("table.sessions tbody tr")).hasCount(2);

        page.locator("select[name=tutor]").selectOption(new SelectOption().setLabel("Tom Okafor"));

        page.getByText("Show", new Page.GetByTextOptions().setExact(true)).click();

        page.waitForURL(url -> url.endsWith("/sessions?tutor=102"));
        assertThat(page.locator("table.sessions tbody tr")).hasCount(1);
        page.getByText("Duration").click();
        page.waitForURL(url -> url.contains("tutor=102&sort=duration"));
        page.getByText("Show all").click();
        Download download = page.waitForDownload(() -> page.getByText("CSV").click());
        assertThat(download.suggestedFilename()).startsWith("SIT221").endsWith(".csv");
        assertThat(Files.readString(download.path())).contains(session, "Tia Tutor", "Tom Okafor");
    }

    private void signIn(String user) {
        page.navigate(server.address() + "/sign-in");
        page.fill("#username", user);
        page.fill("#password", SampleServer.PASSWORD);
        page.press("#password", "Enter");
        page.waitForURL(url -> !url.contains("sign-in"));
    }

    /// So many minutes after the start, by the reader's clock.
    private String at(int minutes) {
        return LocalDateTime.ofInstant(begin, BERLIN).plusMinutes(minutes).withNano(0).toString();
    }
}
