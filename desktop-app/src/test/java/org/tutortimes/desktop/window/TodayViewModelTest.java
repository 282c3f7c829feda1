package org.tutortimes.desktop.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tutortimes.desktop.fx.Shape;
import org.tutortimes.desktop.fx.TimeText;
import org.tutortimes.desktop.journal.Delivery;
import org.tutortimes.desktop.timer.TimerSnapshot;
import org.tutortimes.desktop.timer.TimerSnapshot.Away;
import org.tutortimes.model.timer.PauseReason;

class TodayViewModelTest {
    private final TimeText times =
            new TimeText(ZoneOffset.UTC, InstantSource.fixed(Snapshots.at("14:30:00")));
    private final TodayViewModel model = new TodayViewModel(times);

    @Test
    void completedSessionIsALine() {
        model.show(
                Snapshots.of(
                        null,
                        Snapshots.row(
                                Snapshots.FIRST,
                                Choices.LINKED_LISTS,
                                "12:10:00",
                                "13:00:30",
                                Delivery.NEEDS_ATTENTION)),
                0);
        TodayRow row = model.rows().getFirst();
        assertThat(row.spoken())
                .isEqualTo(
                        "12:10–13:00, 1.2C, Pile, 50 min, completed."
                                + " Needs attention: the server did not take all of it.");
        assertThat(row.shape()).isEqualTo(Shape.Kind.TRIANGLE);
        assertThat(model.today().get()).isEqualTo("50 min");
        assertThat(model.week().get()).isEqualTo("2 h 31 min");
    }

    @Test
    void runningSessionAndSumsGrowWithTheOpenSegment() {
        var running = Snapshots.running(Choices.SAM, 60_000, 0);
        TimerSnapshot snapshot = Snapshots.of(running, Snapshots.row(running, Delivery.WAITING));
        model.show(snapshot, 120_000);
        assertThat(model.rows().getFirst().duration()).isEqualTo("3 min");
        assertThat(model.rows().getFirst().times()).isEqualTo("13:40–now");
        assertThat(model.today().get()).isEqualTo("3 min");
    }

    @Test
    void onlyAPausedSessionThatIsNotInTheWindowCanBeTakenUp() {
        var paused = Snapshots.paused(Choices.SAM, 60_000, PauseReason.BY_HAND);
        model.show(Snapshots.of(paused, Snapshots.row(paused, Delivery.SYNCED)), 0);
        assertThat(model.rows().getFirst().canResume()).isFalse();
        model.show(Snapshots.of(null, Snapshots.row(paused, Delivery.SYNCED)), 0);
        assertThat(model.rows().getFirst().canResume()).isTrue();
    }

    @Test
    void bannerNamesTheTimesAndWhatWouldBeKept() {
        Away away =
                new Away(
                        new UUID(1, 1),
                        Snapshots.at("14:02:00"),
                        Snapshots.at("14:25:10"),
                        PauseReason.IDLE);
        AwayLook look = AwayLook.of(away, times);
        assertThat(look.title())
                .isEqualTo("No input from 14:02 to 14:25. Nothing of it is counted so far.");
        assertThat(look.keepText()).isEqualTo("I was marking: keep 23 min and resume");
        assertThat(look.completeText()).isEqualTo("Complete at 14:02");
    }
}
