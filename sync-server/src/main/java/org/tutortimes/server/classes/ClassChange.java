package org.tutortimes.server.classes;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.classes.ClassLimits;
import org.tutortimes.model.classes.ClassStatus;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.access.Actor;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.audit.Action;
import org.tutortimes.server.audit.AuditEntry;
import org.tutortimes.server.audit.AuditLog;
import org.tutortimes.server.audit.Subject;
import org.tutortimes.server.database.Locks;
import org.tutortimes.server.importing.Editor;
import org.tutortimes.server.live.Announcer;
import org.tutortimes.server.live.Topic;
import org.tutortimes.server.units.RoleStore;

/// Somebody who makes a class, or changes one.
final class ClassChange implements Editor {

    static final String ID = "id";
    static final String STATUS = "status";
    static final String TEACHER = "teacher_id";
    private static final String STUDENTS = "student_ids";
    private static final String UNIT = "unit_id";

    private final Announcer announcer;
    private final Clock clock;
    private final Caller caller;
    private final @Nullable UUID id;
    private final ObjectNode fields;
    private final @Nullable Consumer<Set<Long>> students;
    private @Nullable TeachingClass before;
    private @Nullable TeachingClass after;

    /// @param id of the class, or null for a new one
    /// @param fields as the caller names them
    /// @param students changes the set of those who are enrolled, or null where the fields say
    ClassChange(
            Announcer announcer,
            Clock clock,
            Caller caller,
            @Nullable UUID id,
            ObjectNode fields,
            @Nullable Consumer<Set<Long>> students) {
        this.announcer = announcer;
        this.clock = clock;
        this.caller = caller;
        this.id = id;
        this.fields = fields;
        this.students = students;
    }

    @Override
    public Actor actor() {
        return caller.actor();
    }

    @Override
    public void begin(Handle handle) {
        refuseMany();
        if (id == null) {
            before = null;
            refuseOutsiders(handle);
        } else {
            Locks.teachingClass(handle, id);
            before = SeenClass.run(handle, caller, id);
            setStudents(before);
            refuseOtherUnit(before);
            refuseOpenSession(handle, before);
        }
        refuseTeacher(handle);
        refuseStrangers(handle);
    }

    @Override
    public void end(Handle handle) {
        UUID written = id == null ? UUID.fromString(fields.path(ID).asText()) : id;
        TeachingClass now = ClassStore.seen(handle, caller, written).orElseThrow().teachingClass();
        after = now;
        if (!now.equals(before)) {
            ClassSessionStore.openOf(handle, written).stream()
                    .map(Topic::classSession)
                    .forEach(announcer::changedByThisWrite);
            AuditLog.record(
                    handle,
                    clock.instant(),
                    actor(),
                    new AuditEntry(
                            before == null ? Action.CLASS_ADDED : Action.CLASS_CHANGED,
                            Subject.teachingClass(written, now.unitId()),
                            before,
                            now,
                            null));
        }
    }

    /// The class as it was written. Who reads it again afterwards may fail at that, and would be
    /// told that nothing was stored.
    TeachingClass outcome() {
        return Objects.requireNonNull(after);
    }

    private void setStudents(TeachingClass known) {
        if (students != null) {
            Set<Long> enrolled = new LinkedHashSet<>(known.enrolled());
            students.accept(enrolled);
            ArrayNode list = fields.putArray(STUDENTS);
            enrolled.forEach(list::add);
            refuseMany();
        }
    }

    private void refuseOutsiders(Handle handle) {
        if (!fields.path(UNIT).isIntegralNumber()) {
            throw faulty(UNIT, "must be given, as a whole number");
        }
        boolean known =
                caller.admin()
                        ? ClassStore.unitExists(handle, unitId())
                        : ClassStore.worksIn(handle, caller.userId(), unitId());
        if (!known) {
            throw new Refused(new Refusal.NotFound("unit"));
        }
    }

    private void refuseOtherUnit(TeachingClass known) {
        if (fields.hasNonNull(UNIT) && fields.path(UNIT).asLong() != known.unitId()) {
            throw faulty(UNIT, "is " + known.unitId() + " and stays so");
        }
    }

    private void refuseOpenSession(Handle handle, TeachingClass known) {
        boolean archives =
                known.isActive()
                        && fields.path(STATUS).asText().equals(ClassStatus.ARCHIVED.wireName());
        if (archives) {
            ClassSessionStore.openOf(handle, known.id()).stream()
                    .findFirst()
                    .ifPresent(open -> {
                        throw new Refused(
                                new Refusal.WrongState(
                                        "A session of this class is open. Complete or cancel"
                                                + " it first.",
                                        "class_session_open",
                                        Map.of("class_session_id", open)));
                    });
        }
    }

    /// Convenors and administrators give a class to another; a tutor teaches their own.
    private void refuseTeacher(Handle handle) {
        if (!fields.path(TEACHER).isIntegralNumber()) {
            return;
        }
        long teacherId = fields.path(TEACHER).asLong();
        if (before != null && before.teacherId() == teacherId) {
            return;
        }
        boolean decides = caller.admin() || RoleStore.convenes(handle, caller.userId(), unitId());
        if (!decides && teacherId != caller.userId()) {
            throw new Refused(
                    new Refusal.Forbidden(
                            "Only convenors and administrators give a class to somebody else.",
                            "not_your_class"));
        }
        if (!ClassStore.worksIn(handle, teacherId, unitId())) {
            throw new Refused(
                    new Refusal.AgainstRule(
                            "The teacher of a class must be a tutor or convenor of its unit.",
                            "teacher_without_role"));
        }
    }

    /// Whoever enrols somebody sees their name, so that must be a student of the unit.
    private void refuseStrangers(Handle handle) {
        Set<Long> added = new LinkedHashSet<>();
        fields.path(STUDENTS).forEach(student -> added.add(student.asLong()));
        if (before != null) {
            before.enrolled().forEach(added::remove);
        }
        if (caller.admin() || added.isEmpty()) {
            return;
        }
        ClassStore.studentsOf(handle, unitId(), List.copyOf(added)).forEach(added::remove);
        if (!added.isEmpty()) {
            throw faulty(STUDENTS, "holds " + added.iterator().next() + ", no student of the unit");
        }
    }

    private void refuseMany() {
        if (fields.path(STUDENTS).size() > ClassLimits.MOST_STUDENTS) {
            throw new Refused(
                    new Refusal.AgainstRule(
                            "A class has at most %,d students."
                                    .formatted(ClassLimits.MOST_STUDENTS),
                            "too_many_students"));
        }
    }

    private long unitId() {
        return before == null ? fields.path(UNIT).asLong() : before.unitId();
    }

    private static Refused faulty(String field, String fault) {
        return new Refused(Refusal.Malformed.field(field, fault));
    }
}
