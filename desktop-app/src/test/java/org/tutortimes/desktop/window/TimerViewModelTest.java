package org.tutortimes.desktop.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tutortimes.desktop.fx.Shape;
import org.tutortimes.desktop.fx.TimeText;
import org.tutortimes.desktop.timer.TimerFailure;
import org.tutortimes.desktop.timer.TimerSnapshot;
import org.tutortimes.desktop.timer.TimerSnapshot.Away;
import org.tutortimes.desktop.window.TimerLook.Primary;
import org.tutortimes.model.timer.PauseReason;

class TimerViewModelTest {
    private final TimeText times =
            new TimeText(ZoneOffset.UTC, InstantSource.fixed(Snapshots.at("14:30:00")));
    private final RecordedActions actions = new RecordedActions();
    private final ObjectProperty<Duration> threshold =
            new SimpleObjectProperty<>(Duration.ofMinutes(10));
    private long runningMillis;
    private final TimerViewModel model =
            new TimerViewModel(actions, () -> runningMillis, Runnable::run, threshold, times);

    private TimerLook look() {
        return model.look().getValue();
    }

    @Test
    void nothingChosenAsksToChoose() {
        assertThat(look().primary()).isEqualTo(Primary.CHOOSE);
        model.primary();
        assertThat(actions.asked).isEmpty();
        assertThat(model.title().get()).isEqualTo("Tutor Times");
    }

    @Test
    void choiceIsStarted() {
        model.chosen().set(Choices.SAM);
        assertThat(look().primaryText()).isEqualTo("Start");
        model.primary();
        assertThat(actions.asked).containsExactly("start 1.2C · Sam Lee");
    }

    @Test
    void figureCountsOnTheRunningClock() {
        runningMillis = 50_000;
        model.show(Snapshots.of(Snapshots.running(Choices.LINKED_LISTS, 3_600_000, 40_000)));
        assertThat(model.figure().get()).isEqualTo("1:00:10");
        runningMillis = 1_471_999;
        model.tick();
        assertThat(model.figure().get()).isEqualTo("1:23:51");
        assertThat(model.title().get()).isEqualTo("1:23:51 · 1.2C – Tutor Times");
    }

    @Test
    void runningSessionIsPausedAndPausedOneResumed() {
        model.show(Snapshots.of(Snapshots.running(Choices.SAM, 0, 0)));
        assertThat(look().shape()).isEqualTo(Shape.Kind.DOT);
        assertThat(look().whoLine()).isEqualTo("Sam Lee · since 13:40");
        model.primary();
        model.show(Snapshots.of(Snapshots.paused(Choices.SAM, 0, PauseReason.BY_HAND)));
        assertThat(look().shape()).isEqualTo(Shape.Kind.BARS);
        model.primary();
        model.complete();
        assertThat(actions.asked).containsExactly("pause", "resume", "complete");
    }

    @ParameterizedTest
    @CsvSource({
        "BY_HAND, Paused at 14:02, ''",
        "IDLE, Paused at 14:02, after 10 minutes without input",
        "SLEEP, Paused at 14:02, when the computer went to sleep",
        "QUIT, Paused at 14:02, when the program was closed",
        "CRASH, Paused at about 14:02, when the program broke off",
        "SUPERSEDED, Paused at 14:02, when another session began"
    })
    void pauseSaysWhenAndWhy(PauseReason reason, String when, String why) {
        model.show(Snapshots.of(Snapshots.paused(Choices.SAM, 0, reason)));
        assertThat(look().stateLine()).isEqualTo(when);
        assertThat(look().reasonLine()).isEqualTo(why);
    }

    @Test
    void anotherChoiceWaitsForStartWhileTheClockRuns() {
        model.show(Snapshots.of(Snapshots.running(Choices.SAM, 0, 0)));
        model.chosen().set(Choices.ARRAYS);
        assertThat(look().stateLine()).isEqualTo("Running");
        assertThat(look().primaryText()).isEqualTo("Start 1.1P");
        assertThat(look().hint()).isEqualTo("Starts 1.1P; 1.2C · Sam Lee pauses meanwhile.");
        model.keepCurrent();
        assertThat(look().primary()).isEqualTo(Primary.PAUSE);
    }

    @Test
    void whatOneAccountHasChosenIsNotStartedForAnother() {
        model.show(Snapshots.resting("tia"));
        model.chosen().set(Choices.SAM);
        model.show(Snapshots.resting("tia"));
        assertThat(look().primary()).isEqualTo(Primary.START);

        model.show(Snapshots.resting("owen"));

        assertThat(look().primary()).isEqualTo(Primary.CHOOSE);
        model.primary();
        assertThat(actions.asked).isEmpty();
    }

    @Test
    void keyThatWakesTheScreenDecidesNothingAboutTheTimeAway() {
        TimerSnapshot paused = Snapshots.of(Snapshots.paused(Choices.SAM, 0, PauseReason.IDLE));
        Away away = new Away(Snapshots.FIRST, Snapshots.at("14:02:00"), null, PauseReason.IDLE);
        model.show(Snapshots.withAway(paused, away));
        model.primary();
        assertThat(actions.asked).isEmpty();
        model.discardAwayAndResume();
        assertThat(actions.asked).containsExactly("discardAwayAndResume");
    }

    @Test
    void failureIsSaidAndTheStateStays() {
        model.show(Snapshots.of(Snapshots.running(Choices.SAM, 0, 0)));
        actions.answer = CompletableFuture.failedFuture(new TimerFailure("The disk is full."));
        model.primary();
        assertThat(model.failure().get()).isEqualTo("The disk is full.");
        assertThat(look().stateLine()).isEqualTo("Running");
        actions.answer = CompletableFuture.completedFuture(null);
        model.primary();
        assertThat(model.failure().get()).isEmpty();
    }

    @Test
    void secondClickBeforeTheFirstIsDurableDoesNothing() {
        model.show(Snapshots.of(Snapshots.running(Choices.SAM, 0, 0)));
        actions.answer = new CompletableFuture<>();
        model.primary();
        model.primary();
        assertThat(actions.asked).containsExactly("pause");
        actions.answer.complete(null);
        model.primary();
        assertThat(actions.asked).hasSize(2);
    }
}
