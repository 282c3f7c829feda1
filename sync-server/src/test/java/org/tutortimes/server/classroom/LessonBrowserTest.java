package org.tutortimes.server.classroom;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.tutortimes.model.browser.Chromium;
import org.tutortimes.model.classes.AttemptStatus;
import org.tutortimes.model.classes.Highlight;
import org.tutortimes.server.OnBothDatabases;
import org.tutortimes.server.TestDatabase;
import org.tutortimes.server.pages.SampleServer;

/// A whole class, from its making to its end: a teacher and three students, each in a browser
/// context of their own. On PostgreSQL the students use another process than the teacher.
@ExtendWith(Chromium.class)
@OnBothDatabases
class LessonBrowserTest {

    private static final Path PICTURES = Path.of("target/screenshots");
    private static final Duration AWAY = Duration.ofSeconds(30);
    private static final String MARKUP =
            "<img src=x onerror=\"document.title='taken'\"> & <b>bold</b>";
    private static final String TEXT =
            "The promise holds as long as the keys spread evenly over the buckets.";

    @Parameter private TestDatabase kind;
    @TempDir Path folder;
    private Browser browser;
    private SampleServer server;
    private SampleServer second;
    private SampleClass sample;
    private final List<BrowserContext> contexts = new ArrayList<>();

    @BeforeEach
    void start(Browser shared) {
        browser = shared;
        server = new SampleServer(kind, folder);
        second = kind == TestDatabase.SQLITE ? server : SampleServer.besides(kind, folder);
        sample = new SampleClass(server);
    }

    @AfterEach
    void stop() {
        contexts.forEach(BrowserContext::close);
        if (second != null && second != server) {
            second.close();
        }
        server.close();
    }

    @Test
    void teacherRunsAClassOfWhichOneLosesTheNetworkForHalfAMinute() {
        Page teacher = signIn(server, "tia");
        UUID session = planned(teacher);
        List<Page> students = SampleClass.STUDENTS.stream().map(this::student).toList();

        button(teacher, "Open the room").click();
        students.forEach(student -> join(student, session));
        assertThat(teacher.locator("#figures .total")).hasText("3 of 3");
        button(teacher, "Start").click();
        students.forEach(student -> mark(student, 1, MARKUP));
        assertThat(row(teacher, SampleClass.ADA)).containsText("Working");
        assertThat(teacher.locator("#figures dd").last()).hasText("3");

        losesTheNetwork(teacher, students.getLast());
        await().untilAsserted(() -> assertThat(numbersOf(session)).containsExactly(1, 1, 3));
        assertThat(sample.standing(session, SampleClass.CHLOE))
                .extracting(Highlight::id)
                .doesNotHaveDuplicates();

        students.forEach(LessonBrowserTest::submit);
        assertThat(row(teacher, SampleClass.CHLOE)).containsText("Submitted");
        assertThat(teacher.locator("#figures dd").nth(1)).hasText("3");
        picture(teacher, "board");
        readsTextAsText(teacher);
        ends(teacher, session);
        assertThat(sample.attempts(session, SampleClass.BEN))
                .extracting(SampleClass.StoredAttempt::status)
                .containsExactly(AttemptStatus.SUBMITTED);
        students.forEach(student -> assertThat(student.getByText("Submitted").first()).isVisible());
    }

    /// The teacher makes a class, enrols its students by a list and plans a session.
    private UUID planned(Page teacher) {
        teacher.navigate(server.address() + "/units/10/classes");
        teacher.getByLabel("Name of a new class").fill("Wednesday lab");
        button(teacher, "Make the class").click();
        teacher.getByLabel("Students of SIT221").fill("ada\nBen Whitlam\nchloe,Chloé Martin\n");
        button(teacher, "Enrol").click();
        assertThat(teacher.getByText("3 students are enrolled.")).isVisible();
        teacher.getByLabel("Title").fill("Reading: buckets");
        teacher.getByLabel("Text to read").fill(TEXT + "\n---\nAnother passage & <i>more</i>.");
        button(teacher, "Plan it").click();
        assertThat(button(teacher, "Open the room")).isVisible();
        String link = teacher.getByLabel("Students join at this address").inputValue();
        assertThat(link).startsWith(server.address() + "/class-sessions/");
        return UUID.fromString(link.substring(link.lastIndexOf('/') + 1));
    }

