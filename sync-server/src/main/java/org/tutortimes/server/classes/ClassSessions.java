package org.tutortimes.server.classes;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.classes.Attendance;
import org.tutortimes.model.classes.ClassSessionState;
import org.tutortimes.model.classes.ClassSessionState.Step;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.audit.Action;
import org.tutortimes.server.audit.AuditEntry;
import org.tutortimes.server.audit.AuditLog;
import org.tutortimes.server.audit.Subject;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.database.Locks;
import org.tutortimes.server.live.Announcer;
import org.tutortimes.server.live.Topic;
import org.tutortimes.server.request.Page;

/// Class sessions: planned, opened, started and ended by those who run the class, joined by its
/// students.
public final class ClassSessions {

    /// What one is called in a sentence.
    public static final String WHAT = "class session";

    private final Database database;
    private final Announcer announcer;
    private final Supplier<UUID> ids;
    private final Clock clock;

    /// @param ids gives a new id for a class session each time
    public ClassSessions(Database database, Announcer announcer, Supplier<UUID> ids, Clock clock) {
        this.database = database;
        this.announcer = announcer;
        this.ids = ids;
        this.clock = clock;
    }

    /// A class session that is to be.
    ///
    /// @param id null where a new one shall be made
    public record New(@Nullable UUID id, ClassSession.Plan plan) {}

    /// A page of what the caller runs or takes part in.
    List<ClassSession> list(Caller caller, ClassSessionStore.Wanted wanted) {
        return database.read(handle -> ClassSessionStore.list(handle, caller, wanted));
    }

    /// As much of a class session as the caller may see.
    public ClassSession seen(Caller caller, UUID id) {
        return database.read(handle -> {
            ClassSession session = existing(handle, id);
            return SeenClass.ofSession(handle, caller, session).staff()
                    ? session
                    : session.asSeenBy(caller.userId());
        });
    }

    /// A class session for whoever was found before to run it.
    public ClassSession known(UUID id) {
        return database.read(handle -> existing(handle, id));
    }

    /// Whether the caller is a student of its class.
    public boolean takesPart(Caller caller, UUID id) {
        return database.read(handle ->
                ClassSessionStore.one(handle, id)
                        .flatMap(session -> ClassStore.seen(handle, caller, session.classId()))
                        .filter(SeenClass::enrolled)
                        .isPresent());
    }

    /// A class session and its class, for those who run it.
    public record Run(ClassSession session, TeachingClass teachingClass) {}

    /// A class session that the caller runs.
    public Run run(Caller caller, UUID id) {
        return database.read(handle -> {
            ClassSession session = existing(handle, id);
            return new Run(session, SeenClass.runOfSession(handle, caller, session));
        });
    }

    /// The latest sessions of a class, those planned last first.
    public List<ClassSession> ofClass(Caller caller, UUID classId) {
        return list(caller, new ClassSessionStore.Wanted(classId, null, null, Page.MOST));
    }

    /// What is planned or open in the classes of a unit that the caller runs, those planned last
    /// first.
    public List<ClassSession> unfinished(Caller caller, long unitId) {
        return database.read(handle -> ClassSessionStore.unfinished(handle, caller, unitId));
    }

    /// Plans a class session.
    public ClassSession add(Caller caller, UUID classId, New fields) {
        return database.write(handle -> {
            Locks.teachingClass(handle, classId);
            TeachingClass teachingClass = SeenClass.run(handle, caller, classId);
            refuseArchived(teachingClass);
            UUID id = fields.id() == null ? ids.get() : fields.id();
            if (ClassSessionStore.one(handle, id).isPresent()) {
                throw new Refused(
                        new Refusal.WrongState(
                                "There is a class session with this id already.",
                                "id_taken",
                                Map.of("id", id)));
            }
            ClassSession session =
                    new ClassSession(
                            id,
                            classId,
                            caller.userId(),
                            fields.plan(),
                            ClassSession.Progress.SCHEDULED,
                            List.of());
            ClassSessionStore.add(handle, session, now());
            record(handle, caller, teachingClass, null, session);
            return session;
        });
    }

