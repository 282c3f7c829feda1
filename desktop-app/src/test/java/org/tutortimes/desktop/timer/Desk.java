package org.tutortimes.desktop.timer;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.tutortimes.desktop.VirtualComputer;
import org.tutortimes.desktop.clock.DeviceClock;
import org.tutortimes.desktop.computer.Computer;
import org.tutortimes.desktop.journal.HeartbeatStore;
import org.tutortimes.desktop.journal.Journal;
import org.tutortimes.desktop.journal.Pause;
import org.tutortimes.desktop.reference.ChoiceIndex;
import org.tutortimes.desktop.store.LocalDatabase;
import org.tutortimes.model.timer.MarkingTarget;
import org.tutortimes.model.timer.TimerEvent;

/// A timer on a real file and a virtual computer, at which a test sits.
final class Desk implements AutoCloseable {
    static final String TIA = "1@http://localhost";
    static final Choice PILE =
            new Choice(100, "SIT221", new MarkingTarget.Pile(500), "1.1P", "Sorting", null);
    static final Choice OTHER_PILE =
            new Choice(100, "SIT221", new MarkingTarget.Pile(501), "1.2C", "Trees", null);
    static final Choice OTHER_UNIT =
            new Choice(200, "SIT320", new MarkingTarget.Pile(600), "2.1P", "Graphs", null);

    final VirtualComputer computer;
    final LocalDatabase database;
    final Journal journal;
    final TimerKeeper keeper;
    final DeviceClock clock;
    private final AtomicReference<TimerSnapshot> shown = new AtomicReference<>();
    volatile Duration threshold = Duration.ofMinutes(10);

    Desk(Path folder, VirtualComputer computer) {
        this(folder, computer, TIA);
    }

    Desk(Path folder, VirtualComputer computer, String account) {
        this.computer = computer;
        Instant now = computer.instant();
        this.database = LocalDatabase.open(folder.resolve("journal.db"), false, now);
        this.journal = new Journal(database);
        this.clock =
                new DeviceClock(computer, now, Duration.ZERO, journal.latestTime().orElse(null));
        Computer machine =
                Computer.with(computer, computer, computer, () -> ZoneId.of("Australia/Melbourne"));
        this.keeper =
                new TimerKeeper(
                        new TimerKeeper.Setting(
                                journal,
                                new HeartbeatStore(database),
                                clock,
                                computer,
                                machine.zone(),
                                machine.ids(),
                                () -> threshold,
                                new ChoiceIndex(),
                                () -> {},
                                _ -> {},
                                machine.threads().apply("timer")),
                        shown::set);
        keeper.useAccount(account).join();
    }

    TimerSnapshot shown() {
        return Objects.requireNonNull(shown.get());
    }

    TimerSnapshot.Current current() {
        return Objects.requireNonNull(shown().current());
    }

    Pause pause() {
        return Objects.requireNonNull(current().pausedAt());
    }

    TimerSnapshot.Away away() {
        return Objects.requireNonNull(shown().away());
    }

    /// How long the segment was that this event closed.
    static long worked(TimerEvent closer) {
        return Objects.requireNonNull(
                Objects.requireNonNull(closer.fact().closing()).workedMillis());
    }

    /// The tutor works: time passes, second by second, with input.
    void work(Duration time) {
        spend(time, true);
    }

    /// Nobody touches the computer, which ticks on.
    void leaveAlone(Duration time) {
        spend(time, false);
    }

    /// The computer sleeps and wakes.
    void sleep(Duration time) {
        computer.pass(time);
        keeper.tick().join();
    }

    private void spend(Duration time, boolean typing) {
        long seconds = time.toSeconds();
        for (long second = 0; second < seconds; second++) {
            computer.pass(Duration.ofSeconds(1));
            if (typing) {
                computer.type();
            }
            keeper.tick().join();
        }
    }

    /// What a failed action says.
    static String failure(CompletableFuture<Void> action) {
        return action.handle((_, failure) -> failure == null ? "" : failure.getMessage()).join();
    }

    /// All events of this computer, oldest first.
    List<TimerEvent> events() {
        return JournalReading.events(database);
    }

    /// The program ends without a word.
    void crash() {
        keeper.close();
        database.close();
    }

    /// The program ends in order.
    @Override
    public void close() {
        keeper.pauseForQuit().join();
        crash();
    }
}
