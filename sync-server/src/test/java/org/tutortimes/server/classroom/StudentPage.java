package org.tutortimes.server.classroom;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.UUID;
import org.tutortimes.server.pages.SampleServer;

/// A student in a browser of their own, at the page of a class session or on the way there.
record StudentPage(Page page) implements AutoCloseable {

    /// The rectangle of the only place of a passage where a text stands, in the window.
    private static final String RECTANGLES =
            """
            ([passage, wanted]) => {
                const body = document.querySelector(`[data-passage="${passage}"]`);
                body.scrollIntoView({ block: "center" });
                const start = body.textContent.indexOf(wanted);
                const at = (place) => {
                    const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
                    let left = place;
                    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                        if (left <= node.length) {
                            return [node, left];
                        }
                        left -= node.length;
                    }
                    return null;
                };
                const range = document.createRange();
                range.setStart(...at(start));
                range.setEnd(...at(start + wanted.length));
                window.chosenForTest = range;
                const all = [...range.getClientRects()].filter((each) => each.width > 0);
                const [first, last] = [all[0], all[all.length - 1]];
                return [first.left, first.top + first.height / 2, last.right, last.top + last.height / 2];
            }
            """;

    static StudentPage desktop(Browser browser, ColorScheme scheme) {
        return new StudentPage(
                browser.newContext(
                                new Browser.NewContextOptions()
                                        .setColorScheme(scheme)
                                        .setViewportSize(1_280, 800))
                        .newPage());
    }

    /// Ada at her desk in a class session that has started.
    static StudentPage reading(Browser browser, SampleClass sample, UUID session) {
        StudentPage ada =
                desktop(browser, ColorScheme.LIGHT).signIn(sample.address(session), "ada").join();
        assertThat(ada.passage()).isVisible();
        await().until(() -> sample.attempts(session, SampleClass.ADA).size() == 1);
        return ada;
    }

    static StudentPage phone(Browser browser) {
        return new StudentPage(
                browser.newContext(
                                new Browser.NewContextOptions()
                                        .setHasTouch(true)
                                        .setIsMobile(true)
                                        .setViewportSize(360, 640))
                        .newPage());
    }

    BrowserContext context() {
        return page.context();
    }

    /// Signs in on the way to an address.
    StudentPage signIn(String address, String username) {
        page.navigate(address);
        page.getByLabel("User name").fill(username);
        page.getByLabel("Password").fill(SampleServer.PASSWORD);
        button("Sign in").click();
        assertThat(button("Sign out")).isVisible();
        return this;
    }

    StudentPage join() {
        button("Join").click();
        return this;
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /// What the page is about at the moment, such as PLANNED, DOOR, ROOM or DESK.
    Locator stage(Stage stage) {
        return page.locator("[data-stage=%s]".formatted(stage));
    }

    Locator passage() {
        return page.locator(".passage").first();
    }

    Locator marks() {
        return page.locator(".passage mark");
    }

    Locator own() {
        return page.locator("[data-own] li");
    }

    Locator status() {
        return page.locator("[data-line]");
    }

    Locator troubles() {
        return page.locator("[data-troubles]");
    }

    Locator marker() {
        return page.locator("[data-marker]");
    }

    /// Selects a text by the mouse.
    StudentPage select(String passage, String text) {
        List<Double> place = rectangle(passage, text);
        page.mouse().move(place.get(0) + 1, place.get(1));
        page.mouse().down();
        page.mouse().move(place.get(2) - 1, place.get(3));
        page.mouse().up();
        assertThat(marker()).isVisible();
        return this;
    }

    /// Selects a text as a finger on it does: without any event of the mouse.
    StudentPage touch(String passage, String text) {
        rectangle(passage, text);
        page.evaluate(
                """
                () => {
                    getSelection().removeAllRanges();
                    getSelection().addRange(window.chosenForTest);
                }
                """);
        assertThat(marker()).isVisible();
        return this;
    }

    /// Highlights a text by the mouse.
    StudentPage mark(String passage, String text) {
        select(passage, text);
        button("Highlight").click();
        assertThat(marker()).isHidden();
        return this;
    }

    void submit() {
        button("Submit").click();
        page.locator("[data-submit-yes]").click();
    }

    void offline(boolean isOffline) {
        context().setOffline(isOffline);
        assertThat(status()).containsText(isOffline ? "Offline" : "Connected");
    }

    @SuppressWarnings("unchecked")
    private List<Double> rectangle(String passage, String text) {
        assertThat(passage()).isVisible();
        List<? extends Number> numbers =
                (List<? extends Number>) page.evaluate(RECTANGLES, List.of(passage, text));
        return numbers.stream().map(Number::doubleValue).toList();
    }

    @Override
    public void close() {
        page.context().close();
    }
}
