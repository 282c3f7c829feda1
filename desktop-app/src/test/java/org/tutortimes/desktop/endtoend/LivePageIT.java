package org.tutortimes.desktop.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tutortimes.desktop.CoreDesk;
import org.tutortimes.desktop.VirtualComputer;
import org.tutortimes.model.browser.Chromium;

/// A tutor's timer, the server's own program, and a convenor who looks on in a browser.
@ExtendWith(Chromium.class)
class LivePageIT {

    @TempDir private Path folder;
    private ServerProgram server;
    private CoreDesk desk;
    private BrowserContext context;

    @BeforeEach
    void startAll(Browser browser) throws IOException, InterruptedException {
        server = new ServerProgram(Files.createDirectory(folder.resolve("server")));
        server.run("import", SampleUnit.file(folder).toString());
        server.serve();
        desk = new CoreDesk(folder.resolve("desk"), new VirtualComputer());
        desk.signIn(URI.create(server.address()), "tia");
        desk.sync();
        context = browser.newContext(new Browser.NewContextOptions().setLocale("en"));
    }

    @AfterEach
    void endAll() throws IOException {
        context.close();
        desk.close();
        server.close();
    }

    @Test
    void whatTheTimerDoesAppearsInTheOpenPageWithoutReload() {
        Page page = unitOf("cora");
        Locator markers = page.locator("#markers");
        assertThat(markers).containsText("Nothing is running");

        desk.core.timer().start(CoreDesk.PILE).join();
        desk.sync();
        assertThat(markers).containsText("Tia Tutor");
        assertThat(markers).containsText("1.1P Sorting");

        desk.work(Duration.ofMinutes(25));
        desk.core.timer().pause().join();
        desk.sync();
        assertThat(markers).containsText("paused since");
        assertThat(markers).containsText("25 min");

        desk.core.timer().complete().join();
        desk.sync();
        assertThat(page.locator("[data-total]")).hasText("25min");
        assertThat(page.locator("#latest")).containsText("Tia Tutor");
        assertThat(markers).containsText("Nothing is running");
        assertThat(page.evaluate("window.openedOnce")).isEqualTo(true);
    }

    private Page unitOf(String user) {
        Page page = context.newPage();
        page.navigate(server.address() + "/sign-in");
        page.fill("#username", user);
        page.fill("#password", SampleUnit.PASSWORD);
        page.press("#password", "Enter");
        page.waitForURL(url -> url.endsWith("/units/10"));
        assertThat(page.locator("[data-liveness]")).containsText("Live");
        page.evaluate("window.openedOnce = true");
        return page;
    }
}
