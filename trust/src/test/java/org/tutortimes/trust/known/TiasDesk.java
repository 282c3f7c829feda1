package org.tutortimes.trust.known;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.tutortimes.desktop.DesktopConfig;
import org.tutortimes.desktop.DesktopCore;
import org.tutortimes.desktop.Surroundings;
import org.tutortimes.desktop.computer.Computer;
import org.tutortimes.desktop.store.Disk;
import org.tutortimes.desktop.sync.SyncStatus;
import org.tutortimes.desktop.timer.Choice;
import org.tutortimes.desktop.timer.TimerActions;
import org.tutortimes.desktop.timer.TimerSnapshot;
import org.tutortimes.model.timer.MarkingTarget;

/// The real program without its window, at which Tia marks.
final class TiasDesk implements AutoCloseable {
    static final Choice PILE = choice(100);

    private final OwnComputer computer;
    private final AtomicReference<TimerSnapshot> shown = new AtomicReference<>();
    private final AtomicReference<SyncStatus> status = new AtomicReference<>();
    private final DesktopCore core;

    TiasDesk(Path folder, OwnComputer computer, RoughNetwork network) {
        this.computer = computer;
        Computer ordinary =
                Computer.with(
                        computer, computer::wall, computer, () -> ZoneId.of("Australia/Melbourne"));
        Computer machine =
                new Computer(
                        computer,
                        computer::wall,
                        computer,
                        ordinary.zone(),
                        ordinary.ids(),
                        ordinary.random(),
                        Disk.ofThisMachine(),
                        network.network(),
                        ordinary.threads());
        this.core =
                DesktopCore.open(
                        new DesktopConfig(null, folder, null, false),
                        new Surroundings(machine, shown::set, status::set, false));
    }

    static Choice choice(long unitRole) {
        return new Choice(unitRole, "SIT221", new MarkingTarget.Pile(500), "1.1P", "Sorting", null);
    }

    void signIn(URI server) {
        core.signIn(server, "tia", UnitServer.PASSWORD).join();
    }

    TimerActions timer() {
        return core.timer();
    }

    void start() {
        timer().start(PILE).join();
    }

    void complete() {
        timer().complete().join();
    }

    /// A session of that length, completed.
    void record(Choice choice, Duration length) {
        timer().start(choice).join();
        work(length);
        complete();
    }

    void work(Duration time) {
        for (long second = 0; second < time.toSeconds(); second++) {
            computer.pass(Duration.ofSeconds(1));
            computer.type();
            core.tick().join();
        }
    }

    /// Nobody touches the computer, which is on.
    void leaveAlone(Duration time) {
        for (long second = 0; second < time.toSeconds(); second += 10) {
            computer.pass(Duration.ofSeconds(10));
            core.tick().join();
        }
    }

    void sleep(Duration time) {
        computer.pass(time);
        core.tick().join();
    }

    TimerSnapshot shown() {
        return Objects.requireNonNull(shown.get());
    }

    SyncStatus sync() {
        Duration _ = core.syncRound().join();
        return Objects.requireNonNull(status.get());
    }

    @Override
    public void close() {
        core.close();
    }
}
