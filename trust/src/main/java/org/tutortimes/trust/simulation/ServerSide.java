package org.tutortimes.trust.simulation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.replay.SessionAnswer;
import org.tutortimes.model.timer.MarkingTarget;
import org.tutortimes.model.timer.PauseReason;
import org.tutortimes.model.timer.Segment;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.database.Sql;
import org.tutortimes.server.timer.EnteredTime;
import org.tutortimes.trust.machine.FragileDisk;
import org.tutortimes.trust.machine.SimulatedServer;
import org.tutortimes.trust.machine.Story;

/// What happens to the servers, and what people do in a browser.
final class ServerSide {
    private static final Caller TIA = new Caller(1, "tia", "Tia", false, "t", "192.0.2.1");
    private static final Caller TOM = new Caller(2, "tom", "Tom", false, "t", "192.0.2.1");
    private static final Caller CORA = new Caller(3, "cora", "Cora", false, "t", "192.0.2.3");
    private static final Caller ADA = new Caller(4, "ada", "Ada", true, "t", "192.0.2.4");

    private final World world;
    private final Story story;

    ServerSide(World world) {
        this.world = world;
        this.story = world.story();
    }

    void trouble(Deed deed, Random draw) {
        SimulatedServer server = world.servers().get(draw.nextInt(world.servers().size()));
        switch (deed) {
            case SERVER_CRASH -> {
                if (server.isUp()) {
                    server.crash();
                    story.count("fault", "server crash");
                }
            }
            case SERVER_CRASH_AT_COMMIT ->
                    server.disk()
                            .crashAt(
                                    new FragileDisk.CrashPoint(
                                            draw.nextInt(3), draw.nextBoolean()));
            case SERVER_START -> {
                if (!server.isUp()) {
                    server.start();
                }
            }
            case SERVER_FILL_DISK -> server.disk().setFull(true);
            case SERVER_FREE_DISK -> server.disk().setFull(false);
            case TOKENS_END ->
                    change(
                            server,
                            "DELETE FROM auth_tokens WHERE user_id = " + draw.nextInt(1, 3),
                            "tokens end");
            case ROLE_LOST ->
                    change(
                            server,
                            "UPDATE unit_roles SET active = 0 WHERE active = 1 AND id = "
                                    + (draw.nextBoolean() ? 101 : 110),
                            "role lost");
            case ROLE_BACK -> change(server, "UPDATE unit_roles SET active = 1");
            case TASK_IMPORTED -> importTask(server);
            default -> throw new IllegalStateException();
        }
    }

    void importTask(SimulatedServer server) {
        change(server, "UPDATE server_identity SET reference_revision = 2");
        change(
                server,
                """
                INSERT INTO tasks (id, project_id, task_definition_id, status, changed_in)
                VALUES (9001, 1000, 500, 'ready_for_feedback', 2) ON CONFLICT DO NOTHING
                """);
    }

    void change(SimulatedServer server, String sql) {
        change(server, sql, null);
    }

    /// @param fault what it is where it changes anything, or null
    private void change(SimulatedServer server, String sql, @Nullable String fault) {
        int[] rows = new int[1];
        boolean done =
                server.change((handle, inbox) -> {
                    rows[0] = Sql.update(handle, sql);
                    inbox.releaseHeld(handle, Instant.ofEpochMilli(world.now()));
                });
        if (done && rows[0] > 0 && fault != null) {
            story.count("fault", fault);
        }
    }

    void web(Deed deed, Random draw) {
        SimulatedServer server = world.servers().get(draw.nextInt(world.servers().size()));
        UUID session = someSession(server, deed == Deed.WEB_RESTORE, draw);
        Caller caller = List.of(TIA, TOM, CORA, ADA, TIA).get(draw.nextInt(5));
        if (session == null && deed != Deed.WEB_START && deed != Deed.WEB_ENTER) {
            return;
        }
        Optional<Object> answer = call(server, deed, caller, session, draw);
        String said = answer.map(given -> given.getClass().getSimpleName()).orElse("no answer");
        story.tell("  " + said + " for " + caller.username());
        story.count("web", deed + " " + said);
        if (answer.isPresent() && !(answer.get() instanceof SimulatedServer.Reply)) {
            world.watch().answeredOnline(server.disk().real());
        }
        if (answer.orElse(null) instanceof SessionAnswer changed
                && changed.userId() != caller.userId()
                && !caller.admin()) {
            story.violated(
                    "nobody changes another's time",
                    "%s at %s by %s".formatted(deed, changed.id(), caller.username()));
        }
    }

    private Optional<Object> call(
            SimulatedServer server, Deed deed, Caller caller, @Nullable UUID session, Random draw) {
        UUID id = session == null ? new UUID(0, 0) : session;
        return server.online((timer, entered) ->
                switch (deed) {
                    case WEB_START ->
                            timer.start(TIA, draw.nextBoolean() ? 100 : 110, target(draw), null);
                    case WEB_PAUSE -> timer.pause(caller, id, PauseReason.BY_HAND, null);
                    case WEB_RESUME -> timer.resume(caller, id);
                    case WEB_COMPLETE -> timer.complete(caller, id, submissions(draw));
                    case WEB_DELETE -> timer.delete(caller, id, "by mistake");
                    case WEB_RESTORE -> timer.restore(caller, id);
                    case WEB_CORRECT ->
                            entered.correct(
                                    caller,
                                    id,
                                    new EnteredTime.Change(
                                            past(draw), otherTarget(draw), "forgot to pause"));
                    case WEB_ENTER ->
                            entered.add(
                                    TOM,
                                    new EnteredTime.Entry(
                                            101,
                                            new MarkingTarget.Pile(500),
                                            past(draw),
                                            null,
                                            "on paper",
                                            null));
                    default -> throw new IllegalStateException();
                });
    }

    private static @Nullable Integer submissions(Random draw) {
        return draw.nextBoolean() ? null : draw.nextInt(30);
    }

    /// What it was really about, or null where only its time was wrong.
    private static @Nullable MarkingTarget otherTarget(Random draw) {
        return draw.nextBoolean() ? null : new MarkingTarget.OneTask(9_000);
    }

    private static MarkingTarget target(Random draw) {
        return new MarkingTarget.Pile(draw.nextBoolean() ? 500 : 510);
    }

    /// One or two segments of the last two hours.
    private List<Segment> past(Random draw) {
        Instant end = Instant.ofEpochMilli(world.now()).minusSeconds(draw.nextInt(1, 1_800));
        Instant start = end.minusSeconds(draw.nextInt(1, 3_600));
        Segment late = new Segment(start, end);
        Segment early = new Segment(start.minusSeconds(600), start.minusSeconds(300));
        return draw.nextBoolean() ? List.of(late) : List.of(early, late);
    }

    private static @Nullable UUID someSession(
            SimulatedServer server, boolean deleted, Random draw) {
        List<String> ids = server.lastSessions(deleted);
        return ids.isEmpty() ? null : UUID.fromString(ids.get(draw.nextInt(ids.size())));
    }
}
