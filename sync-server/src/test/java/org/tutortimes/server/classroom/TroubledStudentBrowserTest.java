package org.tutortimes.server.classroom;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Route;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tutortimes.model.browser.Chromium;
import org.tutortimes.model.classes.AttemptStatus;
import org.tutortimes.model.classes.ClassSessionState.Step;
import org.tutortimes.model.classes.Passage;
import org.tutortimes.server.pages.SampleServer;

/// A student is told what did not arrive and why, and nothing else is lost: where the class session
/// ends, the sign-in does, the page is old, or the server refuses or is busy.
@ExtendWith(Chromium.class)
class TroubledStudentBrowserTest {

    private static final Passage LISTS =
            new Passage("lists", "A linked list keeps its elements in nodes, one after the other.");

    @TempDir static Path folder;
    private static Browser browser;
    private static SampleServer server;
    private static SampleClass sample;

    @BeforeAll
    static void start(Browser shared) {
        browser = shared;
        server = new SampleServer(folder);
        sample = new SampleClass(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void studentIsToldWhatTheEndOfTheClassSessionCutOff() {
        UUID id = sample.started("Ended", LISTS);
        try (StudentPage ada = reading(id).mark("lists", "linked list")) {
            await().until(() -> sample.marked(id, SampleClass.ADA).size() == 1);
            ada.offline(true);
            ada.mark("lists", "elements").mark("lists", "nodes");
            sample.move(id, Step.COMPLETE);

            ada.offline(false);

            assertThat(ada.troubles()).containsText("these 2 highlights did not");
            assertThat(ada.troubles()).containsText("“nodes”");
            assertThat(ada.page().getByText("ended before you submitted")).isVisible();
            assertThat(ada.marks()).hasText("linked list");
            assertThat(sample.marked(id, SampleClass.ADA)).containsExactly("linked list");
            assertThat(sample.attempts(id, SampleClass.ADA).getFirst().status())
                    .isEqualTo(AttemptStatus.ABANDONED);
            ada.page().reload();
            ada.button("I have seen this").click();
            assertThat(ada.troubles()).isEmpty();
        }
    }

    @Test
    void refusedHighlightIsSetAsideAndTheRestGoesOn() {
        UUID id = sample.started("Refused", LISTS);
        try (StudentPage ada = reading(id)) {
            ada.offline(true);
            ada.mark("lists", "linked list").mark("lists", "elements").mark("lists", "nodes");
            ada.page()
                    .evaluate(
                            """
                            () => {
                                for (const [key, value] of Object.entries(localStorage)) {
                                    if (value.includes('"elements"')) {
                                        localStorage.setItem(key, value.replace('"elements"', '"else"'));
                                    }
                                }
                            }
                            """);

            ada.offline(false);

            assertThat(ada.troubles()).containsText("One highlight was not taken");
            assertThat(ada.troubles()).containsText("Another text stands at that place");
            await().until(() ->
                    sample.marked(id, SampleClass.ADA).equals(List.of("linked list", "nodes")));
        }
    }

    @Test
    void signedOutStudentSignsInAgainAndNothingIsLost() {
        UUID id = sample.started("Signed out", LISTS);
        try (StudentPage ada = reading(id)) {
            ada.context().clearCookies();
            ada.mark("lists", "nodes");
            assertThat(ada.troubles()).containsText("You are signed out.");
            assertThat(ada.status()).containsText("until you sign in again");
            String signIn = ada.troubles().locator("a").getAttribute("href");

            ada.signIn(server.address() + signIn, "ada");

            assertThat(ada.page()).hasURL(sample.address(id));
            await().until(() -> sample.marked(id, SampleClass.ADA).equals(List.of("nodes")));
            assertThat(ada.troubles()).isEmpty();
        }
    }

    @Test
    void pageThatIsOutOfDateAsksToBeLoadedAgain() {
        UUID id = sample.started("Out of date", LISTS);
        try (StudentPage ada = reading(id)) {
            ada.page()
                    .route(
                            "**/api/attempts/**",
                            route -> {
                                Map<String, String> headers =
                                        new HashMap<>(route.request().headers());
                                headers.put("x-csrf-token", "of yesterday");
                                route.resume(new Route.ResumeOptions().setHeaders(headers));
                            });
            ada.mark("lists", "nodes");
            assertThat(ada.troubles()).containsText("This page is out of date.");
            assertThat(ada.status()).containsText("It is safe in this browser.");
            ada.page().unroute("**/api/attempts/**");

            ada.troubles().locator("a").click();

            await().until(() -> sample.marked(id, SampleClass.ADA).equals(List.of("nodes")));
        }
    }

    @Test
    void busyServerIsAskedAgainWhenItSaysSo() {
        UUID id = sample.started("Busy", LISTS);
        AtomicInteger asked = new AtomicInteger();
        try (StudentPage ada = reading(id)) {
            ada.page()
                    .route(
                            "**/highlights",
                            route -> {
                                if (asked.incrementAndGet() == 1) {
                                    route.fulfill(
                                            new Route.FulfillOptions()
                                                    .setStatus(503)
                                                    .setHeaders(Map.of("Retry-After", "1")));
                                } else {
                                    route.resume();
                                }
                            });
            ada.mark("lists", "nodes");
            // Its requests are answered by this thread, while it waits like this.
            ada.page()
                    .waitForCondition(
                            () -> sample.marked(id, SampleClass.ADA).equals(List.of("nodes")));
            assertThat(asked.get()).isEqualTo(2);
            assertThat(ada.troubles()).isEmpty();
        }
    }

    private static StudentPage reading(UUID id) {
        return StudentPage.reading(browser, sample, id);
    }
}
