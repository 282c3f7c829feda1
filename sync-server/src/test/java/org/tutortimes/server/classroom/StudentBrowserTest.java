package org.tutortimes.server.classroom;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tutortimes.model.browser.Chromium;
import org.tutortimes.model.classes.AttemptStatus;
import org.tutortimes.model.classes.ClassSessionState.Step;
import org.tutortimes.model.classes.Highlight;
import org.tutortimes.model.classes.Passage;
import org.tutortimes.server.pages.SampleServer;

/// A class session as its students have it, in a real browser: joining, reading, marking by hand
/// and by keyboard, submitting.
@ExtendWith(Chromium.class)
class StudentBrowserTest {

    private static final String FIRST =
            "A linked list keeps its elements in nodes. To reach the tenth, follow nine"
                    + " references.";
    private static final Passage LISTS = new Passage("lists", FIRST);
    private static final Passage MARKUP =
            new Passage("markup", "Is <b>bold</b> text\nor <script>alert(1)</script> more?");

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
    void pageMovesOnByItselfFromThePlanToTheText() {
        UUID id = sample.plan("Lists", Instant.now().plus(Duration.ofDays(1)), LISTS);
        try (StudentPage ada = desktop().signIn(sample.address(id), "ada")) {
            assertThat(ada.stage(Stage.PLANNED)).containsText("Planned: Tomorrow");
            sample.replan(id, Instant.now());
            assertThat(ada.stage(Stage.PLANNED)).containsText("Planned: Today");
            sample.move(id, Step.OPEN);
            ada.join();
            assertThat(ada.stage(Stage.ROOM))
                    .containsText("You are here. Waiting for your teacher to start.");
            await().until(() -> sample.isConnected(id, SampleClass.ADA));
            sample.move(id, Step.START);
            assertThat(ada.passage()).hasText(FIRST);
            await().until(() -> sample.attempts(id, SampleClass.ADA).size() == 1);

            ada.page().navigate(server.address() + "/classes");

            await().until(() -> !sample.isConnected(id, SampleClass.ADA));
        }
    }

