package org.tutortimes.server.classroom;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tutortimes.model.classes.AttemptStatus;
import org.tutortimes.model.classes.ClassSessionState.Step;
import org.tutortimes.model.classes.Highlight;
import org.tutortimes.model.classes.Passage;
import org.tutortimes.server.pages.Chromium;
import org.tutortimes.server.pages.SampleServer;

/// What a student does arrives exactly once or is shown as not arrived, whatever becomes of the
/// network, the sign-in, the tab and the class session.
class OfflineStudentBrowserTest {

    private static final Passage LISTS =
            new Passage("lists", "A linked list keeps its elements in nodes, one after the other.");

    @TempDir static Path folder;
    private static Chromium chromium;
    private static SampleServer server;
    private static SampleClass sample;

    @BeforeAll
    static void start() {
        chromium = Chromium.startOrSkip();
        server = new SampleServer(folder);
        sample = new SampleClass(server);
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @Test
    void highlightsWaitForTheNetworkAndArriveOnce() {
        UUID id = sample.started("Offline", LISTS);
        try (StudentPage ada = reading(id)) {
            ada.offline(true);
            ada.mark("lists", "linked list").mark("lists", "elements").mark("lists", "nodes");
            assertThat(ada.status())
                    .containsText(
                            "3 highlights wait for the network. They are safe in this browser.");
            assertThat(ada.own().first()).containsText("Waiting to be sent");
            assertThat(sample.standing(id, SampleClass.ADA)).isEmpty();

            ada.offline(false);

            await().until(() -> texts(id).size() == 3);
            assertThat(texts(id)).containsExactly("linked list", "elements", "nodes");
            assertThat(ada.page().getByText("Waiting to be sent")).hasCount(0);
            assertThat(ada.status()).not().containsText("wait");
        }
    }

    @Test
    void whatWaitedIsSentByTheNextPageWhereThisOneWasClosed() {
        UUID id = sample.started("Closed", LISTS);
        try (StudentPage ada = reading(id)) {
            ada.offline(true);
            ada.mark("lists", "linked list");
            ada.page().close();
            ada.context().setOffline(false);
            assertThat(texts(id)).isEmpty();

            StudentPage again = new StudentPage(ada.context().newPage());
            again.page().navigate(server.address() + "/classes");
            assertThat(again.page().getByText("One change waits in this browser.")).isVisible();
            again.page().getByLabel("Join Closed").click();

            assertThat(again.marks()).hasText("linked list");
            await().until(() -> texts(id).equals(List.of("linked list")));
        }
    }

    @Test
    void lostAnswersAreAskedForAgainAndNothingComesTwice() {
        UUID id = sample.started("Lost", LISTS);
        AtomicInteger lost = new AtomicInteger();
        try (StudentPage ada = reading(id)) {
            ada.page()
                    .route(
                            "**/api/attempts/**",
                            route -> {
                                if (lost.incrementAndGet() % 2 == 1) {
                                    route.fetch();
                                    route.abort();
                                } else {
                                    route.resume();
                                }
                            });
            ada.mark("lists", "linked list").mark("lists", "nodes");
            ada.submit();
            assertThat(ada.page().locator("[data-outcome=submitted]")).isVisible();
            assertThat(lost.get()).isGreaterThan(2);
            assertThat(texts(id)).containsExactly("linked list", "nodes");
        }
    }

    @Test
    void submissionWaitsForTheNetworkToo() {
        UUID id = sample.started("Late", LISTS);
        try (StudentPage ada = reading(id)) {
            ada.offline(true);
            ada.mark("lists", "nodes");
            ada.submit();
            assertThat(ada.page().getByText("Your attempt is on its way.")).isVisible();
            assertThat(ada.status()).containsText("1 highlight and your submission wait");

            ada.offline(false);

            assertThat(ada.page().locator("[data-outcome=submitted]")).isVisible();
            assertThat(texts(id)).containsExactly("nodes");
        }
    }

    @Test
    void studentIsToldWhatTheEndOfTheClassSessionCutOff() {
        UUID id = sample.started("Ended", LISTS);
        try (StudentPage ada = reading(id).mark("lists", "linked list")) {
            await().until(() -> texts(id).size() == 1);
            ada.offline(true);
            ada.mark("lists", "elements").mark("lists", "nodes");
            sample.move(id, Step.COMPLETE);

            ada.offline(false);

            assertThat(ada.troubles()).containsText("these 2 highlights did not");
            assertThat(ada.troubles()).containsText("“nodes”");
            assertThat(ada.page().getByText("ended before you submitted")).isVisible();
            assertThat(ada.marks()).hasText("linked list");
            assertThat(texts(id)).containsExactly("linked list");
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
            await().until(() -> texts(id).equals(List.of("linked list", "nodes")));
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
            await().until(() -> texts(id).equals(List.of("nodes")));
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

            await().until(() -> texts(id).equals(List.of("nodes")));
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
            ada.page().waitForCondition(() -> texts(id).equals(List.of("nodes")));
            assertThat(asked.get()).isEqualTo(2);
            assertThat(ada.troubles()).isEmpty();
        }
    }

    @Test
    void twoTabsOfOneStudentShareOneAttempt() {
        UUID id = sample.started("Tabs", LISTS);
        try (StudentPage one = reading(id)) {
            Page second = one.context().newPage();
            second.navigate(sample.address(id));
            StudentPage two = new StudentPage(second);
            assertThat(two.passage()).isVisible();
            one.context().setOffline(true);
            one.mark("lists", "linked list");
            two.mark("lists", "nodes");
            assertThat(one.own()).hasCount(2);

            one.offline(false);

            await().until(() -> texts(id).size() == 2);
            assertThat(one.page().getByText("Waiting to be sent")).hasCount(0);
            assertThat(two.page().getByText("Waiting to be sent")).hasCount(0);
            assertThat(sample.attempts(id, SampleClass.ADA)).hasSize(1);
            // A tab that goes says that the student leaves; the one that stays says otherwise.
            two.page().navigate(server.address() + "/classes");
            await().pollDelay(Duration.ofSeconds(2))
                    .until(() -> sample.isConnected(id, SampleClass.ADA));
            one.submit();
            assertThat(one.page().locator("[data-outcome=submitted]")).isVisible();
            assertThat(texts(id)).containsExactlyInAnyOrder("linked list", "nodes");
        }
    }

    private static List<String> texts(UUID id) {
        return sample.standing(id, SampleClass.ADA).stream().map(Highlight::text).toList();
    }

    private static StudentPage reading(UUID id) {
        StudentPage ada =
                StudentPage.desktop(chromium.browser(), ColorScheme.LIGHT)
                        .signIn(sample.address(id), "ada")
                        .join();
        assertThat(ada.passage()).isVisible();
        await().until(() -> sample.attempts(id, SampleClass.ADA).size() == 1);
        return ada;
    }
}
