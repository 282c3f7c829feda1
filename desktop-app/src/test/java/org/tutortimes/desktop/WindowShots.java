package org.tutortimes.desktop;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.tutortimes.desktop.account.SignInViewModel;
import org.tutortimes.desktop.fx.Question;
import org.tutortimes.desktop.fx.Question.Answer;
import org.tutortimes.desktop.fx.TimeText;
import org.tutortimes.desktop.journal.Delivery;
import org.tutortimes.desktop.settings.SettingsViewModel;
import org.tutortimes.desktop.settings.Theme;
import org.tutortimes.desktop.settings.ThemeSwitch;
import org.tutortimes.desktop.sync.SyncStatus;
import org.tutortimes.desktop.timer.Choice;
import org.tutortimes.desktop.timer.TimerSnapshot;
import org.tutortimes.desktop.timer.TimerSnapshot.Away;
import org.tutortimes.desktop.window.ChoiceViewModel;
import org.tutortimes.desktop.window.Choices;
import org.tutortimes.desktop.window.RecordedActions;
import org.tutortimes.desktop.window.Snapshots;
import org.tutortimes.desktop.window.TimerModels;
import org.tutortimes.desktop.window.TimerViewModel;
import org.tutortimes.desktop.window.TodayViewModel;
import org.tutortimes.model.timer.PauseReason;

/// Takes a picture of the window in each of its states, light and dark, large and small: to be
/// looked at after a change of the look. The first argument is the folder for the pictures.
final class WindowShots {
    private static final String CRASH =
            "The program broke off while the clock ran. The session was paused at about 13:39; at"
                    + " most 15 seconds are missing.";
    private static final long NOW_MILLIS = 1_421_000;

    private final Path folder;
    private final TimeText times =
            new TimeText(
                    ZoneOffset.UTC, InstantSource.fixed(Instant.parse("2026-11-21T14:25:00Z")));
    private final SettingsViewModel settings =
            new SettingsViewModel(Theme.LIGHT, Duration.ofMinutes(10), false);
    private final SignInViewModel signIn =
            new SignInViewModel(
                    _ ->
                            CompletableFuture.failedFuture(
                                    new IllegalStateException(
                                            "The server does not know this user name and"
                                                    + " password.")),
                    Runnable::run,
                    () -> {});
    private TimerModels models = models();
    private DesktopWindow window;
    private Stage stage;

    private WindowShots(Path folder) {
        this.folder = folder;
        this.stage = new Stage();
        this.window = new DesktopWindow(stage, models, signIn, settings, () -> {}, times);
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Platform.startup(() -> {});
        Platform.setImplicitExit(false);
        WindowShots shots =
                CompletableFuture.supplyAsync(() -> new WindowShots(folder), Platform::runLater)
                        .join();
        shots.takeAll();
        Platform.exit();
    }

    private TimerModels models() {
        TimerViewModel timer =
                new TimerViewModel(
                        new RecordedActions(),
                        () -> NOW_MILLIS,
                        Runnable::run,
                        new SimpleObjectProperty<>(Duration.ofMinutes(10)),
                        times);
        List<Choice> all =
                List.of(
                        Choices.SAM,
                        Choices.LINKED_LISTS,
                        Choices.ARRAYS,
                        Choices.ADA,
                        Choices.student(
                                53,
                                "7.3HD",
                                "Balanced search trees and their amortised costs",
                                "Maximiliana Papadopoulos-Featherstonehaugh"),
                        Choices.pile(14, "2.1P", "Stacks and queues"));
        ChoiceViewModel choice =
                new ChoiceViewModel(
                        Choices.searchOver(all), Runnable::run, Runnable::run, timer.chosen());
        return new TimerModels(
                timer, new TodayViewModel(times), choice, ObservedShots.model(times));
    }

