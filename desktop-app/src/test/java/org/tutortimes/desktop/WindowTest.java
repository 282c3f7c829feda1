package org.tutortimes.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Hands on the real window, with the real core and a real data folder behind it, and HTTP before a
/// sample server. Only the clock is virtual.
class WindowTest {
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

    @Test
    void wholeSessionIsRecordedWithTheKeyboardAlone() {
        window.signIn();
        window.awaitText("state", "Nothing is running");

        window.choose("sam");
        window.awaitText("state", "Ready");
        window.robot.type(KeyCode.SPACE);
        window.awaitText("state", "Running");

        for (int minute = 0; minute < 20; minute++) {
            for (int part = 0; part < 6; part++) {
                window.work(Duration.ofSeconds(10));
            }
        }
        window.robot.type(KeyCode.SPACE);
        window.awaitText("primary", "Resume");
        window.awaitText("figure", "0:20:00");
        assertThat(window.text("state")).isEqualTo("Paused at 01:20");

        window.robot.type(KeyCode.SPACE);
        window.awaitText("state", "Running");
        window.work(Duration.ofSeconds(10));
        window.robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
        window.awaitText("state", "Ready");
        window.awaitText("todaySum", "20 min");
        assertThat(listed()).startsWith("01:00–01:20, 1.2C, Sam Lee, 20 min, completed. Waits");

        window.core.syncRound().join();
        assertThat(window.server.kinds)
                .containsExactly("started", "paused", "resumed", "completed");
        await().untilAsserted(() -> assertThat(listed()).endsWith("completed. On the server."));
        await().untilAsserted(() -> assertThat(window.text("sync")).startsWith("Synced"));
    }

    private String listed() {
        return OpenWindow.onWindowThread(() ->
                window.robot
                        .lookup("#sessions .list-cell:filled")
                        .queryAll()
                        .iterator()
                        .next()
                        .getAccessibleText());
    }

    @Test
    void doubleClickOnCompleteStartsNothing() {
        window.signIn();
        window.choose("sam");
        window.robot.type(KeyCode.SPACE);
        window.awaitText("state", "Running");
        window.work(Duration.ofSeconds(20));
        window.press("complete");
        window.awaitText("state", "Ready");

        clickPrimary(2);
        window.core.tick().join();
        window.core.syncRound().join();
        assertThat(window.server.kinds).containsExactly("started", "completed");

        clickPrimary(1);
        window.awaitText("state", "Running");
    }

    /// A click as the system tells of it: the first, or the second of a double click.
    private void clickPrimary(int clickCount) {
        OpenWindow.onWindowThread(() -> {
            Node primary = window.robot.lookup("#primary").query();
            for (EventType<MouseEvent> kind :
                    List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED)) {
                Event.fireEvent(
                        primary,
                        new MouseEvent(
                                kind,
                                5,
                                5,
                                5,
                                5,
                                MouseButton.PRIMARY,
                                clickCount,
                                false,
                                false,
                                false,
                                false,
                                true,
                                false,
                                false,
                                false,
                                false,
                                false,
                                null));
            }
            return true;
        });
    }

    @Test
    void awayTimeIsAskedForAndKept() {
        window.signIn();
        window.choose("sam");
        window.robot.type(KeyCode.SPACE);
        window.awaitText("state", "Running");
        window.work(Duration.ofSeconds(20));
        for (int second = 0; second < 600; second += 20) {
            window.computer.pass(Duration.ofSeconds(20));
            window.core.tick().join();
        }
        window.awaitText("reason", "after 10 minutes without input");
        window.work(Duration.ofSeconds(20));
        window.awaitText("awayKeep", "I was marking: keep 10 min and resume");
        window.press("awayKeep");
        window.awaitText("state", "Running");
    }

    @Test
    void wrongPasswordIsSaidInPlace() {
        window.press("username");
        window.robot.write("tina");
        window.press("password");
        window.robot.write("wrong").type(KeyCode.ENTER);
        window.awaitText("signInFailure", "The username or the password is wrong.");
    }

    @Test
    void endOfTheSignInStopsNoRecording() {
        window.signIn();
        window.server.isSignInEnded.set(true);
        window.choose("arrays");
        window.robot.type(KeyCode.SPACE);
        window.awaitText("state", "Running");
        window.core.syncRound().join();
        await().untilAsserted(() ->
                assertThat(window.text("sync")).startsWith("Sign in to sync. Recording goes on."));
        window.press("signInAgain");
        window.press("password");
        window.robot.write(SampleServer.PASSWORD).type(KeyCode.ENTER);
        window.awaitText("state", "Running");
        window.core.syncRound().join();
        assertThat(window.server.kinds).contains("started");
    }

    @Test
    void closingWhileTheClockRunsAsksFirst() {
        window.signIn();
        window.choose("arrays");
        window.robot.type(KeyCode.SPACE);
        window.awaitText("state", "Running");
        OpenWindow.onWindowThread(() -> {
            Stage stage = (Stage) window.robot.lookup("#primary").query().getScene().getWindow();
            stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
            return true;
        });
        window.press("stay");
        window.awaitText("state", "Running");
        assertThat(window.isThere("stay")).isFalse();
    }
}
