package org.tutortimes.server.classroom;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tutortimes.model.browser.Chromium;
import org.tutortimes.model.classes.Highlight;
import org.tutortimes.model.classes.Passage;
import org.tutortimes.server.pages.SampleServer;

/// Where highlights begin and end: in UTF-16 code units, at whole characters, also where they lie
/// over each other. The server refuses a highlight of any other text than stands there.
@ExtendWith(Chromium.class)
class PositionsBrowserTest {

    private static final String WOMAN = "\uD83D\uDC69\u200D\uD83D\uDCBB";
    private static final String TEXT =
            "  Say \uD83D\uDC22 slowly,\nthen "
                    + WOMAN
                    + " quickly. Na\u0131\u0308ve «quoted» words.";

    @TempDir static Path folder;
    private static Browser browser;
    private static SampleServer server;
    private static SampleClass sample;

    /// A page that has loaded the scripts.
    private static StudentPage loaded;

    @BeforeAll
    static void start(Browser shared) {
        browser = shared;
        server = new SampleServer(folder);
        sample = new SampleClass(server);
        loaded =
                StudentPage.desktop(browser, ColorScheme.LIGHT)
                        .signIn(
                                sample.address(sample.plan("Module", new Passage("p", TEXT))),
                                "ada");
    }

    @AfterAll
    static void stop() {
        loaded.close();
        server.close();
    }

    @Test
    void charactersAreNeverSplit() {
        assertThat(tidied(TEXT.indexOf("\uD83D\uDC22") + 1, TEXT.indexOf("slowly")))
                .isEqualTo("\uD83D\uDC22");
        assertThat(tidied(0, TEXT.indexOf("\uD83D\uDC22") + 1)).isEqualTo("Say \uD83D\uDC22");
        assertThat(tidied(TEXT.indexOf(WOMAN) + 3, TEXT.indexOf(WOMAN) + 4)).isEqualTo(WOMAN);
        assertThat(tidied(TEXT.indexOf("Na\u0131"), TEXT.indexOf("\u0308")))
                .isEqualTo("Na\u0131\u0308");
    }

    @Test
    void onlyWhiteSpaceAroundTheChoiceGoes() {
        assertThat(tidied(0, TEXT.length())).isEqualTo(TEXT.strip());
        assertThat(tidied(TEXT.indexOf(",\nthen"), TEXT.indexOf("then"))).isEqualTo(",");
        assertThat(tidied(0, 2)).isEmpty();
    }

    @Test
    @SuppressWarnings("unchecked")
    void wordsKeepTheirPunctuation() {
        List<String> words =
                (List<String>)
                        run("words(text).map(({ start, end }) => text.slice(start, end))", 0, 0);
        assertThat(words)
                .containsExactly(
                        "Say",
                        "\uD83D\uDC22",
                        "slowly,",
                        "then",
                        WOMAN,
                        "quickly.",
                        "Na\u0131\u0308ve",
                        "«quoted»",
                        "words.");
    }

    @Test
    void highlightsOverEachOtherAndOverEmojiAreStoredAsTheyAreSeen() {
        UUID id = sample.started("Emoji", new Passage("p", TEXT));
        try (StudentPage ada = student(id)) {
            ada.mark("p", "Say \uD83D\uDC22 slowly");
            ada.mark("p", "slowly,\nthen " + WOMAN + " quickly");
            ada.mark("p", WOMAN);
            ada.passage().focus();
            for (int word = 0; word < 2; word++) {
                ada.page().keyboard().press("ArrowRight");
            }
            ada.page().keyboard().press("Enter");
            ada.page().keyboard().press("Enter");

            await().until(() -> sample.standing(id, SampleClass.ADA).size() == 4);
            assertThat(sample.standing(id, SampleClass.ADA))
                    .extracting(Highlight::text)
                    .containsExactly(
                            "Say \uD83D\uDC22 slowly",
                            "slowly,\nthen " + WOMAN + " quickly",
                            WOMAN,
                            "\uD83D\uDC22");
            assertThat(ada.passage().evaluate("body => body.textContent")).isEqualTo(TEXT);
            assertThat(ada.page().locator("mark.layered")).hasCount(3);
            assertThat(ada.page().locator("mark[data-ids*=' ']"))
                    .hasText(new String[] {"\uD83D\uDC22", "slowly", WOMAN});
        }
    }

    @Test
    void selectionOverTwoPassagesMarksBoth() {
        UUID id = sample.started("Two", new Passage("p", "One two."), new Passage("q", "Three."));
        try (StudentPage ada = student(id)) {
            ada.page()
                    .evaluate(
                            """
                            () => {
                                const [first, second] = document.querySelectorAll(".passage");
                                getSelection().setBaseAndExtent(second.firstChild, 5, first.firstChild, 4);
                            }
                            """);
            ada.button("Highlight").click();
            await().until(() -> sample.standing(id, SampleClass.ADA).size() == 2);
            assertThat(sample.standing(id, SampleClass.ADA))
                    .extracting(Highlight::text)
                    .containsExactly("two.", "Three");
        }
    }

    private static String tidied(int start, int end) {
        return (String)
                run(
                        """
                        [tidy(text, start, end)].map((at) => at ? text.slice(at.start, at.end) : "")[0]
                        """,
                        start,
                        end);
    }

    private static Object run(String expression, int start, int end) {
        return loaded.page()
                .evaluate(
                        """
                        async ([text, start, end]) => {
                            const script = document.querySelector("script[type=module]").src;
                            const { tidy, words } = await import(new URL("positions.js", script));
                            return %s;
                        }
                        """
                                .formatted(expression),
                        List.of(TEXT, start, end));
    }

    private static StudentPage student(UUID id) {
        StudentPage ada =
                StudentPage.desktop(browser, ColorScheme.LIGHT)
                        .signIn(sample.address(id), "ada")
                        .join();
        assertThat(ada.passage()).isVisible();
        return ada;
    }
}
