package org.tutortimes.server.classroom;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.tutortimes.model.classes.ClassSessionState.Step;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.access.AccessControl;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.board.Board;
import org.tutortimes.server.board.Boards;
import org.tutortimes.server.classes.ClassSession;
import org.tutortimes.server.classes.ClassSessionRoutes;
import org.tutortimes.server.classes.ClassSessions;
import org.tutortimes.server.classes.TeachingClass;
import org.tutortimes.server.live.Beat;
import org.tutortimes.server.live.LatestContent;
import org.tutortimes.server.live.LiveStreams;
import org.tutortimes.server.live.Topic;
import org.tutortimes.server.pages.PageFrame;

/// The board of a class session: what those who run it watch, and where they open, start and end
/// it.
final class BoardPage {

    private final ClassSessions sessions;
    private final Boards boards;
    private final Teaching teaching;
    private final LiveStreams streams;
    private final InstantSource clock;
    private final PageFrame frame;
    private final LatestContent<UUID, BoardPageViewer.Parts> contents = new LatestContent<>();

    BoardPage(ClassroomRoutes.Parts parts, Teaching teaching, PageFrame frame) {
        this.sessions = parts.sessions();
        this.boards = parts.boards();
        this.streams = parts.streams();
        this.clock = parts.clock();
        this.teaching = teaching;
        this.frame = frame;
    }

    void show(Context context, TeachingClass teachingClass, ClassSession session) {
        Caller caller = AccessControl.caller(context);
        ZoneId zone = teaching.zoneOf(teachingClass.unitId());
        Board board = boards.read(caller, session.id());
        BoardView view =
                new BoardView(
                        session.id(),
                        teachingClass.id(),
                        teachingClass.name(),
                        teachingClass.unitId(),
                        session.title(),
                        zone.getId(),
                        clock.millis(),
                        context.scheme() + "://" + context.host() + context.path(),
                        session.progress().startedAt() == null && !session.status().isOver(),
                        !teachingClass.isActive(),
                        SessionWords.count(session.plan().passages().size(), "passage", "passages"),
                        BoardViewOf.state(session, zone, clock.instant()),
                        BoardViewOf.figures(board),
                        BoardViewOf.rows(board, zone));
        frame.show(
                context,
                "classroom/board",
                teaching.shell(context, session.title(), teachingClass.unitId()),
                Map.of("view", view));
    }

    void stream(Context context, TeachingClass teachingClass, UUID id) {
        Caller caller = AccessControl.caller(context);
        String token = AccessControl.token(context);
        ZoneId zone = teaching.zoneOf(teachingClass.unitId());
        streams.serve(
                context,
                Topic.classSession(id),
                Beat.TIME,
                () -> boards.mayStillWatch(caller, token, id),
                new BoardPageViewer(
                        version -> contents.get(id, version, () -> parts(id, version, zone))));
    }

    /// For whoever watches: that they may is looked at apart from this.
    private BoardPageViewer.Parts parts(UUID id, long version, ZoneId zone) {
        Board board = boards.latest(id, version);
        Map<String, String> sections = new LinkedHashMap<>();
        sections.put(
                "state",
                frame.render(
                        "classroom/boardState",
                        org.tutortimes.server.language.Words.in(
                                org.tutortimes.server.language.Language.ENGLISH),
                        Map.of(
                                "state",
                                BoardViewOf.state(sessions.known(id), zone, clock.instant()))));
        sections.put(
                "figures",
                frame.render(
                        "classroom/figures",
                        org.tutortimes.server.language.Words.in(
                                org.tutortimes.server.language.Language.ENGLISH),
                        Map.of("figures", BoardViewOf.figures(board))));
        List<BoardView.Row> rows = BoardViewOf.rows(board, zone);
        Map<Long, String> rendered = new LinkedHashMap<>();
        rows.forEach(row ->
                rendered.put(
                        row.id(),
                        frame.render(
                                "classroom/row",
                                org.tutortimes.server.language.Words.in(
                                        org.tutortimes.server.language.Language.ENGLISH),
                                Map.of("row", row))));
        return new BoardPageViewer.Parts(
                sections,
                rendered,
                frame.render(
                        "classroom/roster",
                        org.tutortimes.server.language.Words.in(
                                org.tutortimes.server.language.Language.ENGLISH),
                        Map.of("rows", rows)));
    }

    /// Opens, starts, completes or cancels it, and shows what has become of it: where another was
    /// quicker, the board says all.
    void move(Context context, Step step) {
        UUID id = ClassSessionRoutes.id(context);
        try {
            sessions.move(AccessControl.caller(context), id, step);
        } catch (Refused e) {
            if (!(e.refusal() instanceof Refusal.WrongState state)
                    || !Set.of("wrong_state", "class_archived").contains(state.code())) {
                throw e;
            }
        }
        context.redirect("/class-sessions/" + id, HttpStatus.SEE_OTHER);
    }
}
