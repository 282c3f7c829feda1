package org.tutortimes.desktop.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tutortimes.desktop.timer.Desk.OTHER_PILE;
import static org.tutortimes.desktop.timer.Desk.PILE;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tutortimes.desktop.VirtualComputer;
import org.tutortimes.desktop.clock.DeviceClock;
import org.tutortimes.model.timer.TimerEvent;

class DeviceClockTest {
    private static final Duration YEAR = Duration.ofDays(365);

    private final VirtualComputer computer = new VirtualComputer();

    private DeviceClock clock(Duration offset, Instant latest) {
        return new DeviceClock(computer, computer.instant(), offset, latest);
    }

    @Test
    void theServersOffsetIsAddedOnceAtTheStart() {
        Instant wall = computer.instant();
        DeviceClock clock = clock(Duration.ofSeconds(-90), Instant.EPOCH);
        computer.setWall(wall.plus(YEAR));
        computer.pass(Duration.ofSeconds(10));

        assertThat(clock.now()).isEqualTo(wall.minusSeconds(80));
        assertThat(clock.correctionMillis()).isEqualTo(-90_000);
    }

    @Test
    void behindTheJournalItCreepsUntilTheWallClockCatchesUp() {
        Instant wall = computer.instant();
        DeviceClock clock = clock(Duration.ZERO, wall.plusSeconds(60));

        assertThat(clock.now()).isEqualTo(wall.plusSeconds(60));
        computer.pass(Duration.ofSeconds(60));
        assertThat(clock.now()).isEqualTo(wall.plusSeconds(90));
        computer.pass(Duration.ofSeconds(60));
        assertThat(clock.now()).isEqualTo(wall.plusSeconds(120));
        computer.pass(Duration.ofSeconds(60));
        assertThat(clock.now()).isEqualTo(wall.plusSeconds(180));
        assertThat(clock.notice()).isEmpty();
    }

    @Test
    void moreThanADayBehindIsTakenAsTheTruthWithANotice() {
        DeviceClock clock = clock(Duration.ZERO, computer.instant().plus(Duration.ofHours(25)));

        assertThat(clock.now()).isEqualTo(computer.instant());
        assertThat(clock.notice()).hasValueSatisfying(n -> assertThat(n).contains("a day behind"));
    }

    static Stream<Duration> steps() {
        return Stream.of(
                YEAR,
                YEAR.negated(),
                Duration.ofHours(1),
                Duration.ofHours(-1),
                Duration.ofHours(-20),
                Duration.ofMillis(-1));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void aClockSetBetweenRunsChangesNoDuration(Duration step, @TempDir Path folder) {
        try (Desk desk = new Desk(folder, computer)) {
            desk.keeper.start(PILE).join();
            desk.work(Duration.ofMinutes(3));
        }
        computer.setWall(computer.instant().plus(step));
        try (Desk desk = new Desk(folder, computer)) {
            desk.keeper.resume().join();
            desk.work(Duration.ofMinutes(2));
            desk.keeper.start(OTHER_PILE).join();
            desk.work(Duration.ofMinutes(1));
            desk.keeper.complete().join();
            desk.keeper.complete().join();

            assertThat(desk.shown().today())
                    .as("counted time, by session, with the clock set by %s", step)
                    .allSatisfy(row -> assertThat(row.millis()).isIn(300_000L, 60_000L));
            if (step.abs().compareTo(Duration.ofDays(1)) < 0) {
                assertThat(timesOf(desk.events())).isSorted();
            }
        }
    }

    private static List<Instant> timesOf(List<TimerEvent> events) {
        return events.stream().map(TimerEvent::at).toList();
    }
}
