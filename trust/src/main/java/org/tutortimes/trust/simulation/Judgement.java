package org.tutortimes.trust.simulation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tutortimes.desktop.sync.SyncStatus;
import org.tutortimes.trust.machine.Story;
import org.tutortimes.trust.oracle.DeskState;
import org.tutortimes.trust.oracle.NaiveSession;
import org.tutortimes.trust.oracle.NaiveUnitRole;
import org.tutortimes.trust.oracle.Recorded;
import org.tutortimes.trust.oracle.ServerState;
import org.tutortimes.trust.oracle.ServerState.Stored;
import org.tutortimes.trust.oracle.SessionFigures;

/// Whether in the end everything is as the events say, everywhere.
final class Judgement {
    /// As servers' clocks are off by a little, and a computer learns that over a slow network.
    private static final long CLOCKS_DIFFER = 10_000;

    private static final long JUST_AFTER = 10;

    private final World world;
    private final Story story;
    private final ServerState server;

    Judgement(World world) {
        this.world = world;
        this.story = world.story();
        this.server = ServerState.read(world.servers().getFirst().disk().real());
    }

    void give() {
        for (String id : world.watch().acknowledged()) {
            if (!server.events().containsKey(id)) {
                story.violated("an acknowledged event is on the server for ever", id);
            }
        }
        world.desks().forEach(this::desk);
        held();
        server.compare(story::violated);
        List<String> failures = world.servers().getFirst().check();
        if (!failures.isEmpty()) {
            story.violated("check is clean", failures.toString());
        }
        judgeTogether();
    }

    private void desk(Desk desk) {
        DeskState journal = DeskState.read(desk.disk().real());
        String name = "desk " + desk.number() + ": ";
        for (DeskState.Row row : journal.waiting()) {
            story.violated("every outbox drains", name + row + " " + desk.status());
        }
        if (!desk.witness().leftOpen().isEmpty()) {
            story.violated("what a program begins it ends", name + desk.witness().leftOpen());
        }
        for (Recorded event : desk.witness().written()) {
            written(name, event, journal);
        }
        everythingIsThere(name, desk, journal);
        statusIsTrue(name, desk, journal);
        journal.compare(story::violated);
        boolean clocksAreRight =
                world.desks().stream().allMatch(each -> each.computer().wasAlwaysRight());
        new Shown(name, desk, journal, world.now()).judge(story, clocksAreRight);
        if (clocksAreRight) {
            desk.witness().misdated(CLOCKS_DIFFER).stream()
                    .filter(event -> !comesBehindAnother(event))
                    .forEach(event ->
                            story.violated(
                                    "an event bears the time at which it was so",
                                    name + event.json()));
        }
    }

    /// What is learned late of a session is dated just after what others have done to it meanwhile.
    private boolean comesBehindAnother(Recorded event) {
        return server.events().values().stream()
                .map(Stored::event)
                .filter(other -> other.session().equals(event.session()))
                .filter(other -> !other.device().equals(event.device()))
                .mapToLong(other -> event.at() - other.at())
                .anyMatch(behind -> behind > 0 && behind <= JUST_AFTER);
    }

    private void written(String name, Recorded event, DeskState journal) {
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

    private void everythingIsThere(String name, Desk desk, DeskState journal) {
        for (Stored stored : server.events().values()) {
            if (stored.user() == Tutors.id(desk.user())
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

    /// What the window says of the synchronisation, and of what the server did not take.
    private void statusIsTrue(String name, Desk desk, DeskState journal) {
        SyncStatus status = desk.status();
        Set<String> refused =
                journal.rows().entrySet().stream()
                        .filter(row -> row.getValue().answer().equals("refused"))
                        .filter(row -> row.getValue().account().equals(Tutors.account(desk.user())))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet());
        boolean isTrue =
                status != null
                        && status.state() == SyncStatus.State.SYNCED
                        && status.waiting() == 0
                        && refused.equals(
                                status.refused().stream()
                                        .map(each -> each.eventId().toString())
                                        .collect(Collectors.toSet()));
        if (!isTrue) {
            story.violated("what is stuck is shown, and nothing else", name + status + refused);
        }
    }

    private void held() {
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

    private void judgeTogether() {
        for (NaiveUnitRole role : server.replayed()) {
            for (Recorded event : role.endedNowhere()) {
                story.violated("what gives way ends where another begins", event.json().toString());
            }
            for (NaiveSession session : role.sessions()) {
                story.count("status", role.status(session));
                SessionFigures.of(role, session).flags().forEach(flag -> story.count("flag", flag));
                session.conflicts().forEach(kind -> story.count("conflict", kind));
            }
        }
    }
}
