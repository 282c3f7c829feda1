package org.tutortimes.trust.simulation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.tutortimes.desktop.timer.TimerActions;
import org.tutortimes.trust.oracle.DeskState;
import org.tutortimes.trust.oracle.NaiveSession;
import org.tutortimes.trust.oracle.NaiveUnitRole;
import org.tutortimes.trust.oracle.Recorded;
import org.tutortimes.trust.oracle.ServerState;
import org.tutortimes.trust.oracle.ServerState.Stored;

/// When all troubles stop: everything must find its way to the server by itself, and then
/// everything must be as the events say, everywhere.
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
            judge();
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
            if (waiting(desk).stream().anyMatch(row -> row.account().startsWith(id(user)))) {
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
                                .anyMatch(row -> row.account().startsWith(id(desk.user()))));
    }

    private static String id(String user) {
        return (user.equals("tia") ? 1 : 2) + "@";
    }

    private void judge() {
        ServerState server = ServerState.read(world.servers().getFirst().disk().real());
        Set<String> acknowledged = world.watch().acknowledged();
        for (String id : acknowledged) {
            if (!server.events().containsKey(id)) {
                story.violated("an acknowledged event is on the server for ever", id);
            }
        }
        for (Desk desk : world.desks()) {
            judge(desk, server);
        }
        judgeHeld(server);
        server.compare(story::violated);
        List<String> failures = world.servers().getFirst().check();
        if (!failures.isEmpty()) {
            story.violated("check is clean", failures.toString());
        }
        countConflicts(server);
    }

    private void judge(Desk desk, ServerState server) {
        DeskState journal = DeskState.read(desk.disk().real());
        String name = "desk " + desk.number() + ": ";
        for (DeskState.Row row : journal.waiting()) {
            story.violated("every outbox drains", name + row + " " + desk.status());
        }
        if (!desk.witness().leftOpen().isEmpty()) {
            story.violated("what a program begins it ends", name + desk.witness().leftOpen());
        }
        for (Recorded event : desk.witness().written()) {
            judge(name, event, journal, server);
        }
        String account = id(desk.user());
        for (Stored stored : server.events().values()) {
            if (account.equals(stored.user() + "@")
                    && !journal.rows().containsKey(stored.event().id())) {
                story.violated(
                        "every node has all of its tutor's events",
                        name + "lacks " + stored.event().json() + " " + desk.status());
            }
        }
        for (DeskState.Row row : journal.rows().values()) {
            Stored stored = server.events().get(row.event().id());
            if (stored != null && !row.account().startsWith(stored.user() + "@")) {
                story.violated("nobody gets another's events", name + row.event().json());
            }
        }
    }

    private void judge(String name, Recorded event, DeskState journal, ServerState server) {
        DeskState.Row row = journal.rows().get(event.id());
        if (row == null) {
            story.violated("a committed event stays in its journal", name + event.json());
            return;
        }
        if (row.answer().equals("refused")) {
            if (event.json().has("session_id")) {
                story.violated(
                        "only what is no event is refused", name + row.code() + " " + event.json());
            }
            return;
        }
        Stored stored = server.events().get(event.id());
        if (stored == null) {
            story.violated("a committed event reaches the server", name + event.json());
        } else if (!stored.event().json().equals(event.json())) {
            story.violated(
                    "an event arrives as it was written",
                    name + event.json() + " became " + stored.event().json());
        }
    }

    private void judgeHeld(ServerState server) {
        for (Stored stored : server.events().values()) {
            boolean startIsThere =
                    server.events().values().stream()
                            .anyMatch(other ->
                                    other.inForce()
                                            && other.event().is("started")
                                            && other.event()
                                                    .session()
                                                    .equals(stored.event().session()));
            boolean mayWait =
                    stored.inForce()
                            || stored.event().is("rated")
                            || (stored.heldCode().equals("waiting_for_start") && !startIsThere);
            if (!mayWait) {
                story.violated(
                        "what is held is applied when the reason is gone",
                        stored.heldCode() + " " + stored.event().json());
            }
        }
    }

    private void countConflicts(ServerState server) {
        for (Map.Entry<Long, NaiveUnitRole> role : server.replayed().entrySet()) {
            for (NaiveSession session : role.getValue().sessions()) {
                story.count("status", role.getValue().status(session));
                if (session.recorded() > role.getValue().counted(session) && !session.deleted()) {
                    story.count("conflict", "overlap");
                }
                session.conflicts().forEach(kind -> story.count("conflict", kind));
            }
        }
    }
}
