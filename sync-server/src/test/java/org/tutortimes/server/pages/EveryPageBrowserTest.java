package org.tutortimes.server.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tutortimes.model.browser.Chromium;

/// What must hold of every page of convenors and tutors, in a real browser, with a picture of each
/// kept.
@ExtendWith(Chromium.class)
class EveryPageBrowserTest {

    private static final Path PICTURES = Path.of("target/screenshots");
    private static final int MOST_BYTES_WITHOUT_CHARTS = 300_000;
    private static final int USUAL_WIDTH = 1_280;
    private static final int[] OTHER_WIDTHS = {2_560, 768, 360};
    private static final int HEIGHT = 900;

    @TempDir static Path folder;
    private static Browser browser;
    private static SampleServer server;
    private static final Map<String, String> PAGES = new LinkedHashMap<>();
    private static final Map<String, String> ADMINISTRATION = new LinkedHashMap<>();

    @BeforeAll
    static void start(Browser shared) {
        browser = shared;
        server = new SampleServer(folder);
        Instant lately = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofDays(2));
        SampleDesktop tia = new SampleDesktop(server.address(), "tia");
        String session = tia.record(SampleServer.TIAS_ROLE, lately, Duration.ofHours(7)).toString();
        server.addSession(
                SampleSession.of(
                                SampleServer.TOMS_ROLE,
                                lately.plusSeconds(600),
                                Duration.ofMinutes(36))
                        .ofPile(14)
                        .flagged("estimated_end"));
        server.addSession(
                SampleSession.running(SampleServer.TOMS_ROLE, Instant.now().minusSeconds(600)));
        new ObservedTutors(server, folder).marks(ObservedTutors.TIA, "192.0.2.1", lately, 60);
        PAGES.put("units", "/");
        PAGES.put("account", "/account");
        PAGES.put("password", "/password");
        PAGES.put("unit", "/units/10");
        PAGES.put("unit-empty", "/units/11");
        PAGES.put("calendar-week", "/units/10/calendar?view=week&date=" + day(lately));
        PAGES.put("calendar-month", "/units/10/calendar?view=month&date=" + day(lately));
        PAGES.put("calendar-year", "/units/10/calendar?view=year&date=" + day(lately));
        PAGES.put("sessions", "/units/10/sessions");
        PAGES.put("sessions-none", "/units/10/sessions?tutor=100");
        PAGES.put("session", "/units/10/sessions/" + session);
        PAGES.put("marking", "/units/10/marking-sessions");
        PAGES.put("reports", "/units/10/reports?by=task&and=tutor");
        PAGES.put("reports-clash", "/units/10/reports?by=day&and=week");
        PAGES.put("reports-none", "/units/11/reports");
        PAGES.put("timesheets", "/units/10/timesheets");
        PAGES.put("records", "/units/10/records");
        PAGES.put("problem", "/units/999");
        PAGES.put("people", "/units/10/people");
        administer();
    }

    /// Makes an administrator, and something to be seen of what one does.
    private static void administer() {
        server.change(
                """
                INSERT INTO users (id, username, name, password_hash, system_role)
                SELECT 9, 'ada', 'Ada Admin', password_hash, 'admin' FROM users WHERE id = 1
                """);
        org.tutortimes.server.pages.Browser ada =
                org.tutortimes.server.pages.Browser.signedIn(server.address(), "ada");
        Map<String, String> changed =
                Map.of(
                        "csrf_token", ada.get("/people/3").csrfToken(),
                        "username", "tom",
                        "name", "Tom van der Okafor-Featherstonehaugh",
                        "system_role", "none");
        assertThat(ada.post("/people/3", changed).status()).isEqualTo(303);
        Map<String, String> token = Map.of("csrf_token", changed.get("csrf_token"), "name", "LMS");
        assertThat(ada.post("/system/tokens", token).status()).isEqualTo(201);
        ADMINISTRATION.put("unit-people", "/units/10/people");
        ADMINISTRATION.put("everybody", "/people");
        ADMINISTRATION.put("nobody", "/people?q=nemo");
        ADMINISTRATION.put("person", "/people/3");
        ADMINISTRATION.put("person-new", "/people/new");
        ADMINISTRATION.put("unit-new", "/units/new");
        ADMINISTRATION.put("unit-settings", "/units/10/settings");
        ADMINISTRATION.put("audit", "/audit");
        ADMINISTRATION.put("audit-none", "/audit?q=nemo");
        ADMINISTRATION.put("all-units", "/units");
        ADMINISTRATION.put("system", "/system");
    }

    /// The pages that are worth a look as this user.
    private static Map<String, String> pagesOf(String user) {
        return user.equals("ada") ? ADMINISTRATION : PAGES;
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, en, cora", "DARK, de, cora", "LIGHT, en, ada", "DARK, de, ada"})
    void everyPageIsLightAccessibleWithinThePolicyAndFitsEveryWindow(
            ColorScheme scheme, String language, String user) {
        try (BrowserContext context = context(scheme, language)) {
            Page page = signedIn(context, user);
            refuseConsole(page);
            pagesOf(user)
                    .forEach((name, path) -> {
                        page.setViewportSize(USUAL_WIDTH, HEIGHT);
                        open(page, path);
                        assertThat(bytes(page)).as(path).isLessThan(MOST_BYTES_WITHOUT_CHARTS);
                        assertAccessible(page, path);
                        picture(page, "page-%s-%s-%s".formatted(name, scheme, language));
                        for (int width : OTHER_WIDTHS) {
                            page.setViewportSize(width, HEIGHT);
                            assertThat(overflow(page))
                                    .as("%s at %d pixels", path, width)
                                    .isEqualTo(0);
                        }
                        picture(page, "phone-%s-%s-%s".formatted(name, scheme, language));
                    });
        }
    }

    @Test
    void whatTutorsSeeIsAccessibleToo() {
        try (BrowserContext context = context(ColorScheme.DARK, "en")) {
            Page page = signedIn(context, "tia");
            refuseConsole(page);
            PAGES.values()
                    .forEach(path -> {
                        open(page, path);
                        assertAccessible(page, path);
                    });
        }
    }

    private static void refuseConsole(Page page) {
        page.onConsoleMessage(message -> {
            if (!message.text().matches("(?s).*(403|404).*")) {
                throw new AssertionError(page.url() + ": " + message.text());
            }
        });
    }

    private static void assertAccessible(Page page, String path) {
        assertThat(new AxeBuilder(page).analyze().getViolations()).as(path).isEmpty();
    }

    private static long bytes(Page page) {
        Number bytes =
                (Number)
                        page.evaluate(
                                """
                                [...performance.getEntriesByType("resource"),
                                    ...performance.getEntriesByType("navigation")]
                                    .filter(({ name }) => !/echarts|fullcalendar/.test(name))
                                    .reduce((sum, each) => sum + each.decodedBodySize, 0)
                                """);
        return bytes.longValue();
    }

    /// By how many pixels the page is wider than its window, once it has been drawn anew.
    private static Object overflow(Page page) {
        return page.evaluate(
                """
                () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() =>
                    done(document.documentElement.scrollWidth
                        - document.documentElement.clientWidth))))
                """);
    }

    private static String day(Instant at) {
        return at.toString().substring(0, 10);
    }

    private static BrowserContext context(ColorScheme scheme, String language) {
        return browser.newContext(
                new Browser.NewContextOptions()
                        .setColorScheme(scheme)
                        .setLocale(language)
                        .setViewportSize(USUAL_WIDTH, HEIGHT));
    }

    private static Page signedIn(BrowserContext context, String user) {
        Page page = context.newPage();
        page.navigate(server.address() + "/sign-in");
        page.fill("#username", user);
        page.fill("#password", SampleServer.PASSWORD);
        page.press("#password", "Enter");
        page.waitForURL(url -> !url.contains("sign-in"));
        return page;
    }

    private static void open(Page page, String path) {
        page.navigate(server.address() + path);
        page.waitForLoadState(LoadState.LOAD);
        if (path.contains("calendar")) {
            page.waitForSelector(
                    ".fc-event",
                    new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
        }
    }

    private static void picture(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(PICTURES.resolve(name.toLowerCase(Locale.ROOT) + ".png")));
    }
}
