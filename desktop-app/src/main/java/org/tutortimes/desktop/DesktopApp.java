package org.tutortimes.desktop;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.scene.input.InputEvent;
import javafx.stage.Stage;
import org.tutortimes.desktop.account.Account;
import org.tutortimes.desktop.account.SignInEntry;
import org.tutortimes.desktop.account.SignInViewModel;
import org.tutortimes.desktop.computer.Computer;
import org.tutortimes.desktop.fx.FxThread;
import org.tutortimes.desktop.fx.Newest;
import org.tutortimes.desktop.fx.TimeText;
import org.tutortimes.desktop.idle.IdleDetection;
import org.tutortimes.desktop.settings.SettingsViewModel;
import org.tutortimes.desktop.settings.Theme;
import org.tutortimes.desktop.settings.ThemeSwitch;
import org.tutortimes.desktop.settings.WindowBounds;
import org.tutortimes.desktop.sync.SyncStatus;
import org.tutortimes.desktop.timer.TimerSnapshot;
import org.tutortimes.desktop.tracking.ObservedViewModel;
import org.tutortimes.desktop.window.ChoiceViewModel;
import org.tutortimes.desktop.window.TimerModels;
import org.tutortimes.desktop.window.TimerViewModel;
import org.tutortimes.desktop.window.TodayViewModel;

/// Puts the window onto the core. Lives on the FX thread.
final class DesktopApp {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final DesktopCore core;
    private final KnownAtStart known;
    private final Path folder;
    private final IdleDetection input;
    private final ExecutorService work = Executors.newSingleThreadExecutor(DesktopApp::workThread);
    private final Stage stage = new Stage();
    private final SettingsViewModel settings;
    private final SignInViewModel signIn;
    private final TimerModels timer;
    private final DesktopWindow window;
    private final Departure departure;
    private boolean isClosed;

    DesktopApp(
            DesktopConfig config,
            DesktopCore core,
            KnownAtStart known,
            Surroundings surroundings,
            IdleDetection input) {
        this.core = core;
        this.known = known;
        this.folder = config.data();
        this.input = input;
        Computer computer = surroundings.computer();
        TimeText times = new TimeText(computer.zone().get(), computer.wall());
        this.settings =
                new SettingsViewModel(
                        known.theme(),
                        core.settings().idleThreshold(),
                        core.settings().isThresholdGiven());
        TimerViewModel now =
                new TimerViewModel(
                        core.timer(),
                        () -> Math.floorDiv(computer.clock().nanos(), NANOS_PER_MILLI),
                        FxThread::run,
                        settings.idleThreshold(),
                        times);
        this.timer =
                new TimerModels(
                        now,
                        new TodayViewModel(times),
                        new ChoiceViewModel(core.choices(), work, FxThread::run, now.chosen()),
                        new ObservedViewModel(core.tracking().observed(), FxThread::run, times));
        this.signIn = new SignInViewModel(this::signIn, FxThread::run, this::signedIn);
        this.window = new DesktopWindow(stage, timer, signIn, settings, this::signOut, times);
        this.departure = new Departure(window, now, core.timer(), this::quit);
    }

    private static Thread workThread(Runnable work) {
        Thread thread = new Thread(work, "window work");
        thread.setDaemon(true);
        return thread;
    }

    /// Shows the window; the streams are shown in it from now on.
    void open(Newest<TimerSnapshot> snapshots, Newest<SyncStatus> statuses) {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "pause at the end"));
        new ThemeSwitch(settings.theme()).start();
        settings.theme().subscribe((_, theme) -> keep(theme));
        settings.idleThreshold()
                .subscribe((_, threshold) ->
                        work.execute(() -> core.settings().idleThreshold(threshold)));
        settings.folder().set("Everything you record is first stored in " + folder + ".");
        settings.tokenPlace().set("The sign-in is kept in a file there that only you can read.");
        // The program ends when all is stored, not when the window is gone.
        Platform.setImplicitExit(false);
        window.open();
        stage.getScene().addEventFilter(InputEvent.ANY, _ -> input.inputSeen());
        snapshots.showIn(snapshot -> {
            timer.show(snapshot);
            showInput();
        });
        statuses.showIn(window::show);
        core.tracking()
                .observed()
                .listen(found -> FxThread.run(() -> timer.observed().show(found)));
        show(known.account(), known.server());
        if (known.account().isPresent()) {
            window.showTimer();
        } else {
            window.showSignIn();
        }
        known.bounds().ifPresent(window::place);
        stage.setOnCloseRequest(departure::asked);
        stage.show();
        core.onSecondStart(() -> FxThread.run(window::comeForward));
        // The first look decides how input is seen, and may wait for another process.
        var _ =
                CompletableFuture.runAsync(input::read, work)
                        .whenComplete((_, _) -> FxThread.run(this::showInput));
    }

    private void keep(Theme theme) {
        work.execute(() -> core.settings().theme(theme.keptName()));
    }

    private void showInput() {
        InputText text = InputText.of(input.isSystemWide(), input.name(), input.whyNotSystemWide());
        window.showInput(text.where(), text.explained());
        settings.input().set(text.explained());
    }

    private CompletableFuture<Void> signIn(SignInEntry entry) {
        return CompletableFuture.supplyAsync(entry::address, work)
                .thenCompose(server -> core.signIn(server, entry.username(), entry.password()))
                .thenAccept(_ -> {});
    }

    private void signedIn() {
        showAccount();
        window.showTimer();
    }

    private void signOut() {
        var _ =
                core.signOut()
                        .whenComplete((_, _) -> {
                            showAccount();
                            FxThread.run(window::showSignIn);
                        });
    }

    private void showAccount() {
        work.execute(() -> {
            Optional<Account> account = core.account();
            Optional<URI> server = core.server();
            FxThread.run(() -> show(account, server));
        });
    }

    private void show(Optional<Account> signedIn, Optional<URI> server) {
        signIn.isKnown().set(signedIn.isPresent());
        server.ifPresent(address -> signIn.server().set(address.toString()));
        signedIn.ifPresentOrElse(
                account -> {
                    signIn.server().set(account.server());
                    signIn.username().set(account.username());
                    settings.account().set(account.name() + " (" + account.username() + ")");
                    settings.server().set("Syncs with " + account.server());
                },
                () -> {
                    settings.account().set("Nobody is signed in.");
                    settings.server().set("");
                });
    }

    /// Ends the program after everything is stored.
    private void quit() {
        WindowBounds bounds = window.bounds();
        stage.hide();
        work.execute(() -> {
            bounds.write(folder);
            close();
            Platform.exit();
        });
    }

    /// Pauses what runs, durably; also when the system ends the program. Who comes second waits for
    /// the first, so that the program does not end in the middle of it.
    synchronized void close() {
        if (!isClosed) {
            isClosed = true;
            core.close();
            input.close();
        }
    }
}
