package org.tutortimes.server.board;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.classes.Participant;
import org.tutortimes.server.access.Authentication;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.classes.ClassSession;
import org.tutortimes.server.classes.ClassSessions;
import org.tutortimes.server.classes.ClassStore;
import org.tutortimes.server.classes.SeenClass;
import org.tutortimes.server.classes.TeachingClass;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.live.LatestContent;

/// Puts boards together, once per change however many watch.
public final class Boards {

    private final Database database;
    private final Authentication authentication;
    private final LatestContent<UUID, Board> latest = new LatestContent<>();

    public Boards(Database database, Authentication authentication) {
        this.database = database;
        this.authentication = authentication;
    }

    /// The board as it is now, for whoever runs the class.
    ///
    /// @throws org.tutortimes.server.Refused to anybody else
    public Board read(Caller caller, UUID sessionId) {
        return database.read(handle -> {
            ClassSession session = ClassSessions.existing(handle, sessionId);
            return board(handle, session, SeenClass.runOfSession(handle, caller, session));
        });
    }

    /// The board of this version of the class session, or of a later one, whoever watches.
    public Board latest(UUID sessionId, long version) {
        return latest.get(
                sessionId,
                version,
                () ->
                        database.read(handle -> {
                            ClassSession session = ClassSessions.existing(handle, sessionId);
                            return board(handle, session, ClassStore.ofSession(handle, session));
                        }));
    }

    /// Whether a caller, by the same token as before, is still signed in and still runs the class.
    public boolean mayStillWatch(Caller before, String token, UUID sessionId) {
        return authentication
                .callerOf(token, before.address())
                .filter(caller ->
                        database.read(handle ->
                                SeenClass.runs(
                                        handle, caller, ClassSessions.existing(handle, sessionId))))
                .isPresent();
    }

    private static Board board(Handle handle, ClassSession session, TeachingClass teachingClass) {
        Map<Long, Participant> participants = new HashMap<>();
        session.participants().forEach(each -> participants.put(each.studentId(), each));
        Set<Long> ids = new LinkedHashSet<>(teachingClass.enrolled());
        ids.addAll(participants.keySet());
        Map<Long, String> names = BoardStore.names(handle, List.copyOf(ids));
        Map<Long, BoardStore.Work> attempts = BoardStore.attempts(handle, session.id());
        List<Board.Student> students = new ArrayList<>();
        for (long id : ids) {
            students.add(
                    student(
                            id,
                            names.getOrDefault(id, Long.toString(id)),
                            participants.get(id),
                            attempts.get(id)));
        }
        students.sort(
                Comparator.comparing(Board.Student::name, String.CASE_INSENSITIVE_ORDER)
                        .thenComparingLong(Board.Student::studentId));
        return new Board(
                new Board.Sitting(
                        session.id(), session.classId(), session.title(), session.progress()),
                Board.Counts.of(students),
                students);
    }

    private static Board.Student student(
            long id,
            String name,
            @Nullable Participant participant,
            BoardStore.@Nullable Work work) {
        return new Board.Student(
                id,
                name,
                participant == null ? null : participant.connectionStatus(),
                participant == null ? null : participant.joinedAt(),
                participant == null ? null : participant.lastActivity(),
                work == null ? null : work.id(),
                work == null ? null : work.status(),
                work == null ? null : work.submittedAt(),
                work == null ? 0 : work.highlights());
    }
}
