package org.tutortimes.trust.simulation;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.tutortimes.desktop.timer.TimerActions;
import org.tutortimes.trust.machine.SimulatedServer;
import org.tutortimes.trust.machine.Story;
import org.tutortimes.trust.oracle.DeskState;

/// When all troubles stop: everything must find its way to the server by itself, and is judged
/// then.
final class Ending {
    private static final long MINUTE = 60_000;

    /// The longest that a desktop waits after failures, and what a server may have asked for.
    private static final long LONGEST_WAIT = 5 * MINUTE + 2 * MINUTE;

    private final World world;
    private final Story story;

    Ending(World world) {
        this.world = world;
        this.story = world.story();
    }

    void come() {
        stopTroubles();
        stopWorking();
        settle();
        for (String user : List.of("tia", "tom")) {
            if (signInWhereSomethingWaits(user)) {
                settle();
            }
        }
        if (story.violation() == null) {
            new Judgement(world).give();
        }
    }

    private void stopTroubles() {
        for (SimulatedServer server : world.servers()) {
            server.disk().setFull(false);
            server.disk().crashAt(null);
            if (!server.isUp()) {
                server.start();
            }
        }
        world.deliverAll();
        ServerSide serverSide = new ServerSide(world);
        serverSide.importTask(world.servers().getFirst());
        serverSide.change(world.servers().getFirst(), "UPDATE unit_roles SET active = 1");
        for (Desk desk : world.desks()) {
            desk.wire().clear();
            desk.setDiskFull(false);
            desk.setAwake(true);
            desk.setSomebodyThere(true);
            desk.disk().crashAt(null);
            if (!desk.isOn()) {
                desk.boot();
            }
        }
        world.pass(20_000, 5_000);
    }

    private void stopWorking() {
        for (Desk desk : world.desks()) {
            String _ = desk.click(TimerActions::pause);
        }
    }

    /// On a computer that two share, what one has left behind goes when that one is back.
    ///
    /// @return whether there was any
    private boolean signInWhereSomethingWaits(String user) {
        boolean found = false;
        for (Desk desk : world.desks()) {
            if (waiting(desk).stream()
                    .anyMatch(row -> row.account().equals(Tutors.account(user)))) {
                desk.signIn(user);
                found = true;
            }
        }
        return found;
    }

    private static List<DeskState.Row> waiting(Desk desk) {
        return DeskState.read(desk.disk().real()).waiting();
    }

    /// Nobody clicks any more: what waits must go by itself, and each must fetch what others
    /// brought.
    private void settle() {
        passWhile(this::somethingWaits);
        long drained = world.now();
        passWhile(() -> world.desks().stream().anyMatch(desk -> desk.answeredAt() <= drained));
    }

    private void passWhile(BooleanSupplier unsettled) {
        long end = world.now() + LONGEST_WAIT;
        while (world.now() < end && story.violation() == null && unsettled.getAsBoolean()) {
            world.desks().stream()
                    .filter(Desk::mustSignIn)
                    .forEach(desk -> desk.signIn(desk.user()));
            world.pass(MINUTE / 2, MINUTE / 2);
        }
    }

    private boolean somethingWaits() {
        return world.desks().stream()
                .anyMatch(desk ->
                        waiting(desk).stream()
                                .anyMatch(
                                        row -> row.account().equals(Tutors.account(desk.user()))));
    }
}
