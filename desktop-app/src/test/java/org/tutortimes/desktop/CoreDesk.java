package org.tutortimes.desktop;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.tutortimes.desktop.computer.Computer;
import org.tutortimes.desktop.store.Disk;
import org.tutortimes.desktop.sync.SyncStatus;
import org.tutortimes.desktop.timer.Choice;
import org.tutortimes.desktop.timer.TimerSnapshot;
import org.tutortimes.desktop.web.Network;
import org.tutortimes.model.timer.MarkingTarget;

/// The whole core on a real folder and a virtual computer, at which a test sits.
public final class CoreDesk implements AutoCloseable {
    public static final Choice PILE =
            new Choice(100, "SIT221", new MarkingTarget.Pile(500), "1.1P", "Sorting", null);

    public final VirtualComputer computer;
    public final DesktopCore core;
    private final AtomicReference<TimerSnapshot> shown = new AtomicReference<>();
    private final List<SyncStatus> statuses = new CopyOnWriteArrayList<>();

    public CoreDesk(Path folder, VirtualComputer computer) {
        this(folder, computer, false);
    }

    /// One that ticks and synchronises without being asked.
    public static CoreDesk byItself(Path folder, VirtualComputer computer) {
        return new CoreDesk(folder, computer, true);
    }

    /// One with another disk and another network.
    public static CoreDesk on(Path folder, VirtualComputer computer, Disk disk, Network network) {
        Computer ordinary = machine(computer);
        return new CoreDesk(
                folder,
                computer,
                new Computer(
                        ordinary.clock(),
                        ordinary.wall(),
                        ordinary.input(),
                        ordinary.zone(),
                        ordinary.ids(),
                        ordinary.random(),
                        disk,
                        network,
                        ordinary.threads()),
                false);
    }

    private CoreDesk(Path folder, VirtualComputer computer, boolean byItself) {
        this(folder, computer, machine(computer), byItself);
    }

    private CoreDesk(Path folder, VirtualComputer computer, Computer machine, boolean byItself) {
        this.computer = computer;
        this.core =
                DesktopCore.open(
                        new DesktopConfig(null, folder, null, false),
                        new Surroundings(machine, shown::set, statuses::add, byItself));
    }

    private static Computer machine(VirtualComputer computer) {
        return Computer.with(computer, computer, computer, () -> ZoneId.of("Australia/Melbourne"));
    }

    public TimerSnapshot shown() {
        return Objects.requireNonNull(shown.get());
    }

    public SyncStatus status() {
        return statuses.getLast();
    }

    public List<SyncStatus> statuses() {
        return statuses;
    }

    public void signIn(URI server, String username) {
        core.signIn(server, username, "the right one").join();
    }

    /// A session of that length, recorded and completed.
    public void record(Duration length) {
        core.timer().start(PILE).join();
        work(length);
        core.timer().complete().join();
    }

    public void work(Duration time) {
        for (long second = 0; second < time.toSeconds(); second++) {
            computer.pass(Duration.ofSeconds(1));
            computer.type();
            core.tick().join();
        }
    }

    /// One round of synchronisation, and how long the next is waited for.
    public Duration sync() {
        return core.syncRound().join();
    }

    @Override
    public void close() {
        core.close();
    }
}
