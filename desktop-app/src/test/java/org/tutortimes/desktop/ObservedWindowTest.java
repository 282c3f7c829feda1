package org.tutortimes.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tutortimes.model.tracking.ReconciliationAnswer.Share;
import org.tutortimes.model.tracking.RecordRequest;

/// Hands on the part of the window that offers to record what was observed.
class ObservedWindowTest {
    private static final String WORDS = "25 min · Monday 16 November 01:00–01:25";

    @TempDir private Path folder;
    private OpenWindow window;

    @BeforeAll
    static void startToolkit() throws Exception {
        OpenWindow.startToolkit();
    }

    @BeforeEach
    void openWindow() throws IOException {
        window = new OpenWindow(folder);
    }

    @AfterEach
    void closeWindow() {
        window.close();
    }

    private void observe(Share... tasks) {
        window.signIn();
        assertThat(window.isThere("recordObserved")).isFalse();
        window.server.observe(tasks);
        window.core.tracking().observed().askNow().join();
        await().until(() -> window.isThere("recordObserved"));
    }

    private void awaitNothingOffered() {
        await().until(() -> !window.isThere("recordObserved"));
    }

    @Test
    void oneClickRecordsIt() {
        observe(new Share(12, "1.2C", 1_500));
        window.awaitText("observedWords", WORDS + " · 1.2C Linked lists");
        window.press("recordObserved");

        awaitNothingOffered();
        assertThat(window.server.recorded).containsExactly(new RecordRequest(null));
        assertThat(isFocused("primary")).isTrue();
    }

    @Test
    void theKeyboardAloneNamesTheTaskAndRecords() {
        observe();
        window.awaitText("observedWords", WORDS);
        assertThat(isDisabled()).isTrue();
        pressControlR();
        await().until(() -> isFocused("observedTask"));
        window.robot.type(KeyCode.DOWN).type(KeyCode.DOWN).type(KeyCode.ENTER);
        await().until(() -> !isDisabled());
        pressControlR();

        awaitNothingOffered();
        assertThat(window.server.recorded).containsExactly(new RecordRequest(12L));
    }

    @Test
    void aRefusalIsSaidInPlace() {
        window.server.isRecordingRefused.set(true);
        observe(new Share(12, "1.2C", 1_500));
        window.press("recordObserved");

        window.awaitText("observedFailure", "Could not be recorded: all of it is recorded.");
        assertThat(window.isThere("recordObserved")).isTrue();
    }

    @Test
    void whatWasNoMarkingIsHiddenAndNothingIsSent() {
        observe(new Share(12, "1.2C", 1_500));
        window.press("notMarking");

        awaitNothingOffered();
        assertThat(window.server.recorded).isEmpty();
    }

    private void pressControlR() {
        window.robot.press(KeyCode.CONTROL).type(KeyCode.R).release(KeyCode.CONTROL);
    }

    private boolean isFocused(String id) {
        return OpenWindow.onWindowThread(
                () -> window.robot.lookup("#" + id).<Node>query().isFocused());
    }

    private boolean isDisabled() {
        return OpenWindow.onWindowThread(
                () -> window.robot.lookup("#recordObserved").<Node>query().isDisabled());
    }
}
