package org.tutortimes.desktop;

import java.util.function.Consumer;
import org.tutortimes.desktop.clock.RunningClock;
import org.tutortimes.desktop.computer.Computer;
import org.tutortimes.desktop.idle.IdleDetection;
import org.tutortimes.desktop.sync.SyncStatus;
import org.tutortimes.desktop.timer.TimerSnapshot;

/// All that the core does not make itself: the computer that it runs on, and who listens.
///
/// @param snapshots gets the timer's state, on the timer's thread
/// @param statuses gets the state of the synchronisation, on its thread
/// @param byItself whether the timer ticks and the synchronisation runs on their own; false where a
///   test asks for each
public record Surroundings(
        Computer computer,
        Consumer<TimerSnapshot> snapshots,
        Consumer<SyncStatus> statuses,
        boolean byItself) {

    /// This computer as it is.
    public static Surroundings ofThisMachine(
            RunningClock clock,
            IdleDetection input,
            Consumer<TimerSnapshot> snapshots,
            Consumer<SyncStatus> statuses) {
        return new Surroundings(Computer.ofThisMachine(clock, input), snapshots, statuses, true);
    }
}
