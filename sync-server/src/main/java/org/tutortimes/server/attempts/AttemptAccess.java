package org.tutortimes.server.attempts;

import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.classes.ClassSessionStore;
import org.tutortimes.server.classes.ClassSessions;
import org.tutortimes.server.classes.SeenClass;
import org.tutortimes.server.units.RoleStore;

/// Who sees an attempt: its student, those who run its class, or else convene the unit of its task,
/// and administrators.
final class AttemptAccess {

    private AttemptAccess() {}

    /// The attempt, without what is highlighted in it.
    ///
    /// @throws Refused to whom it is invisible
    static Attempt seen(Handle handle, Caller caller, UUID id) {
        return AttemptStore.one(handle, id)
                .filter(attempt ->
                        attempt.studentId() == caller.userId()
                                || caller.admin()
                                || runsClass(handle, caller, attempt)
                                || convenes(handle, caller, attempt))
                .orElseThrow(() -> new Refused(new Refusal.NotFound(Attempts.WHAT)));
    }

    /// Refuses a student who is in the class no more.
    static void refuseRemoved(Handle handle, Caller caller, Attempt attempt) {
        UUID sessionId = attempt.classSessionId();
        if (sessionId != null) {
            ClassSessions.refuseOthers(
                    SeenClass.ofSession(handle, caller, ClassSessions.existing(handle, sessionId)));
        }
    }

    private static boolean runsClass(Handle handle, Caller caller, Attempt attempt) {
        UUID sessionId = attempt.classSessionId();
        return sessionId != null
                && ClassSessionStore.one(handle, sessionId)
                        .filter(session -> SeenClass.runs(handle, caller, session))
                        .isPresent();
    }

    private static boolean convenes(Handle handle, Caller caller, Attempt attempt) {
        Long taskId = attempt.taskId();
        return taskId != null
                && AttemptStore.unitOfTask(handle, taskId, attempt.studentId())
                        .filter(unit -> RoleStore.convenes(handle, caller.userId(), unit))
                        .isPresent();
    }
}