    private Page student(String user) {
        return signIn(second, user);
    }

    private void join(Page student, UUID session) {
        student.navigate(second.address() + "/class-sessions/" + session);
        button(student, "Join").click();
        assertThat(
                        student.getByRole(
                                AriaRole.HEADING,
                                new Page.GetByRoleOptions()
                                        .setName("Waiting for your teacher to start")))
                .isVisible();
    }

    /// By keyboard: some words of the first passage, with a comment.
    private static void mark(Page student, int word, String comment) {
        Locator passage = student.locator("[data-passages] [tabindex]").first();
        assertThat(passage).isVisible();
        passage.focus();
        for (int press = 0; press < word; press++) {
            student.keyboard().press("ArrowRight");
        }
        student.keyboard().press("Shift+ArrowRight");
        student.keyboard().press("Enter");
        student.getByLabel("Comment").fill(comment);
        button(student, "Highlight").click();
        assertThat(
                        student.locator("[data-own] li")
                                .filter(new Locator.FilterOptions().setHasText(comment)))
                .isVisible();
    }

    /// Who is away is shown as such after 25 seconds of silence, and what they do meanwhile arrives
    /// when they are back.
    private static void losesTheNetwork(Page teacher, Page student) {
        Locator row = row(teacher, SampleClass.CHLOE);
        student.context().setOffline(true);
        long away = System.nanoTime();
        mark(student, 3, "while away");
        mark(student, 5, "still away");
        assertThat(student.getByText("2 highlights wait")).isVisible();
        assertThat(row).containsText("Disconnected", within(AWAY));
        assertThat(row(teacher, SampleClass.ADA)).containsText("Here");
        await().atMost(AWAY.plusSeconds(5)).until(() -> System.nanoTime() - away > AWAY.toNanos());
        picture(teacher, "board-disconnected");
        student.context().setOffline(false);
        assertThat(row).containsText("Here", within(Duration.ofSeconds(15)));
        assertThat(student.getByText("highlights wait")).not().isVisible();
    }

    private static LocatorAssertions.ContainsTextOptions within(Duration time) {
        return new LocatorAssertions.ContainsTextOptions().setTimeout((double) time.toMillis());
    }

    private static void submit(Page student) {
        student.locator("[data-submit]").click();
        student.locator("[data-submit-yes]").click();
        assertThat(student.locator("[data-outcome=submitted]")).isVisible();
    }

    private static void readsTextAsText(Page teacher) {
        row(teacher, SampleClass.ADA).getByRole(AriaRole.LINK).click();
        assertThat(teacher.getByText(MARKUP)).isVisible();
        assertThat(teacher.getByText("Another passage & <i>more</i>.")).isVisible();
        assertThat(teacher.locator("main img")).hasCount(0);
        assertThat(teacher).not().hasTitle("taken");
        picture(teacher, "attempt");
        teacher.getByText("Back to the board").click();
    }

    private static void ends(Page teacher, UUID session) {
        // A second click on what was there before ends nothing.
        button(teacher, "Complete …").click();
        assertThat(teacher.locator("#state")).containsText("In progress");
        button(teacher, "Complete it now").click();
        assertThat(teacher.locator("#state")).containsText("Completed");
        assertThat(teacher.locator("#figures")).containsText("Took part");
        assertThat(button(teacher, "Complete …")).not().isVisible();
        assertThat(teacher.url()).endsWith("/class-sessions/" + session);
    }

    private List<Integer> numbersOf(UUID session) {
        return Stream.of(SampleClass.ADA, SampleClass.BEN, SampleClass.CHLOE)
                .map(student -> sample.standing(session, student).size())
                .toList();
    }

    private static Locator row(Page teacher, long student) {
        return teacher.locator("#student-" + student);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private Page signIn(SampleServer at, String user) {
        BrowserContext context =
                browser.newContext(new Browser.NewContextOptions().setViewportSize(1_280, 900));
        contexts.add(context);
        Page page = context.newPage();
        page.navigate(at.address() + "/sign-in");
        page.getByLabel("User name").fill(user);
        page.getByLabel("Password").fill(SampleServer.PASSWORD);
        page.getByText("Sign in").last().click();
        assertThat(page.getByText("Sign out")).isVisible();
        return page;
    }

    private static void picture(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(PICTURES.resolve(name + ".png")));
    }
}
