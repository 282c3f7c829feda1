package org.tutortimes.server.calendar;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tutortimes.model.browser.Chromium;
import org.tutortimes.server.pages.SampleServer;
import org.tutortimes.server.pages.SampleSession;

/// Turning the pages of the calendar in a real browser.
@ExtendWith(Chromium.class)
class CalendarBrowserTest {

    /// Monday 2 March, 09:00 by the unit's clock.
    private static final Instant MONDAY = Instant.parse("2026-03-01T22:00:00Z");

    @TempDir Path folder;
    private SampleServer server;
    private BrowserContext context;
    private Page page;

    @BeforeEach
    void start(Browser browser) {
        server = new SampleServer(folder);
        server.addSession(SampleSession.of(SampleServer.TIAS_ROLE, MONDAY, Duration.ofMinutes(90)));
        server.addSession(
                SampleSession.of(
                        SampleServer.TOMS_ROLE,
                        MONDAY.plus(Duration.ofDays(7)),
                        Duration.ofMinutes(45)));
        context =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setLocale("en")
                                .setTimezoneId("Australia/Melbourne")
                                .setViewportSize(1_280, 900));
        page = context.newPage();
        page.navigate(server.address() + "/sign-in?next=/units/10/calendar?view=week");
        page.fill("#username", "cora");
        page.fill("#password", SampleServer.PASSWORD);
        page.press("#password", "Enter");
        page.waitForURL(url -> !url.contains("sign-in"));
    }

    @AfterEach
    void stop() {
        context.close();
        server.close();
    }

    @Test
    void pagesAreTurnedByKeyboardAndTheAddressSaysWhatIsShown() {
        page.navigate(server.address() + "/units/10/calendar?view=week&date=2026-03-04");
        assertThat(page.locator(".fc-event")).hasText("09:00 - 10:30Tia Tutor · 1.2C");

        page.getByTitle("After").focus();
        page.keyboard().press("Enter");

        assertThat(page.locator(".fc-event")).hasText("09:00 - 09:45Tom Okafor · 1.2C");
        assertThat(page.url()).contains("view=week", "date=2026-03-09");
        page.reload();
        assertThat(page.locator(".fc-event")).hasText("09:00 - 09:45Tom Okafor · 1.2C");
        page.getByText("Month").click();
        assertThat(page.locator(".fc-event")).hasCount(2);
        assertThat(page.locator(".fc-event").first()).hasText("1 h 30 min Tia Tutor");
    }

    @Test
    void filterChangesThePictureAndStaysInTheAddress() {
        page.navigate(server.address() + "/units/10/calendar?view=month&date=2026-03-04");
        assertThat(page.locator(".fc-event")).hasCount(2);

        page.locator("select[name=tutor]").selectOption(new SelectOption().setLabel("Tom Okafor"));

        assertThat(page.locator(".fc-event")).hasCount(1);
        assertThat(page.locator(".fc-event")).hasText("45 min Tom Okafor");
        assertThat(page.url()).contains("tutor=102", "view=month");
        page.reload();
        assertThat(page.locator(".fc-event")).hasText("45 min Tom Okafor");
    }

    @Test
    void sessionLeadsToItsPageAndLostNetworkIsSaid() {
        page.navigate(server.address() + "/units/10/calendar?view=week&date=2026-03-04");
        assertThat(page.locator(".fc-event")).hasCount(1);
        context.setOffline(true);
        page.getByTitle("After").click();
        assertThat(page.getByText("The sessions could not be loaded.")).isVisible();
        context.setOffline(false);
        page.getByTitle("Before").click();
        assertThat(page.getByText("The sessions could not be loaded.")).isHidden();

        page.locator(".fc-event").click();

        page.waitForURL(url -> url.contains("/units/10/sessions/"));
        assertThat(page.getByText("When did the timer run?")).isVisible();
    }
}
