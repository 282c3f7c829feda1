package org.tutortimes.server.attempts;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.classes.ClassSessionState;
import org.tutortimes.model.classes.Participant;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.classes.ClassSession;
import org.tutortimes.server.classes.ClassSessionStore;
import org.tutortimes.server.classes.ClassSessions;
import org.tutortimes.server.classes.SeenClass;
import org.tutortimes.server.database.Locks;

/// Who may begin an attempt, and when.
final class Beginnings {

    private Beginnings() {}

    /// The attempt that is open already in place of this new one; null where there is none and it
    /// may begin.
    static @Nullable Attempt known(Handle handle, Caller caller, Attempt attempt) {
        UUID sessionId = attempt.classSessionId();
        if (sessionId == null) {
            Locks.users(handle, List.of(caller.userId()));
        } else {
            Locks.classSession(handle, sessionId);
            refuseAbsent(handle, caller, sessionId);
        }
        refuseForeignTask(handle, attempt);
        Attempt known =
                (sessionId == null
                                ? AttemptStore.openAlone(
                                        handle, caller.userId(), attempt.testId(), attempt.taskId())
                                : AttemptStore.inSession(handle, sessionId, caller.userId()))
                        .orElse(null);
        if (known == null) {
            refuseTaken(handle, attempt);
        } else if (!known.isOpen()) {
            throw new Refused(Attempts.over(known));
        }
        return known;
    }

    /// Notes with the participant of a class session what they work on.
    static void note(Handle handle, Attempt attempt) {
        UUID sessionId = attempt.classSessionId();
        if (sessionId != null) {
            ClassSession session = ClassSessions.existing(handle, sessionId);
            ClassSessionStore.attend(
                    handle,
                    sessionId,
                    session.participants().stream()
                            .map(each ->
                                    each.studentId() == attempt.studentId()
                                            ? each.working(attempt.id())
                                            : each)
                            .toList());
        }
    }

    private static void refuseAbsent(Handle handle, Caller caller, UUID sessionId) {
        ClassSession session = ClassSessions.existing(handle, sessionId);
        ClassSessions.refuseOthers(SeenClass.ofSession(handle, caller, session));
        if (session.status() != ClassSessionState.IN_PROGRESS) {
            throw wrongState(
                    session.status().isOver()
                            ? "The class session is over."
                            : "The class session has not started yet.",
                    "wrong_state",
                    session);
        }
        if (session.participant(caller.userId()).map(Participant::studentId).isEmpty()) {
            throw wrongState("Join the class session first.", "not_joined", session);
        }
    }

    private static Refused wrongState(String sentence, String code, ClassSession session) {
        return new Refused(
                new Refusal.WrongState(sentence, code, Map.of("status", session.status())));
    }

    private static void refuseForeignTask(Handle handle, Attempt attempt) {
        Long taskId = attempt.taskId();
        if (taskId != null
                && AttemptStore.unitOfTask(handle, taskId, attempt.studentId()).isEmpty()) {
            throw new Refused(new Refusal.AgainstRule("You have no such task.", "unknown_task"));
        }
    }

    private static void refuseTaken(Handle handle, Attempt attempt) {
        if (AttemptStore.one(handle, attempt.id()).isPresent()) {
            throw new Refused(
                    new Refusal.WrongState(
                            "There is an attempt with this id already.",
                            "id_taken",
                            Map.of("id", attempt.id())));
        }
    }
}
