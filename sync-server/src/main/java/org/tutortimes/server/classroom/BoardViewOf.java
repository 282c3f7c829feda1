package org.tutortimes.server.classroom;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.classes.ClassSessionState;
import org.tutortimes.server.board.Board;
import org.tutortimes.server.classes.ClassSession;
import org.tutortimes.server.language.Language;
import org.tutortimes.server.language.Words;
import org.tutortimes.server.pages.Clock;

/// Turns a board into words.
final class BoardViewOf {

    private BoardViewOf() {}

    /// How far the class session is.
    static BoardView.State state(ClassSession session, ZoneId zone, Instant now) {
        return new BoardView.State(
                session.status().wireName(),
                SessionWords.sign(session.status()),
                SessionWords.state(session.status()),
                SessionWords.times(session, zone, now),
                clock(session, now));
    }

    private static @Nullable Clock clock(ClassSession session, Instant now) {
        Instant started = session.progress().startedAt();
        if (session.status() != ClassSessionState.IN_PROGRESS || started == null) {
            return null;
        }
        long seconds = Math.max(0, Duration.between(started, now).toSeconds());
        return new Clock(
                0,
                Long.toString(started.toEpochMilli()),
                String.format(
                        Locale.ROOT,
                        "%d:%02d:%02d",
                        seconds / 3_600,
                        seconds / 60 % 60,
                        seconds % 60));
    }

    static BoardView.Figures figures(Board board) {
        Board.Counts counts = board.counts();
        int all = counts.students();
        int missing = all - counts.joined();
        boolean isOver = board.session().progress().status().isOver();
        return new BoardView.Figures(
                isOver ? "Took part" : "Here now",
                isOver ? counts.joined() : counts.connected(),
                all,
                counts.working(),
                counts.submitted(),
                counts.highlights(),
                isOver
                        ? List.of(
                                part("with", counts.submitted(), "submitted", all),
                                part("without", missing, "not here", all),
                                part(
                                        "missing",
                                        counts.joined() - counts.submitted(),
                                        "not submitted",
                                        all))
                        : List.of(
                                part("with", counts.connected(), "here", all),
                                part("without", missing, "not here yet", all),
                                part("missing", counts.disconnected(), "disconnected", all)));
    }

    private static BoardView.Part part(String key, int count, String words, int all) {
        return new BoardView.Part(key, count + " " + words, percent(count, all));
    }

    private static double percent(int part, int whole) {
        return whole == 0 ? 0 : Math.round(1_000.0 * part / whole) / 10.0;
    }

    static List<BoardView.Row> rows(Board board, ZoneId zone) {
        boolean isOver = board.session().progress().status().isOver();
        return board.students().stream().map(student -> row(student, isOver, zone)).toList();
    }

    private static BoardView.Row row(Board.Student student, boolean isOver, ZoneId zone) {
        Instant joined = student.joinedAt();
        Instant heard = student.lastActivity();
        Instant submitted = student.submittedAt();
        Here here = isOver ? Here.after(student) : Here.now(student);
        return new BoardView.Row(
                student.studentId(),
                student.name(),
                here.sign(),
                here.words(),
                joined == null ? "" : Words.in(Language.ENGLISH).time(joined, zone),
                heard == null ? "" : SessionWords.toTheSecond(heard, zone),
                SessionWords.attempt(student.attemptStatus())
                        + (submitted == null
                                ? ""
                                : " " + Words.in(Language.ENGLISH).time(submitted, zone)),
                student.attemptId(),
                student.highlights());
    }

    /// Whether a student is, or was, there: by shape and word.
    private record Here(String sign, String words) {

        static Here now(Board.Student student) {
            if (student.isConnected()) {
                return new Here("on", "Here");
            }
            return student.isDisconnected()
                    ? new Here("gone", "Disconnected")
                    : new Here("later", "Not here yet");
        }

        static Here after(Board.Student student) {
            return student.joinedAt() == null
                    ? new Here("off", "Was not here")
                    : new Here("done", "Took part");
        }
    }
}
