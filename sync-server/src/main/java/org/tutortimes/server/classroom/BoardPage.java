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
import org.tutortimes.server.language.Language;
import org.tutortimes.server.language.Words;
import org.tutortimes.server.live.Beat;
import org.tutortimes.server.live.LatestContent;
import org.tutortimes.server.live.LiveStreams;
import org.tutortimes.server.live.Topic;
import org.tutortimes.server.pages.PageFrame;
import org.tutortimes.server.pages.PageLanguage;

/// The board of a class session: what those who run it watch, and where they open, start and end
/// it.
final class BoardPage {

    /// What a stream's content depends on, beside the version of the board.
    private record ContentKey(UUID session, Language language) {}

    private final ClassSessions sessions;
    private final Boards boards;
    private final Teaching teaching;
    private final LiveStreams streams;
    private final InstantSource clock;
    private final PageFrame frame;
    private final LatestContent<ContentKey, BoardPageViewer.Parts> contents = new LatestContent<>();

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
        Words words = PageLanguage.words(context);
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
                        words.text("classroom.passages", session.plan().passages().size()),
                        BoardViewOf.state(session, zone, clock.instant(), words),
                        BoardViewOf.figures(board, words),
                        BoardViewOf.rows(board, zone, words));
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
        Words words = PageLanguage.words(context);
        streams.serve(
                context,
                Topic.classSession(id),
                Beat.TIME,
                () -> boards.mayStillWatch(caller, token, id),
                new BoardPageViewer(version ->
                        contents.get(
                                new ContentKey(id, words.language()),
                                version,
                                () -> parts(id, version, zone, words))));
    }

    /// For whoever watches: that they may is looked at apart from this.
    private BoardPageViewer.Parts parts(UUID id, long version, ZoneId zone, Words words) {
        Board board = boards.latest(id, version);
        Map<String, String> sections = new LinkedHashMap<>();
        BoardView.State state = BoardViewOf.state(sessions.known(id), zone, clock.instant(), words);
        sections.put("state", render("boardState", words, Map.of("state", state)));
        sections.put(
                "figures",
                render("figures", words, Map.of("figures", BoardViewOf.figures(board, words))));
        List<BoardView.Row> rows = BoardViewOf.rows(board, zone, words);
        Map<Long, String> rendered = new LinkedHashMap<>();
        rows.forEach(row -> rendered.put(row.id(), render("row", words, Map.of("row", row))));
        return new BoardPageViewer.Parts(
                sections, rendered, render("roster", words, Map.of("rows", rows)));
    }

    private String render(String part, Words words, Map<String, ?> parameters) {
        return frame.render("classroom/" + part, words, parameters);
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
