package org.tutortimes.desktop;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.stage.Window;
import org.tutortimes.desktop.clock.RunningClock;
import org.tutortimes.desktop.fx.FxThread;
import org.tutortimes.desktop.fx.Newest;
import org.tutortimes.desktop.idle.IdleDetection;
import org.tutortimes.desktop.journal.Pause;
import org.tutortimes.desktop.sync.SyncStatus;
import org.tutortimes.desktop.timer.TimerSnapshot;

/// The program as [DesktopMain] starts it, but for a threshold of seconds instead of minutes; says
/// what its window shows, a line whenever that changes.
final class IdleWindowProgram {

    private static final AtomicReference<String> SAID = new AtomicReference<>("");
    private static final AtomicReference<String> PAUSED = new AtomicReference<>("");

    private IdleWindowProgram() {}

    /// The folder, the server, the threshold.
    public static void main(String[] arguments) {
        DesktopConfig config =
                new DesktopConfig(
                        URI.create(arguments[1]),
                        Path.of(arguments[0]),
                        Duration.parse(arguments[2]),
                        false);
        RunningClock clock = RunningClock.ofThisMachine();
        IdleDetection input = IdleDetection.ofThisMachine(clock);
        Newest<TimerSnapshot> snapshots = new Newest<>();
        Newest<SyncStatus> statuses = new Newest<>();
        Surroundings around =
                Surroundings.ofThisMachine(
                        clock,
                        input,
                        snapshot -> {
                            PAUSED.set(paused(snapshot));
                            snapshots.accept(snapshot);
                        },
                        statuses);
        Startup.startJavaFx()
                .ifPresent(why -> {
                    throw new IllegalStateException(why);
                });
        DesktopCore core = DesktopCore.open(config, around);
        KnownAtStart known = KnownAtStart.of(core, config.data());
        FxThread.run(() -> {
            new DesktopApp(config, core, known, around, input).open(snapshots, statuses);
            Timeline looks =
                    new Timeline(new KeyFrame(javafx.util.Duration.millis(100), _ -> say()));
            looks.setCycleCount(Animation.INDEFINITE);
            looks.play();
        });
    }

    private static String paused(TimerSnapshot snapshot) {
        TimerSnapshot.Current current = snapshot.current();
        Pause pause = current == null ? null : current.pausedAt();
        return pause == null || current == null
                ? ""
                : pause.reason() + " at " + pause.at() + " after " + current.closedMillis();
    }

    private static void say() {
        String shown =
                text("state")
                        + "|"
                        + node("banner").filter(Node::isVisible).map(_ -> "banner").orElse("")
                        + "|"
                        + PAUSED.get();
        if (!shown.equals(SAID.getAndSet(shown))) {
            System.out.println(shown);
        }
    }

    private static String text(String id) {
        return node(id).map(found -> ((Labeled) found).getText()).orElse("");
    }

    private static Optional<Node> node(String id) {
        return Window.getWindows().stream()
                .map(window -> window.getScene().lookup("#" + id))
                .filter(Objects::nonNull)
                .findFirst();
    }
}
