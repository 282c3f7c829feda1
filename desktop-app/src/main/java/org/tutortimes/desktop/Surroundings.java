package org.tutortimes.desktop;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.tutortimes.desktop.clock.RunningClock;
import org.tutortimes.desktop.idle.IdleDetection;
import org.tutortimes.desktop.idle.InputIdle;
import org.tutortimes.desktop.sync.SyncStatus;
import org.tutortimes.desktop.timer.TimerSnapshot;

/// All that the core does not make itself: the computer that it runs on, and who listens.
///
/// @param clock measures work
/// @param wall read once at the start, and for the server's offset
/// @param input what the computer knows of keyboard and mouse; closed by whoever made it
/// @param zone where midnight is
/// @param snapshots gets the timer's state, on the timer's thread
/// @param statuses gets the state of the synchronisation, on its thread
/// @param byItself whether the timer ticks and the synchronisation runs on their own; false where a
///   test moves the clock
public record Surroundings(
        RunningClock clock,
        InstantSource wall,
        InputIdle input,
        Supplier<ZoneId> zone,
        Consumer<TimerSnapshot> snapshots,
        Consumer<SyncStatus> statuses,
        boolean byItself) {

    /// This computer as it is.
    public static Surroundings ofThisMachine(
            RunningClock clock,
            IdleDetection input,
            Consumer<TimerSnapshot> snapshots,
            Consumer<SyncStatus> statuses) {
        return new Surroundings(
                clock,
                InstantSource.system(),
                input,
                ZoneId::systemDefault,
                snapshots,
                statuses,
                true);
    }
}
