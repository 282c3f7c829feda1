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
import org.tutortimes.server.pages.UnitView.Clock;
import org.tutortimes.server.pages.Words;

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

    static BoardView.Figures figures(Board.Counts counts) {
        int missing = counts.students() - counts.joined();
        return new BoardView.Figures(
                counts.connected(),
                counts.students(),
                counts.disconnected(),
                missing,
                counts.working(),
                counts.submitted(),
                counts.highlights(),
                List.of(
                        percent(counts.connected(), counts.students()),
                        percent(missing, counts.students()),
                        percent(counts.disconnected(), counts.students())));
    }

    private static double percent(int part, int whole) {
        return whole == 0 ? 0 : Math.round(1_000.0 * part / whole) / 10.0;
    }

    static List<BoardView.Row> rows(Board board, ZoneId zone) {
        return board.students().stream().map(student -> row(student, zone)).toList();
    }

    private static BoardView.Row row(Board.Student student, ZoneId zone) {
        Instant joined = student.joinedAt();
        Instant heard = student.lastActivity();
        Instant submitted = student.submittedAt();
        String here =
                student.isConnected()
                        ? "Here"
                        : student.isDisconnected() ? "Disconnected" : "Not here yet";
        return new BoardView.Row(
                student.studentId(),
                student.name(),
                student.isConnected() ? "on" : student.isDisconnected() ? "gone" : "later",
                here,
                joined == null ? "" : Words.time(joined, zone),
                heard == null ? "" : SessionWords.toTheSecond(heard, zone),
                SessionWords.attempt(student.attemptStatus())
                        + (submitted == null ? "" : " " + Words.time(submitted, zone)),
                student.attemptId(),
                student.highlights());
    }
}
