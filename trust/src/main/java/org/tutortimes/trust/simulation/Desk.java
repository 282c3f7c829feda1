package org.tutortimes.trust.simulation;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tutortimes.desktop.DesktopConfig;
import org.tutortimes.desktop.DesktopCore;
import org.tutortimes.desktop.Surroundings;
import org.tutortimes.desktop.store.StorageFailure;
import org.tutortimes.desktop.sync.SyncStatus;
import org.tutortimes.desktop.timer.TimerActions;
import org.tutortimes.desktop.timer.TimerSnapshot;
import org.tutortimes.trust.machine.Crash;
import org.tutortimes.trust.machine.FragileDisk;
import org.tutortimes.trust.machine.Machine;
import org.tutortimes.trust.machine.SimulatedComputer;
import org.tutortimes.trust.machine.Wire;
import org.tutortimes.trust.oracle.Witness;

/// A computer with the real desktop core on it, somebody in front of it, and a witness beside.
final class Desk {
    static final URI SERVER = URI.create("http://127.0.0.1");

    /// The shortest that can be set, so that a run need not be long.
    private static final Duration IDLE = Duration.ofMinutes(1);

    private final int number;
    private final World world;
    private final Path folder;
    private final Machine machine;
    private final Witness witness;
    private final JournalReader reader;
    private FragileDisk disk;
    private boolean awake = true;
    private boolean somebodyThere = true;
    private long answeredAt;
    private String user;
    private @Nullable DesktopCore core;
    private @Nullable TimerSnapshot shown;
    private @Nullable SyncStatus status;

    Desk(int number, String user, World world, Path folder) {
        this.number = number;
        this.user = user;
        this.world = world;
        this.folder = folder;
        this.witness = new Witness(IDLE.toMillis(), world.story()::violated);
        this.machine =
                new Machine(
                        number,
                        world::now,
                        world.random(),
                        () -> witness.looked(world.now()),
                        new Wire(world.endsFor(this)));
        this.reader = new JournalReader(world, witness);
        this.disk = new FragileDisk(reader::read, this::diskRefused);
    }

    int number() {
        return number;
    }

    SimulatedComputer computer() {
        return machine.clocks();
    }

    Wire wire() {
        return machine.wire();
    }

    Witness witness() {
        return witness;
    }

    JournalReader reader() {
        return reader;
    }

    FragileDisk disk() {
        return disk;
    }

    Path folder() {
        return folder;
    }

    boolean isOn() {
        return core != null;
    }

    boolean isAwake() {
        return awake;
    }

    boolean isDiskFull() {
        return disk.isFull();
    }

    /// Who sits here.
    String user() {
        return user;
    }

    /// Whether nothing goes to the server before somebody signs in.
    boolean mustSignIn() {
        return core != null
                && (core.account().isEmpty()
                        || status == null
                        || status.state() == SyncStatus.State.SIGN_IN_NEEDED);
    }

    /// Somebody signs in, and sits here from now on.
    void signIn(String username) {
        String refused = ask(core -> core.signIn(SERVER, username, "secret"));
        sitDown();
        if (refused != null || core == null) {
            world.story().tell("  desk %d, %s: %s".formatted(number, username, refused));
        }
    }

    /// Whom the program knows is who works with it; a crash inside a sign-in, or an old copy of its
    /// folder, decides that as well.
    private void sitDown() {
        String _ =
                ask(running -> {
                    running.account().ifPresent(account -> user = account.username());
                    return CompletableFuture.completedFuture(null);
                });
    }

    /// When a server last answered it well.
    long answeredAt() {
        return answeredAt;
    }

    void answered(long now) {
        answeredAt = now;
    }

    @Nullable TimerSnapshot shown() {
        return shown;
    }

    @Nullable SyncStatus status() {
        return status;
    }

    void setDiskFull(boolean full) {
        disk.setFull(full);
    }

    void setAwake(boolean isAwake) {
        awake = isAwake;
    }

    void setSomebodyThere(boolean there) {
        somebodyThere = there;
    }

    void changeNetwork() {
        machine.changeNetwork();
    }

    /// Starts the program.
    void boot() {
        machine.startAnew();
        disk = disk.forNextProcess();
        awake = true;
        try {
            core =
                    DesktopCore.open(
                            new DesktopConfig(null, folder, IDLE, true),
                            new Surroundings(
                                    machine.with(disk), s -> shown = s, s -> status = s, true));
            reader.read(disk.real());
            sitDown();
        } catch (Crash _) {
            ended("while it started");
        } catch (StorageFailure e) {
            refused(e);
        }
    }

    private void refused(StorageFailure failure) {
        if (!disk.isFull()) {
            world.story().violated("the program starts", String.valueOf(failure.getCause()));
        }
    }

    private void diskRefused() {
        world.story().count("fault", "disk full at a desk");
        witness.diskRefused(world.now());
    }

    /// What is due on the program's threads.
    void runDue() {
        if (somebodyThere && awake) {
            type();
        }
        if (core == null || !awake) {
            return;
        }
        try {
            machine.runDue();
        } catch (Crash _) {
            ended("at its disk");
        }
    }

    void type() {
        machine.clocks().type();
        witness.typed(world.now());
    }

    /// Somebody clicks.
    ///
    /// @return why it did not go, or null where it did or the program ended over it
    @Nullable String click(Function<TimerActions, CompletableFuture<?>> action) {
        type();
        return ask(running -> action.apply(running.timer()));
    }

    /// Asks the program for something.
    @Nullable String ask(Function<DesktopCore, CompletableFuture<?>> action) {
        if (core == null) {
            return "it is off";
        }
        try {
            Object _ = action.apply(core).join();
            return null;
        } catch (CompletionException e) {
            if (!disk.isDead()) {
                return String.valueOf(e.getCause());
            }
            ended("over a click");
            return null;
        } catch (Crash _) {
            ended("over a click");
            return null;
        }
    }

    /// The program is ended as its user ends it.
    void quit() {
        if (core != null) {
            try {
                core.close();
                core = null;
                witness.ended(world.now());
            } catch (Crash _) {
                ended("while it was quitting");
            } catch (RuntimeException e) {
                if (!disk.isFull() && !disk.isDead()) {
                    world.story().violated("the program ends", String.valueOf(e));
                }
                core = null;
                witness.ended(world.now());
            }
        }
    }

    /// The process ends without a word.
    void crash() {
        if (core != null) {
            letGo();
        }
    }

    private void ended(String where) {
        world.story().count("fault", "crash " + where);
        world.story().tell("desk %d: the program ended %s".formatted(number, where));
        letGo();
    }

    private void letGo() {
        disk.die();
        DesktopCore ended = core;
        core = null;
        shown = null;
        try {
            if (ended != null) {
                ended.close();
            }
        } catch (Crash | RuntimeException _) {
            // It is dead; only its files had to be let go.
        }
        witness.ended(world.now());
        // A process that was killed has left its lock file as it was.
        Copies.write(folder.resolve("desktop.lock"), "1 x");
    }
}
