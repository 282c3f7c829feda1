package org.tutortimes.server.classroom;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tutortimes.model.browser.Chromium;
import org.tutortimes.model.classes.Passage;
import org.tutortimes.server.pages.SampleServer;

/// What a student does arrives exactly once, whatever becomes of the network, the clock and the
/// tab.
@ExtendWith(Chromium.class)
class OfflineStudentBrowserTest {

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

            await().until(() -> sample.marked(id, SampleClass.ADA).size() == 3);
            assertThat(sample.marked(id, SampleClass.ADA))
                    .containsExactly("linked list", "elements", "nodes");
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
            assertThat(sample.marked(id, SampleClass.ADA)).isEmpty();

            StudentPage again = new StudentPage(ada.context().newPage());
            again.page().navigate(server.address() + "/classes");
            assertThat(again.page().getByText("One change waits in this browser.")).isVisible();
            again.page().getByLabel("Join Closed").click();

            assertThat(again.marks()).hasText("linked list");
            await().until(() -> sample.marked(id, SampleClass.ADA).equals(List.of("linked list")));
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
            assertThat(sample.marked(id, SampleClass.ADA)).containsExactly("linked list", "nodes");
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
            assertThat(sample.marked(id, SampleClass.ADA)).containsExactly("nodes");
        }
    }

    @Test
    void clockThatIsSetBackChangesNothingInTheOrder() {
        UUID id = sample.started("Set back", LISTS);
        try (StudentPage ada = reading(id)) {
            ada.offline(true);
            ada.mark("lists", "nodes");
            ada.page().clock().setFixedTime(System.currentTimeMillis() - 3_600_000);
            ada.submit();

            ada.offline(false);

            assertThat(ada.page().locator("[data-outcome=submitted]")).isVisible();
            assertThat(sample.marked(id, SampleClass.ADA)).containsExactly("nodes");
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

            await().until(() -> sample.marked(id, SampleClass.ADA).size() == 2);
            assertThat(one.page().getByText("Waiting to be sent")).hasCount(0);
            assertThat(two.page().getByText("Waiting to be sent")).hasCount(0);
            assertThat(sample.attempts(id, SampleClass.ADA)).hasSize(1);
            // A tab that goes says that the student leaves; the one that stays says otherwise.
            two.page().navigate(server.address() + "/classes");
            await().pollDelay(Duration.ofSeconds(2))
                    .until(() -> sample.isConnected(id, SampleClass.ADA));
            one.submit();
            assertThat(one.page().locator("[data-outcome=submitted]")).isVisible();
            assertThat(sample.marked(id, SampleClass.ADA))
                    .containsExactlyInAnyOrder("linked list", "nodes");
        }
    }

    private static StudentPage reading(UUID id) {
        return StudentPage.reading(browser, sample, id);
    }
}
