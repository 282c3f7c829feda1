package org.tutortimes.desktop;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.tutortimes.desktop.clock.RunningClock;
import org.tutortimes.desktop.fx.FxThread;
import org.tutortimes.desktop.fx.Newest;
import org.tutortimes.desktop.idle.IdleDetection;
import org.tutortimes.desktop.store.AlreadyRunning;
import org.tutortimes.desktop.store.StorageFailure;
import org.tutortimes.desktop.sync.SyncStatus;
import org.tutortimes.desktop.timer.TimerSnapshot;
import picocli.CommandLine.ParameterException;

/// Starts the desktop program. Ends with 1 where the data folder cannot be used, 2 where the
/// command line makes no sense, and 3 where there is no display.
public final class DesktopMain {
    private static final int DONE = 0;
    private static final int CANNOT_STORE = 1;
    private static final int MISUSED = 2;
    private static final int NO_DISPLAY = 3;

    private DesktopMain() {}

    public static void main(String[] arguments) {
        DesktopConfig config;
        try {
            config = DesktopConfig.of(arguments, System.getenv());
        } catch (ParameterException e) {
            end(MISUSED, e.getMessage());
            return;
        }
        Startup.whyNoDisplay(System.getProperty("os.name", ""), System.getenv())
                .ifPresent(why -> end(NO_DISPLAY, why));
        start(config);
    }

    /// The data folder is opened while JavaFX starts: neither needs the other.
    private static void start(DesktopConfig config) {
        RunningClock clock = RunningClock.ofThisMachine();
        IdleDetection input = IdleDetection.ofThisMachine(clock);
        Newest<TimerSnapshot> snapshots = new Newest<>();
        Newest<SyncStatus> statuses = new Newest<>();
        Surroundings surroundings = Surroundings.ofThisMachine(clock, input, snapshots, statuses);
        CompletableFuture<DesktopCore> core =
                CompletableFuture.supplyAsync(() -> DesktopCore.open(config, surroundings));
        Optional<String> whyNot = Startup.startJavaFx();
        if (whyNot.isPresent()) {
            core.thenAccept(DesktopCore::close).exceptionally(_ -> null).join();
            end(NO_DISPLAY, whyNot.get());
            return;
        }
        var _ =
                core.whenComplete((opened, thrown) -> {
                    if (opened == null) {
                        fail(thrown);
                        return;
                    }
                    KnownAtStart known = KnownAtStart.of(opened, config.data());
                    FxThread.run(() ->
                            new DesktopApp(config, opened, known, surroundings, input)
                                    .open(snapshots, statuses));
                });
    }

    private static void fail(@Nullable Throwable thrown) {
        Throwable cause = thrown == null || thrown.getCause() == null ? thrown : thrown.getCause();
        if (cause instanceof AlreadyRunning running) {
            end(DONE, running.getMessage());
            return;
        }
        if (!(cause instanceof StorageFailure)) {
            LoggerFactory.getLogger(DesktopMain.class).error("The program cannot start", cause);
        }
        String sentence =
                cause == null ? "Tutor Times could not start." : StorageFailure.sentence(cause);
        System.err.println(sentence);
        FxThread.run(() -> FailureWindow.show(sentence, () -> exit(CANNOT_STORE)));
    }

    private static void end(int code, @Nullable String sentence) {
        (code == DONE ? System.out : System.err).println(sentence);
        exit(code);
    }

    private static void exit(int code) {
        System.exit(code);
    }
}
