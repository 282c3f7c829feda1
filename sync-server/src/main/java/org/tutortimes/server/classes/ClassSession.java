package org.tutortimes.server.classes;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.classes.Attendance;
import org.tutortimes.model.classes.ClassSessionState;
import org.tutortimes.model.classes.Participant;
import org.tutortimes.model.classes.Passage;

/// A class session as the API gives it. Students see themselves alone among the participants, and
/// the passages from its start on.
///
/// @param participants those who joined, in that order
public record ClassSession(
        UUID id,
        UUID classId,
        long createdBy,
        @JsonUnwrapped Plan plan,
        @JsonUnwrapped Progress progress,
        List<Participant> participants) {

    public ClassSession {
        participants = List.copyOf(participants);
    }

    /// What is planned.
    ///
    /// @param testId of the learning management system, or null
    /// @param passages what is read in it
    public record Plan(
            String title, Instant scheduledAt, @Nullable Long testId, List<Passage> passages) {

        public Plan {
            passages = List.copyOf(passages);
        }

        /// The same for another test.
        public Plan withTest(@Nullable Long test) {
            return new Plan(title, scheduledAt, test, passages);
        }

        Plan withoutPassages() {
            return new Plan(title, scheduledAt, testId, List.of());
        }
    }

    /// How far it is, and since when.
    public record Progress(
            ClassSessionState status,
            @Nullable Instant startedAt,
            @Nullable Instant completedAt,
            @Nullable Instant cancelledAt) {

        static final Progress SCHEDULED =
                new Progress(ClassSessionState.SCHEDULED, null, null, null);

        Progress to(ClassSessionState state, Instant now) {
            return new Progress(
                    state,
                    state == ClassSessionState.IN_PROGRESS ? now : startedAt,
                    state == ClassSessionState.COMPLETED ? now : completedAt,
                    state == ClassSessionState.CANCELLED ? now : cancelledAt);
        }
    }

    public String title() {
        return plan.title();
    }

    public ClassSessionState status() {
        return progress.status();
    }

    /// What the student is in it, if they joined.
    public Optional<Participant> participant(long studentId) {
        return participants.stream().filter(each -> each.studentId() == studentId).findFirst();
    }

    /// What a student sees of it.
    public ClassSession asSeenBy(long studentId) {
        List<Participant> own = participant(studentId).stream().toList();
        boolean mayRead =
                status() == ClassSessionState.IN_PROGRESS
                        || (status() == ClassSessionState.COMPLETED
                                && own.stream().anyMatch(each -> each.attemptId() != null));
        return new ClassSession(
                id, classId, createdBy, mayRead ? plan : plan.withoutPassages(), progress, own);
    }

    ClassSession planned(Plan other) {
        return new ClassSession(id, classId, createdBy, other, progress, participants);
    }

    /// In another state; when it is over, nobody is there any more.
    ClassSession moved(ClassSessionState state, Instant now) {
        return new ClassSession(
                id,
                classId,
                createdBy,
                plan,
                progress.to(state, now),
                state.isOver() ? Attendance.ended(participants) : participants);
    }

    /// With other participants.
    public ClassSession attended(List<Participant> others) {
        return new ClassSession(id, classId, createdBy, plan, progress, others);
    }

    /// What the audit log keeps: the text of the passages would fill it.
    ClassSession onRecord() {
        return new ClassSession(
                id, classId, createdBy, plan.withoutPassages(), progress, participants);
    }
}
