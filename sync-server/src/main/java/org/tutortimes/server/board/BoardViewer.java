package org.tutortimes.server.board;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.wire.Json;
import org.tutortimes.server.live.LiveEvent;
import org.tutortimes.server.live.Viewer;

/// Sends the whole board first and then only what differs from what was sent: of the students those
/// who changed, and who is on the board no more.
final class BoardViewer implements Viewer {

    private final UUID sessionId;
    private final InstantSource clock;
    private final LongFunction<Board> boards;
    private @Nullable Board sent;

    BoardViewer(UUID sessionId, InstantSource clock, LongFunction<Board> boards) {
        this.sessionId = sessionId;
        this.clock = clock;
        this.boards = boards;
    }

    @Override
    public List<LiveEvent> news(long version) {
        Board board = boards.apply(version);
        Board before = sent;
        sent = board;
        Map<String, Object> parts = before == null ? whole(board) : changed(before, board);
        if (parts.isEmpty()) {
            return List.of();
        }
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("class_session_id", sessionId);
        data.put("at", clock.instant());
        data.putAll(parts);
        return List.of(new LiveEvent(before == null ? "snapshot" : "change", Json.write(data)));
    }

    private static Map<String, Object> whole(Board board) {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("session", board.session());
        parts.put("counts", board.counts());
        parts.put("students", board.students());
        return parts;
    }

    private static Map<String, Object> changed(Board before, Board board) {
        Map<String, Object> parts = new LinkedHashMap<>();
        if (!before.session().equals(board.session())) {
            parts.put("session", board.session());
        }
        if (!before.counts().equals(board.counts())) {
            parts.put("counts", board.counts());
        }
        Map<Long, Board.Student> known = new HashMap<>();
        before.students().forEach(student -> known.put(student.studentId(), student));
        List<Board.Student> students =
                board.students().stream()
                        .filter(student -> !student.equals(known.remove(student.studentId())))
                        .toList();
        if (!students.isEmpty()) {
            parts.put("students", students);
        }
        if (!known.isEmpty()) {
            parts.put("gone", known.keySet().stream().sorted().toList());
        }
        return parts;
    }
}
