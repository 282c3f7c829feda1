package org.tutortimes.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.tutortimes.desktop.computer.Computer;
import org.tutortimes.desktop.fx.Newest;
import org.tutortimes.desktop.idle.IdleDetection;
import org.tutortimes.desktop.sync.SyncStatus;
import org.tutortimes.desktop.timer.TimerSnapshot;

/// Hands on the real window, with the real core and a real data folder behind it, and HTTP before a
/// sample server. Only the clock is virtual.
class WindowTest {
    private final VirtualComputer computer = new VirtualComputer();
    private final FxRobot robot = new FxRobot();
    private final Newest<TimerSnapshot> snapshots = new Newest<>();
    private final Newest<SyncStatus> statuses = new Newest<>();
    @TempDir private Path folder;
    private SampleServer server;
    private DesktopCore core;
    private @Nullable DesktopApp app;

    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
    }

    @BeforeEach
    void openWindow() throws IOException {
        server = new SampleServer(computer.instant());
        DesktopConfig config = new DesktopConfig(server.address(), folder, null, false);
        Surroundings surroundings =
                new Surroundings(
                        Computer.with(computer, computer, computer, () -> ZoneOffset.UTC),
                        snapshots,
                        statuses,
                        false);
        core = DesktopCore.open(config, surroundings);
        KnownAtStart known = KnownAtStart.of(core, folder);
        app =
                onWindowThread(() -> {
                    DesktopApp made =
                            new DesktopApp(
                                    config,
                                    core,
                                    known,
                                    surroundings,
                                    IdleDetection.ofThisMachine(computer));
                    made.open(snapshots, statuses);
                    return made;
                });
    }

    @AfterEach
    void closeWindow() {
        onWindowThread(() -> {
            Window.getWindows().stream().toList().forEach(Window::hide);
            return true;
        });
        if (app != null) {
            app.close();
        }
        server.close();
    }

    private static <T> T onWindowThread(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, Platform::runLater).join();
    }

    private String text(String id) {
        return onWindowThread(() -> {
            Node node = robot.lookup("#" + id).query();
            boolean isWritten = node instanceof Labeled words && !words.getText().isEmpty();
            return isWritten ? ((Labeled) node).getText() : node.getAccessibleText();
        });
    }

    private void awaitText(String id, String wanted) {
        await().untilAsserted(() -> assertThat(text(id)).isEqualTo(wanted));
    }

    private void press(String id) {
        await().until(() -> robot.lookup("#" + id).tryQuery().isPresent());
        robot.clickOn("#" + id);
    }

    private void signIn() {
        press("username");
        robot.write("tina");
        press("password");
        robot.write(SampleServer.PASSWORD).type(KeyCode.ENTER);
        await().until(() -> robot.lookup("#primary").tryQuery().isPresent());
        core.syncRound().join();
    }

    private void choose(String words) {
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        robot.write(words);
        await().until(() -> robot.lookup("#choices .list-cell:filled").queryAll().size() == 1);
        robot.type(KeyCode.ENTER);
    }

    private void work(Duration time) {
        computer.pass(time);
        computer.type();
        core.tick().join();
    }

    @Test
    void wholeSessionIsRecordedWithTheKeyboardAlone() {
        signIn();
        awaitText("state", "Nothing is running");

        choose("sam");
        awaitText("state", "Ready");
        robot.type(KeyCode.SPACE);
        awaitText("state", "Running");

        for (int minute = 0; minute < 20; minute++) {
            for (int part = 0; part < 6; part++) {
                work(Duration.ofSeconds(10));
            }
        }
        robot.type(KeyCode.SPACE);
        awaitText("primary", "Resume");
        awaitText("figure", "0:20:00");
        assertThat(text("state")).isEqualTo("Paused at 01:20");

        robot.type(KeyCode.SPACE);
        awaitText("state", "Running");
        work(Duration.ofSeconds(10));
        robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
        awaitText("state", "Ready");
        awaitText("todaySum", "20 min");
        assertThat(listed()).startsWith("01:00–01:20, 1.2C, Sam Lee, 20 min, completed. Waits");

        core.syncRound().join();
        assertThat(server.kinds).containsExactly("started", "paused", "resumed", "completed");
        await().untilAsserted(() -> assertThat(listed()).endsWith("completed. On the server."));
        await().untilAsserted(() -> assertThat(text("sync")).startsWith("Synced"));
    }

    private String listed() {
        return onWindowThread(() ->
                robot.lookup("#sessions .list-cell:filled")
                        .queryAll()
                        .iterator()
                        .next()
                        .getAccessibleText());
    }

    @Test
    void doubleClickOnCompleteStartsNothing() {
        signIn();
        choose("sam");
        robot.type(KeyCode.SPACE);
        awaitText("state", "Running");
        work(Duration.ofSeconds(20));
        press("complete");
        awaitText("state", "Ready");

        clickPrimary(2);
        core.tick().join();
        core.syncRound().join();
        assertThat(server.kinds).containsExactly("started", "completed");

        clickPrimary(1);
        awaitText("state", "Running");
    }

    /// A click as the system tells of it: the first, or the second of a double click.
    private void clickPrimary(int clickCount) {
        Node primary = robot.lookup("#primary").query();
        onWindowThread(() -> {
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
        signIn();
        choose("sam");
        robot.type(KeyCode.SPACE);
        awaitText("state", "Running");
        work(Duration.ofSeconds(20));
        for (int second = 0; second < 600; second += 20) {
            computer.pass(Duration.ofSeconds(20));
            core.tick().join();
        }
        awaitText("reason", "after 10 minutes without input");
        work(Duration.ofSeconds(20));
        awaitText("awayKeep", "I was marking: keep 10 min and resume");
        press("awayKeep");
        awaitText("state", "Running");
    }

    @Test
    void wrongPasswordIsSaidInPlace() {
        press("username");
        robot.write("tina");
        press("password");
        robot.write("wrong").type(KeyCode.ENTER);
        awaitText("signInFailure", "The username or the password is wrong.");
    }

    @Test
    void endOfTheSignInStopsNoRecording() {
        signIn();
        server.isSignInEnded.set(true);
        choose("arrays");
        robot.type(KeyCode.SPACE);
        awaitText("state", "Running");
        core.syncRound().join();
        await().untilAsserted(() ->
                assertThat(text("sync")).startsWith("Sign in to sync. Recording goes on."));
        press("signInAgain");
        press("password");
        robot.write(SampleServer.PASSWORD).type(KeyCode.ENTER);
        awaitText("state", "Running");
        core.syncRound().join();
        assertThat(server.kinds).contains("started");
    }

    @Test
    void closingWhileTheClockRunsAsksFirst() {
        signIn();
        choose("arrays");
        robot.type(KeyCode.SPACE);
        awaitText("state", "Running");
        onWindowThread(() -> {
            Stage stage = (Stage) robot.lookup("#primary").query().getScene().getWindow();
            stage.fireEvent(
                    new javafx.stage.WindowEvent(
                            stage, javafx.stage.WindowEvent.WINDOW_CLOSE_REQUEST));
            return true;
        });
        press("stay");
        awaitText("state", "Running");
        assertThat(robot.lookup("#stay").tryQuery()).isEmpty();
    }
}