    private void takeAll() {
        onWindowThread(() -> {
            new ThemeSwitch(settings.theme()).start();
            settings.account().set("Signed in as Tina Tutor (tina).");
            settings.server().set("Syncs with https://times.example.edu");
            settings.tokenPlace().set("The sign-in is kept in a file only you can read.");
            settings.input().set("Seen in every program, through X11.");
            settings.folder().set("Your sessions are in ~/.local/share/tutor-times.");
        });
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            String name = theme.name().toLowerCase(Locale.ROOT);
            onWindowThread(() -> settings.theme().set(theme));
            takeStates(name, 400, 680);
            takeStates(name + "-mini", 320, 360);
        }
    }

    private void takeStates(String prefix, double width, double height) {
        take(prefix + "-empty", () -> renew(width, height));
        take(prefix + "-ready", () -> models.timer().chosen().set(Choices.SAM));
        take(prefix + "-running", () -> models.show(SampleDay.running(6)));
        take(
                prefix + "-search",
                () -> {
                    stage.getScene().lookup("#field").requestFocus();
                    models.choice().open();
                });
        take(prefix + "-search-none", () -> models.choice().typed().set("nothing like it"));
        take(
                prefix + "-next",
                () -> {
                    models.choice().close();
                    models.timer().chosen().set(Choices.ARRAYS);
                });
        take(
                prefix + "-many",
                () -> models.show(Snapshots.withNotice(SampleDay.running(40), CRASH)));
        ObservedShots.states(models, stage).forEach((name, state) -> take(prefix + name, state));
        takePaused(prefix);
        takePages(prefix);
        onWindowThread(() -> stage.close());
    }

    private void takePaused(String prefix) {
        var paused = Snapshots.paused(Choices.SAM, 1_320_000, PauseReason.IDLE);
        TimerSnapshot day =
                Snapshots.of(paused, SampleDay.rows(5, Snapshots.row(paused, Delivery.WAITING)));
        take(
                prefix + "-paused",
                () -> {
                    models.timer().chosen().set(Choices.SAM);
                    models.show(day);
                    window.show(new SyncStatus(SyncStatus.State.OFFLINE, 3, null, null, List.of()));
                    window.showInput("this window only", "Other programs cannot be seen here.");
                });
        Away away =
                new Away(
                        Snapshots.FIRST,
                        Snapshots.at("14:02:00"),
                        Snapshots.at("14:25:00"),
                        PauseReason.IDLE);
        take(prefix + "-away", () -> models.show(Snapshots.withAway(day, away)));
        takeQuestions(prefix);
    }

    private void takeQuestions(String prefix) {
        SyncStatus.Refused refused =
                new SyncStatus.Refused(
                        new UUID(3, 3), Snapshots.FIRST, "not_yours", "This was never your unit.");
        take(
                prefix + "-sign-in-needed",
                () -> {
                    window.show(
                            new SyncStatus(
                                    SyncStatus.State.SIGN_IN_NEEDED,
                                    3,
                                    null,
                                    null,
                                    List.of(refused)));
                    models.show(SampleDay.running(3));
                });
        take(
                prefix + "-closing",
                () ->
                        window.ask(
                                new Question(
                                        "The clock is running",
                                        "1.2C · Sam Lee. What shall happen with it?",
                                        List.of(
                                                new Answer("a", "Pause and close", () -> {}),
                                                new Answer("b", "Complete and close", () -> {}),
                                                new Answer("c", "Keep running", () -> {})))));
        onWindowThread(() -> window.closeQuestion());
    }

    private void takePages(String prefix) {
        take(
                prefix + "-sign-in",
                () -> {
                    signIn.server().set("");
                    signIn.username().set("");
                    signIn.password().set("");
                    window.showSignIn();
                });
        take(
                prefix + "-sign-in-failed",
                () -> {
                    signIn.server().set("https://times.example.edu");
                    signIn.username().set("tina");
                    signIn.password().set("wrong");
                    signIn.submit();
                });
        take(prefix + "-settings", () -> window.showSettings());
    }

    private void renew(double width, double height) {
        models = models();
        stage = new Stage();
        window = new DesktopWindow(stage, models, signIn, settings, () -> {}, times);
        window.open();
        window.show(
                new SyncStatus(
                        SyncStatus.State.SYNCED, 0, Snapshots.at("13:41:00"), null, List.of()));
        window.showInput("system", "Input in every program counts.");
        models.show(Snapshots.of(null));
        window.showTimer();
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(width);
        stage.setHeight(height);
        stage.show();
    }

    private static void onWindowThread(Runnable work) {
        CompletableFuture.runAsync(work, Platform::runLater).join();
    }

    /// Brings about a state, lets a few frames pass as they would before anyone looks, and takes
    /// it.
    private void take(String name, Runnable state) {
        onWindowThread(state);
        CompletableFuture.runAsync(
                        () -> {}, CompletableFuture.delayedExecutor(90, TimeUnit.MILLISECONDS))
                .join();
        onWindowThread(() -> save(name));
    }

    private void save(String name) {
        WritableImage image = stage.getScene().snapshot(null);
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        PixelReader pixels = image.getPixelReader();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                copy.setRGB(x, y, pixels.getArgb(x, y));
            }
        }
        try {
            ImageIO.write(copy, "png", folder.resolve(name + ".png").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