    @Test
    void whoeverHasNoUnitLandsAmongTheirClasses() {
        UUID id = sample.open("Sorting", LISTS);
        try (StudentPage ben = desktop().signIn(server.address() + "/", "ben")) {
            assertThat(ben.page()).hasURL(server.address() + "/classes");
            ben.page().getByLabel("Join Sorting").click();
            assertThat(ben.page()).hasURL(sample.address(id));
            ben.page().getByText("My classes", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(ben.page()).hasURL(server.address() + "/classes");
        }
    }

    @Test
    void highlightsByMouseAndTheirCommentsAreTextWhateverIsInThem() {
        UUID id = sample.started("Markup", LISTS, MARKUP);
        try (StudentPage ada = joined(id, "ada")) {
            ada.select("markup", "<b>bold</b> text\nor <script>");
            ada.page().getByLabel("Green").check();
            ada.page().getByLabel("Comment").fill("<img src=x onerror=alert(1)>");
            ada.button("Highlight").click();

            assertThat(ada.own()).containsText("<img src=x onerror=alert(1)>");
            assertThat(ada.marks()).hasText("<b>bold</b> text\nor <script>");
            await().until(() -> sample.standing(id, SampleClass.ADA).size() == 1);
            Highlight stored = sample.standing(id, SampleClass.ADA).getFirst();
            assertThat(stored.positionStart()).isEqualTo(3);
            assertThat(stored.colorCode()).isEqualTo("#81C784");
            assertThat(stored.comment()).isEqualTo("<img src=x onerror=alert(1)>");

            ada.page().reload();

            assertThat(ada.marks()).hasText("<b>bold</b> text\nor <script>");
            assertThat(ada.own()).containsText("Green");
        }
    }

    @Test
    void highlightsByKeyboardAlone() {
        UUID id = sample.started("Keys", LISTS);
        try (StudentPage ada = joined(id, "ada")) {
            ada.passage().focus();
            press(ada, "ArrowRight", "ArrowRight", "Shift+ArrowRight");
            assertThat(ada.page().locator(".chosen")).hasText("linked list");
            assertThat(ada.page().locator("[data-said]")).hasText("linked list");
            press(ada, "Enter");
            assertThat(ada.marker()).isVisible();
            press(ada, "Escape");
            assertThat(ada.passage()).isFocused();
            press(ada, "Enter", "ArrowRight", "Tab");
            ada.page().keyboard().type("by keys");
            press(ada, "Enter");
            press(ada, "ArrowDown", "ArrowDown", "Enter", "Enter");

            await().until(() -> sample.standing(id, SampleClass.ADA).size() == 2);
            List<Highlight> stored = sample.standing(id, SampleClass.ADA);
            assertThat(stored.getFirst().text()).isEqualTo("linked list");
            assertThat(stored.getFirst().comment()).isEqualTo("by keys");
            assertThat(stored.getFirst().colorCode()).isEqualTo("#81C784");
            assertThat(stored.getLast().text())
                    .isEqualTo("To reach the tenth, follow nine references.");
            assertThat(ada.passage()).isFocused();
        }
    }

    @Test
    void highlightsByTouchWithThePenAtTheBottomEdge() {
        UUID id = sample.started("Touch", LISTS);
        try (StudentPage ben = StudentPage.phone(browser).signIn(sample.address(id), "ben")) {
            ben.join();
            ben.touch("lists", "nine references");
            assertThat(ben.marker().boundingBox().y + ben.marker().boundingBox().height)
                    .isBetween(638.0, 641.0);
            ben.button("Highlight").tap();

            assertThat(ben.marks()).hasText("nine references");
            await().until(() -> sample.standing(id, SampleClass.BEN).size() == 1);
            assertThat(ben.page().evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
        }
    }

    @Test
    void removedHighlightComesBackByUndo() {
        UUID id = sample.started("Undo", LISTS);
        try (StudentPage ada = joined(id, "ada").mark("lists", "linked list")) {
            await().until(() -> sample.standing(id, SampleClass.ADA).size() == 1);
            UUID first = sample.standing(id, SampleClass.ADA).getFirst().id();
            ada.page().locator("[data-own] .foot button").click();
            assertThat(ada.marks()).hasCount(0);
            await().until(() -> sample.standing(id, SampleClass.ADA).isEmpty());
            ada.button("Undo").click();
            assertThat(ada.marks()).hasText("linked list");
            await().until(() -> sample.standing(id, SampleClass.ADA).size() == 1);
            assertThat(sample.standing(id, SampleClass.ADA).getFirst().id()).isNotEqualTo(first);
        }
    }

    @Test
    void submissionAsksOnceAndEndsTheWork() {
        UUID id = sample.started("Submit", LISTS);
        try (StudentPage ada = joined(id, "ada").mark("lists", "linked list")) {
            ada.button("Submit").click();
            assertThat(ada.page().getByText("1 highlight goes in.")).isVisible();
            ada.button("Keep working").click();
            ada.submit();

            assertThat(ada.page().locator("[data-outcome=submitted]"))
                    .containsText("with 1 highlight.");
            assertThat(ada.marks()).hasText("linked list");
            assertThat(ada.button("Submit")).isHidden();
            assertThat(sample.attempts(id, SampleClass.ADA).getFirst().status())
                    .isEqualTo(AttemptStatus.SUBMITTED);
            sample.move(id, Step.COMPLETE);
            ada.page().reload();
            assertThat(ada.marks()).hasText("linked list");
        }
    }

    @Test
    void attemptWithNothingToReadCanBeSubmitted() {
        UUID id = sample.started("Nothing");
        try (StudentPage ada = joined(id, "ada")) {
            assertThat(ada.page().getByText("There is nothing to read")).isVisible();
            ada.submit();
            assertThat(ada.page().locator("[data-outcome=submitted]")).isVisible();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void axeFindsNothingAndThePolicyBlocksNothing(ColorScheme scheme) {
        UUID planned = sample.plan("Planned", LISTS);
        UUID id = sample.open("Axe", LISTS, MARKUP);
        List<String> complaints = new ArrayList<>();
        try (StudentPage chloe = StudentPage.desktop(browser, scheme)) {
            Page page = chloe.page();
            chloe.signIn(server.address() + "/classes", "chloe");
            page.onConsoleMessage(message -> complaints.add(message.text()));
            isAccessible(page, "my classes");
            page.navigate(sample.address(planned));
            isAccessible(page, "planned");
            page.navigate(sample.address(id));
            isAccessible(page, "door");
            chloe.join();
            assertThat(chloe.stage(Stage.ROOM)).isVisible();
            isAccessible(page, "room");
            sample.move(id, Step.START);
            for (String colour : List.of("Yellow", "Green", "Blue", "Pink", "Violet")) {
                chloe.select("lists", colour.equals("Pink") ? "nodes. To reach" : "linked list");
                page.getByLabel(colour).check();
                page.getByLabel("Comment").fill("why " + colour);
                if (colour.equals("Green")) {
                    isAccessible(page, "pen");
                }
                chloe.button("Highlight").click();
            }
            assertThat(chloe.own()).hasCount(5);
            isAccessible(page, "desk");
            chloe.button("Submit").click();
            isAccessible(page, "dialog");
            page.locator("[data-submit-yes]").click();
            assertThat(page.locator("[data-outcome=submitted]")).isVisible();
            isAccessible(page, "submitted");
        }
        assertThat(complaints).isEmpty();
    }

    private static void isAccessible(Page page, String state) {
        assertThat(new AxeBuilder(page).analyze().getViolations()).as(state).isEmpty();
    }

    private static void press(StudentPage student, String... keys) {
        for (String key : keys) {
            student.page().keyboard().press(key);
        }
    }

    private static StudentPage desktop() {
        return StudentPage.desktop(browser, ColorScheme.LIGHT);
    }

    private static StudentPage joined(UUID id, String username) {
        StudentPage student = desktop().signIn(sample.address(id), username).join();
        assertThat(student.stage(Stage.DESK)).isVisible();
        return student;
    }
}