    /// Changes the plan of a class session that has not started.
    ///
    /// @param change makes the new plan of the old one
    public ClassSession plan(
            Caller caller, UUID id, Function<ClassSession.Plan, ClassSession.Plan> change) {
        return database.write(handle -> {
            Locks.classSession(handle, id);
            ClassSession before = existing(handle, id);
            TeachingClass teachingClass = SeenClass.runOfSession(handle, caller, before);
            ClassSession after = before.planned(change.apply(before.plan()));
            if (before.progress().startedAt() != null || before.status().isOver()) {
                throw wrongState(
                        "The plan of a class session cannot change once it has started or is over.",
                        before.status());
            }
            ClassSessionStore.plan(handle, after);
            record(handle, caller, teachingClass, before, after);
            announcer.changedByThisWrite(Topic.classSession(id), Topic.classSessionState(id));
            return after;
        });
    }

    /// Opens, starts, completes or cancels a class session. What ends it ends the attempts that are
    /// not submitted.
    public ClassSession move(Caller caller, UUID id, Step step) {
        return database.write(handle -> {
            UUID classId = existing(handle, id).classId();
            Locks.teachingClass(handle, classId);
            Locks.classSession(handle, id);
            ClassSession before = existing(handle, id);
            TeachingClass teachingClass = SeenClass.runOfSession(handle, caller, before);
            if (step == Step.OPEN) {
                refuseArchived(teachingClass);
            }
            ClassSession after =
                    before.status()
                            .after(step)
                            .map(state -> before.moved(state, now()))
                            .orElseThrow(() -> wrongStep(before.status(), step));
            ClassSessionStore.move(handle, after);
            if (after.status().isOver()) {
                ClassSessionStore.abandonAttempts(handle, id);
            }
            record(handle, caller, teachingClass, before, after);
            announcer.changedByThisWrite(Topic.classSession(id), Topic.classSessionState(id));
            return after;
        });
    }

    /// Lets an enrolled student in, or in again.
    public ClassSession join(Caller caller, UUID id) {
        return database.write(handle -> {
            Locks.classSession(handle, id);
            ClassSession before = existing(handle, id);
            refuseOthers(SeenClass.ofSession(handle, caller, before));
            refuseClosed(before.status());
            ClassSession after =
                    before.attended(
                            Attendance.joined(before.participants(), caller.userId(), now()));
            ClassSessionStore.attend(handle, id, after.participants());
            announcer.changedByThisWrite(Topic.classSession(id));
            return after.asSeenBy(caller.userId());
        });
    }

    /// Refuses whoever runs a class and is no student of it.
    public static void refuseOthers(SeenClass seen) {
        if (!seen.enrolled()) {
            throw new Refused(
                    new Refusal.Forbidden(
                            "Only students who are enrolled in the class take part in it.",
                            "not_enrolled"));
        }
    }

    /// Refuses to let anybody be present in a class session that is not open.
    public static void refuseClosed(ClassSessionState state) {
        if (!state.isOpen()) {
            throw wrongState(
                    state.isOver()
                            ? "The class session is over."
                            : "The class session is not open yet.",
                    state);
        }
    }

    /// A class session that there is.
    public static ClassSession existing(Handle handle, UUID id) {
        return ClassSessionStore.one(handle, id)
                .orElseThrow(() -> new Refused(new Refusal.NotFound(WHAT)));
    }

    private static void refuseArchived(TeachingClass teachingClass) {
        if (!teachingClass.isActive()) {
            throw new Refused(
                    new Refusal.WrongState(
                            "The class is archived.",
                            "class_archived",
                            Map.of("status", teachingClass.status())));
        }
    }

    private static Refused wrongStep(ClassSessionState state, Step step) {
        return new Refused(
                new Refusal.WrongState(
                        "A class session that is %s cannot become %s."
                                .formatted(state.wireName(), step.target().wireName()),
                        "wrong_state",
                        Map.of("status", state, "wanted", step.target())));
    }

    private static Refused wrongState(String sentence, ClassSessionState state) {
        return new Refused(
                new Refusal.WrongState(sentence, "wrong_state", Map.of("status", state)));
    }

    private void record(
            Handle handle,
            Caller caller,
            TeachingClass teachingClass,
            @Nullable ClassSession before,
            ClassSession after) {
        AuditLog.record(
                handle,
                now(),
                caller.actor(),
                new AuditEntry(
                        before == null ? Action.CLASS_SESSION_ADDED : Action.CLASS_SESSION_CHANGED,
                        Subject.classSession(after.id(), teachingClass.unitId()),
                        before == null ? null : before.onRecord(),
                        after.onRecord(),
                        null));
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }
}
