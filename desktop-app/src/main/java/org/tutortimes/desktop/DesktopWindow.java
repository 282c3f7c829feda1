package org.tutortimes.desktop;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.tutortimes.desktop.account.SignInController;
import org.tutortimes.desktop.account.SignInViewModel;
import org.tutortimes.desktop.fx.Question;
import org.tutortimes.desktop.fx.SecondTicker;
import org.tutortimes.desktop.fx.TimeText;
import org.tutortimes.desktop.fx.Views;
import org.tutortimes.desktop.settings.SettingsController;
import org.tutortimes.desktop.settings.SettingsViewModel;
import org.tutortimes.desktop.settings.WindowBounds;
import org.tutortimes.desktop.sync.SyncLine;
import org.tutortimes.desktop.sync.SyncStatus;
import org.tutortimes.desktop.sync.SyncStatus.Refused;
import org.tutortimes.desktop.window.TimerController;
import org.tutortimes.desktop.window.TimerModels;

/// The one window: a view at a time, the last line below it, and at times a question above.
final class DesktopWindow {
    private static final double COMPACT_BELOW_HEIGHT = 560;

    private final Stage stage;
    private final TimerModels timer;
    private final Views views;
    private final SyncLine syncLine;
    private final BorderPane page = new BorderPane();
    private final StackPane layers = new StackPane(page);
    private @Nullable Parent timerView;
    private @Nullable Node focusedBefore;
    private SyncStatus status = new SyncStatus(SyncStatus.State.SYNCED, 0, null, null, List.of());

    DesktopWindow(
            Stage stage,
            TimerModels timer,
            SignInViewModel signIn,
            SettingsViewModel settings,
            Runnable signOut,
            TimeText times) {
        this.stage = stage;
        this.timer = timer;
        this.views =
                new Views(
                        Map.of(
                                TimerController.class,
                                () -> new TimerController(timer, times, this::showSettings),
                                SignInController.class,
                                () -> new SignInController(signIn, this::showTimer),
                                SettingsController.class,
                                () ->
                                        new SettingsController(
                                                settings,
                                                this::showTimer,
                                                this::showSignIn,
                                                signOut)));
        this.syncLine = new SyncLine(times, this::showSignIn, this::showRefused);
    }

    /// Puts everything into the stage, which may then be shown.
    void open() {
        Scene scene = new Scene(layers, 400, 680);
        scene.getStylesheets().add(resource("fx/desktop.css"));
        scene.heightProperty()
                .map(height -> height.doubleValue() < COMPACT_BELOW_HEIGHT)
                .subscribe(this::makeCompact);
        stage.setScene(scene);
        stage.setMinWidth(320);
        stage.setMinHeight(360);
        stage.titleProperty().bind(timer.timer().title());
        new SecondTicker(timer.timer()::figureMillis, timer::tick).runWhile(isRunningInSight());
    }

    private ObservableValue<Boolean> isRunningInSight() {
        ObservableValue<Boolean> isInSight =
                stage.showingProperty()
                        .flatMap(
                                isShown -> stage.iconifiedProperty().map(icon -> isShown && !icon));
        return isInSight.flatMap(isSeen -> timer.timer().isRunning().map(runs -> isSeen && runs));
    }

    private static String resource(String name) {
        return Objects.requireNonNull(DesktopWindow.class.getResource(name), name).toExternalForm();
    }

    private void makeCompact(boolean isCompact) {
        layers.getStyleClass().remove("compact");
        if (isCompact) {
            layers.getStyleClass().add("compact");
        }
    }

    void showTimer() {
        if (timerView == null) {
            timerView = views.load(TimerController.class);
        }
        page.setCenter(timerView);
        page.setBottom(syncLine);
    }

    void showSignIn() {
        showPage(SignInController.class);
    }

    void showSettings() {
        showPage(SettingsController.class);
    }

    private void showPage(Class<?> controller) {
        page.setCenter(views.load(controller));
        page.setBottom(null);
    }

    void show(SyncStatus newest) {
        status = newest;
        syncLine.show(newest);
    }

    /// @param where such as "system"
    /// @param explained what that means, as sentences
    void showInput(String where, String explained) {
        syncLine.showInput(where, explained);
    }

    private void showRefused() {
        StringBuilder reasons =
                new StringBuilder("The server did not take these. They stay on this computer.\n");
        for (Refused refused : status.refused()) {
            reasons.append("\n• ").append(refused.message());
        }
        ask(
                new Question(
                        "Needs attention",
                        reasons.toString(),
                        List.of(new Question.Answer("close", "Close", this::closeQuestion))));
    }

    /// Lays a question over the window, in place of one that is there.
    void ask(Question question) {
        closeQuestion();
        focusedBefore = layers.getScene() == null ? null : layers.getScene().getFocusOwner();
        page.setDisable(true);
        if (timerView != null) {
            timerView.setDisable(true);
        }
        layers.getChildren().add(question);
        question.takeFocus();
    }

    void closeQuestion() {
        layers.getChildren().removeIf(Question.class::isInstance);
        page.setDisable(false);
        if (timerView != null) {
            timerView.setDisable(false);
        }
        if (focusedBefore != null) {
            focusedBefore.requestFocus();
            focusedBefore = null;
        }
    }

    /// Puts the window where it was, if that is on a screen still.
    void place(WindowBounds last) {
        boolean isOnScreen =
                !Screen.getScreensForRectangle(last.x(), last.y(), last.width(), last.height())
                        .isEmpty();
        if (isOnScreen) {
            stage.setX(last.x());
            stage.setY(last.y());
            stage.setWidth(last.width());
            stage.setHeight(last.height());
        }
    }

    WindowBounds bounds() {
        return new WindowBounds(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
    }

    /// Brings the window before all others.
    void comeForward() {
        stage.setIconified(false);
        stage.show();
        stage.toFront();
        stage.requestFocus();
    }
}
