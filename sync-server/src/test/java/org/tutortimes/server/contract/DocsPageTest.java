package org.tutortimes.server.contract;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tutortimes.model.browser.Chromium;
import org.tutortimes.server.pages.SampleDesktop;
import org.tutortimes.server.pages.SampleServer;

/// Swagger UI in a real browser.
@ExtendWith(Chromium.class)
class DocsPageTest {

    @TempDir Path folder;
    private Browser browser;
    private SampleServer server;

    @BeforeEach
    void start(Browser shared) {
        browser = shared;
        server = new SampleServer(folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void requestsAreTriedWithATokenAndNothingComesFromElsewhere(ColorScheme scheme)
            throws Exception {
        List<String> complaints = new ArrayList<>();
        List<String> requests = new ArrayList<>();
        Browser.NewContextOptions options =
                new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(1_280, 900);
        try (BrowserContext context = browser.newContext(options)) {
            Page page = context.newPage();
            page.onConsoleMessage(message -> {
                if (List.of("error", "warning").contains(message.type())) {
                    complaints.add(message.text());
                }
            });
            page.onPageError(complaints::add);
            page.onRequest(request -> requests.add(request.url()));
            page.navigate(server.address() + "/api/docs");
            assertThat(page.locator(".opblock"))
                    .hasCount(Contract.OF_THE_SERVER.operations().size());

            authorise(page, new SampleDesktop(server.address(), "cora").token());
            Locator operation = page.locator("#operations-units-getUnit");
            operation.locator(".opblock-summary-control").click();
            operation.locator("input[placeholder=id]").fill("10");
            operation.locator("button.execute").click();

            Locator answer = operation.locator(".live-responses-table");
            assertThat(answer.locator(".response-col_status").last()).containsText("200");
            assertThat(answer.locator(".response-col_description").last())
                    .containsText("total_tutor_time");
            assertThat(page.locator("html.dark-mode")).hasCount(scheme == ColorScheme.DARK ? 1 : 0);
        }
        assertThat(complaints).isEmpty();
        assertThat(requests)
                .isNotEmpty()
                .allMatch(url -> url.startsWith(server.address()) || url.startsWith("data:"));
    }

    private static void authorise(Page page, String token) {
        page.locator("button.authorize").first().click();
        page.locator("#auth-bearer-value").fill(token);
        page.locator(".auth-container")
                .filter(new Locator.FilterOptions().setHas(page.locator("#auth-bearer-value")))
                .locator("button.authorize")
                .click();
        page.locator(".btn-done").first().click();
    }
}
