package org.tutortimes.desktop.window;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.tutortimes.desktop.fx.TimeText;
import org.tutortimes.desktop.timer.TimerSnapshot;
import org.tutortimes.desktop.tracking.ObservedList;
import org.tutortimes.desktop.tracking.ObservedViewModel;

/// Binds the timer's parts to what they show, and forwards clicks.
@SuppressWarnings({"NullAway.Init", "unused"}) // The loader fills the fields and calls initialize.
public final class TimerController {
    private final TimerViewModel timer;
    private final TodayViewModel today;
    private final ChoiceViewModel choice;
    private final ObservedViewModel unrecorded;
    private final TimeText times;
    private final Runnable openSettings;

    @FXML private StackPane view;
    @FXML private ChoiceField field;
    @FXML private ChoiceList list;
    @FXML private Label shortcut;
    @FXML private Button settings;
    @FXML private Strip failure;
    @FXML private Strip notice;
    @FXML private AwayBanner banner;
    @FXML private TimerFace face;
    @FXML private TimerButtons buttons;
    @FXML private Label todaySum;
    @FXML private Label weekSum;
    @FXML private TodayList sessions;
    @FXML private ObservedList observed;

    public TimerController(TimerModels models, TimeText times, Runnable openSettings) {
        this.timer = models.timer();
        this.today = models.today();
        this.choice = models.choice();
        this.unrecorded = models.observed();
        this.times = times;
        this.openSettings = openSettings;
    }

    @FXML
    private void initialize() {
        field.show(choice);
        list.show(choice);
        shortcut.visibleProperty()
                .bind(field.textProperty().isEmpty().and(field.focusedProperty().not()));
        settings.setOnAction(_ -> openSettings.run());
        failure.show(timer.failure(), timer::dismissFailure);
        notice.show(timer.snapshot().map(TimerSnapshot::notice), timer::dismissNotice);
        banner.show(timer, times);
        face.show(timer);
        buttons.show(timer, () -> field.search(choice));
        choice.isOpen().subscribe(this::leaveField);
        todaySum.textProperty().bind(today.today());
        weekSum.textProperty().bind(today.week());
        sessions.show(today, timer::resume);
        observed.show(unrecorded, buttons::focusPrimary);
        buttons.focusWhenShown();
        Runnable search = () -> field.search(choice);
        new TimerKeys(view, timer, buttons, search, observed::pressFirst).install();
    }

    private void leaveField(boolean isOpen) {
        if (!isOpen && field.isFocused()) {
            buttons.focusPrimary();
        }
    }
}
