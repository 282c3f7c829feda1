package org.tutortimes.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.tutortimes.desktop.computer.Computer;
import org.tutortimes.desktop.fx.Newest;
import org.tutortimes.desktop.idle.IdleDetection;
import org.tutortimes.desktop.sync.SyncStatus;
import org.tutortimes.desktop.timer.TimerSnapshot;

/// The real window with hands on it, with the real core and a real data folder behind it, and HTTP
/// before a sample server. Only the clock is virtual.
final class OpenWindow implements AutoCloseable {
    final VirtualComputer computer = new VirtualComputer();
    final FxRobot robot = new FxRobot();
    final SampleServer server;
    final DesktopCore core;
    private final DesktopApp app;

    OpenWindow(Path folder) throws IOException {
        server = new SampleServer(computer.instant());
        DesktopConfig config = new DesktopConfig(server.address(), folder, null, false);
        Newest<TimerSnapshot> snapshots = new Newest<>();
        Newest<SyncStatus> statuses = new Newest<>();
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

    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
    }

    static <T> T onWindowThread(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, Platform::runLater).join();
    }

    String text(String id) {
        return onWindowThread(() -> {
            Node node = robot.lookup("#" + id).query();
            boolean isWritten = node instanceof Labeled words && !words.getText().isEmpty();
            return isWritten ? ((Labeled) node).getText() : node.getAccessibleText();
        });
    }

    void awaitText(String id, String wanted) {
        await().untilAsserted(() -> assertThat(text(id)).isEqualTo(wanted));
    }

    /// Looked up on the window's own thread: on another the scene may change meanwhile.
    boolean isThere(String id) {
        return onWindowThread(() -> robot.lookup("#" + id).tryQuery().isPresent());
    }

    void press(String id) {
        await().until(() -> isThere(id));
        robot.clickOn(onWindowThread(() -> robot.lookup("#" + id).<Node>query()));
    }

    void signIn() {
        press("username");
        robot.write("tina");
        press("password");
        robot.write(SampleServer.PASSWORD).type(KeyCode.ENTER);
        await().until(() -> isThere("primary"));
        core.syncRound().join();
    }

    void choose(String words) {
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        robot.write(words);
        await().until(() ->
                onWindowThread(
                        () -> robot.lookup("#choices .list-cell:filled").queryAll().size() == 1));
        robot.type(KeyCode.ENTER);
    }

    void work(Duration time) {
        computer.pass(time);
        computer.type();
        core.tick().join();
    }

    @Override
    public void close() {
        onWindowThread(() -> {
            Window.getWindows().stream().toList().forEach(Window::hide);
            return true;
        });
        app.close();
        server.close();
    }
}
