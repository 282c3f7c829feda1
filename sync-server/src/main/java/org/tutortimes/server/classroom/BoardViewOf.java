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
import org.tutortimes.server.language.Words;
import org.tutortimes.server.pages.Clock;

/// Turns a board into words.
final class BoardViewOf {

    private BoardViewOf() {}

    /// How far the class session is.
    static BoardView.State state(ClassSession session, ZoneId zone, Instant now, Words words) {
        return new BoardView.State(
                session.status().wireName(),
                SessionWords.sign(session.status()),
                SessionWords.state(session.status(), words),
                SessionWords.times(session, zone, now, words),
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

    static BoardView.Figures figures(Board board, Words words) {
        Board.Counts counts = board.counts();
        int all = counts.students();
        boolean isOver = board.session().progress().status().isOver();
        return new BoardView.Figures(
                words.text(isOver ? "classroom.board.took-part" : "classroom.board.here-now"),
                isOver ? counts.joined() : counts.connected(),
                all,
                counts.working(),
                counts.submitted(),
                counts.highlights(),
                isOver ? partsAfter(counts, words) : partsNow(counts, words));
    }

    private static List<BoardView.Part> partsNow(Board.Counts counts, Words words) {
        int all = counts.students();
        int here = counts.connected();
        int missing = all - counts.joined();
        int gone = counts.disconnected();
        return List.of(
                part("with", words.text("classroom.board.part.here", here), here, all),
                part(
                        "without",
                        words.text("classroom.board.part.not-here-yet", missing),
                        missing,
                        all),
                part("missing", words.text("classroom.board.part.disconnected", gone), gone, all));
    }

    private static List<BoardView.Part> partsAfter(Board.Counts counts, Words words) {
        int all = counts.students();
        int submitted = counts.submitted();
        int missing = all - counts.joined();
        int unfinished = counts.joined() - submitted;
        return List.of(
                part(
                        "with",
                        words.text("classroom.board.part.submitted", submitted),
                        submitted,
                        all),
                part(
                        "without",
                        words.text("classroom.board.part.was-not-here", missing),
                        missing,
                        all),
                part(
                        "missing",
                        words.text("classroom.board.part.not-submitted", unfinished),
                        unfinished,
                        all));
    }

    private static BoardView.Part part(String key, String words, int count, int all) {
        return new BoardView.Part(key, words, percent(count, all));
    }

    private static double percent(int part, int whole) {
        return whole == 0 ? 0 : Math.round(1_000.0 * part / whole) / 10.0;
    }

    static List<BoardView.Row> rows(Board board, ZoneId zone, Words words) {
        boolean isOver = board.session().progress().status().isOver();
        return board.students().stream().map(student -> row(student, isOver, zone, words)).toList();
    }

    private static BoardView.Row row(
            Board.Student student, boolean isOver, ZoneId zone, Words words) {
        Instant joined = student.joinedAt();
        Instant heard = student.lastActivity();
        Instant submitted = student.submittedAt();
        Here here = isOver ? Here.after(student) : Here.now(student);
        return new BoardView.Row(
                student.studentId(),
                student.name(),
                here.sign(),
                words.text(here.key()),
                joined == null ? "" : words.time(joined, zone),
                heard == null ? "" : words.timeToTheSecond(heard, zone),
                SessionWords.attempt(
                        student.attemptStatus(),
                        submitted == null ? null : words.time(submitted, zone),
                        words),
                student.attemptId(),
                student.highlights());
    }

    /// Whether a student is, or was, there: by shape and word.
    ///
    /// @param key of the word
    private record Here(String sign, String key) {

        static Here now(Board.Student student) {
            if (student.isConnected()) {
                return new Here("on", "classroom.here");
            }
            return student.isDisconnected()
                    ? new Here("gone", "classroom.here.disconnected")
                    : new Here("later", "classroom.here.not-yet");
        }

        static Here after(Board.Student student) {
            return student.joinedAt() == null
                    ? new Here("off", "classroom.here.was-not")
                    : new Here("done", "classroom.here.took-part");
        }
    }
}
