package org.tutortimes.desktop.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class RunningClockTest {
    private static final long HUNDREDTH = Duration.ofMillis(10).toNanos();

    @Test
    void theClockOfThisMachineNeverGoesBack() {
        RunningClock clock = RunningClock.ofThisMachine();

        long before = clock.nanos();
        for (int i = 0; i < 10_000; i++) {
            long now = clock.nanos();
            assertThat(now).isGreaterThanOrEqualTo(before);
            before = now;
        }
    }

    @Test
    void theClockOfThisMachineRunsAsFastAsJavas() {
        RunningClock clock = RunningClock.ofThisMachine();
        long javaStart = System.nanoTime();
        long start = clock.nanos();
        while (System.nanoTime() - javaStart < Duration.ofMillis(200).toNanos()) {
            Thread.onSpinWait();
        }

        assertThat(Duration.ofNanos(clock.nanos() - start))
                .isBetween(Duration.ofMillis(180), Duration.ofSeconds(5));
    }

    @Test
    void aMachineWithoutTheSystemsLibraryFallsBackToTheWallClock() {
        assertThat(RunningClock.of("Plan 9").name()).isEqualTo("the wall clock");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void onLinuxTheOtherSystemsClocksAreMissedWithoutHarm() {
        assertThat(RunningClock.of("Mac OS X").name()).isEqualTo("the wall clock");
        assertThat(RunningClock.of("Windows 11").name()).isEqualTo("the wall clock");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void onLinuxTheBootClockIsRead() {
        assertThat(RunningClock.ofThisMachine().name()).isEqualTo("CLOCK_BOOTTIME");
    }

    @Test
    void theUptimeFileIsReadAndNeverGoesBack(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("uptime"), "100.25 90.00\n");
        RunningClock clock = UptimeClock.orWallClock(file);

        assertThat(clock.nanos()).isEqualTo(10_025 * HUNDREDTH);
        Files.writeString(file, "130.00 90.00\n");
        assertThat(clock.nanos()).isEqualTo(13_000 * HUNDREDTH);
        Files.writeString(file, "129.00 90.00\n");
        assertThat(clock.nanos()).isEqualTo(13_000 * HUNDREDTH);
    }

    @Test
    void withoutAnUptimeFileTheWallClockIsUsed(@TempDir Path folder) throws Exception {
        assertThat(UptimeClock.orWallClock(folder.resolve("none")).name())
                .isEqualTo("the wall clock");
        Path odd = Files.writeString(folder.resolve("odd"), "up 3 days");
        assertThat(UptimeClock.orWallClock(odd).name()).isEqualTo("the wall clock");
    }
}
