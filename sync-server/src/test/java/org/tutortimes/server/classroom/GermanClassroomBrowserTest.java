package org.tutortimes.server.classroom;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tutortimes.model.browser.Chromium;
import org.tutortimes.model.classes.ClassSessionState.Step;
import org.tutortimes.model.classes.Passage;
import org.tutortimes.server.pages.SampleServer;

/// Live classes as they are read in German, beside somebody who reads them in English.
@ExtendWith(Chromium.class)
class GermanClassroomBrowserTest {

    private static final Path PICTURES = Path.of("target/screenshots");
    private static final Passage LISTS =
            new Passage("lists", "A linked list keeps its elements in nodes.");
    private static final Passage TREES = new Passage("trees", "A tree has a root.");

    @TempDir Path folder;
    private Browser browser;
    private SampleServer server;
    private SampleClass sample;
    private final List<BrowserContext> contexts = new ArrayList<>();

    @BeforeEach
    void start(Browser shared) {
        browser = shared;
        server = new SampleServer(folder);
        sample = new SampleClass(server);
    }

    @AfterEach
    void stop() {
        contexts.forEach(BrowserContext::close);
        server.close();
    }

    @Test
    void aBoardStaysInTheLanguageOfEachReader() {
        UUID id = sample.plan("Lists", LISTS);
        Page german = signedIn("de-DE", "tia", "/class-sessions/" + id);
        Page english = signedIn("en-GB", "cora", "/class-sessions/" + id);
        assertThat(german.locator("#state")).containsText("geplant für");
        assertThat(english.locator("#state")).containsText("planned for");
        button(german, "Raum öffnen").click();
        assertThat(german.locator("#state")).containsText("Wartet auf Studierende");
        assertThat(english.locator("#state")).containsText("Waiting for students");
        sample.join(id, "ada");
        assertThat(row(german)).containsText("Da");
        assertThat(row(english)).containsText("Here");
        assertThat(german.locator("#figures")).containsText("2 noch nicht da");
        assertThat(english.locator("#figures")).containsText("2 not here yet");
        sample.move(id, Step.START);
        sample.submit(sample.begin(id, "ada"), "ada");
        assertThat(row(german)).containsText("Abgegeben: ");
        assertThat(row(english)).containsText("Submitted ");
        picture(german, "german-board");
    }

    @Test
    void aStudentMarksAndSubmits() {
        UUID id = sample.plan("Lists", LISTS, TREES);
        Page ada = signedIn("de-DE", "ada", "/class-sessions/" + id);
        assertThat(ada.locator("[data-stage=PLANNED]")).containsText("Geplant: Heute, ");
        sample.move(id, Step.OPEN);
        assertThat(ada.locator("[data-said]"))
                .hasText("Der Raum ist offen. Sie können jetzt beitreten.");
        button(ada, "Beitreten").click();
        assertThat(ada.locator("[data-stage=ROOM]")).containsText("Sie sind da.");
        sample.move(id, Step.START);
        await().until(() -> sample.attempts(id, SampleClass.ADA).size() == 1);
        ada.context().setOffline(true);
        assertThat(ada.locator("[data-line]")).containsText("Ohne Netz");
        ada.getByLabel("Text 1 von 2").focus();
        List.of("ArrowRight", "Shift+ArrowRight", "Enter").forEach(ada.keyboard()::press);
        ada.getByLabel("Grün").check();
        picture(ada, "german-pen");
        button(ada, "Markieren").click();
        assertThat(ada.locator("[data-said]")).hasText("In Grün markiert: A linked");
        Locator own = ada.locator("[data-own] li");
        assertThat(own).containsText("Grün, um ");
        ada.getByLabel("Markierung von „A linked“ entfernen").click();
        assertThat(ada.locator("[data-said]")).hasText("Entfernt: „A linked“");
        button(ada, "Rückgängig").click();
        assertThat(own).hasCount(1);
        button(ada, "Abgeben").click();
        assertThat(ada.locator("dialog")).containsText("1 Markierung wird abgegeben.");
        picture(ada, "german-dialog");
        ada.locator("[data-submit-yes]").click();
        assertThat(ada.locator("[data-line]"))
                .containsText(
                        "2 Markierungen, 1 entfernte Markierung und Ihre Abgabe warten auf das"
                                + " Netz.");
        ada.context().setOffline(false);
        assertThat(ada.locator("[data-outcome=submitted]")).containsText("Abgegeben um ");
        assertThat(ada.locator("[data-outcome=submitted]")).containsText("mit 1 Markierung.");
        picture(ada, "german-desk");
        ada.navigate(server.address() + "/classes");
        assertThat(ada.getByText("Sie haben abgegeben")).isVisible();
    }

    @Test
    void whatCouldNotBeDoneIsTold() {
        UUID id = sample.started("Lists", LISTS);
        Page ada = signedIn("de-DE", "ada", "/class-sessions/" + id);
        button(ada, "Beitreten").click();
        assertThat(ada.locator(".passage")).isVisible();
        ada.context().setOffline(true);
        ada.locator(".passage").focus();
        List.of("ArrowRight", "Enter", "Enter").forEach(ada.keyboard()::press);
        assertThat(ada.locator("[data-line]")).containsText("wartet auf das Netz");
        sample.move(id, Step.COMPLETE);
        ada.context().setOffline(false);
        assertThat(ada.locator("[data-troubles]")).containsText("diese Markierung fehlt");
        Page tia = signedIn("de-DE", "tia", "/units/10/classes");
        tia.getByLabel("Name einer neuen Klasse").fill("Labor");
        button(tia, "Klasse anlegen").click();
        tia.getByLabel("Studierende aus SIT221").fill("nobody");
        button(tia, "Einschreiben").click();
        assertThat(tia.getByRole(AriaRole.ALERT)).containsText("„nobody“");
        tia.getByLabel("Studierende aus SIT221").fill("ada");
        button(tia, "Einschreiben").click();
        assertThat(tia.getByText("1 Person ist eingeschrieben.")).isVisible();
        picture(tia, "german-class");
    }

    private Page signedIn(String locale, String user, String path) {
        BrowserContext context =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setLocale(locale)
                                .setViewportSize(1_280, 800));
        contexts.add(context);
        Page page = context.newPage();
        page.onPageError(error -> {
            throw new AssertionError(error);
        });
        page.navigate(server.address() + path);
        page.locator("input[name=username]").fill(user);
        page.locator("input[name=password]").fill(SampleServer.PASSWORD);
        page.keyboard().press("Enter");
        assertThat(page).hasURL(server.address() + path);
        return page;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator row(Page board) {
        return board.locator("#student-" + SampleClass.ADA);
    }

    private static void picture(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(PICTURES.resolve(name + ".png")));
    }
}
