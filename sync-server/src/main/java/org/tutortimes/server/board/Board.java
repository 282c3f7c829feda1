package org.tutortimes.server.board;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.classes.AttemptStatus;
import org.tutortimes.model.classes.ConnectionStatus;
import org.tutortimes.server.classes.ClassSession;

/// A class session as those who run it watch it.
///
/// @param students everybody who is enrolled or joined, by name
public record Board(Sitting session, Counts counts, List<Student> students) {

    public Board {
        students = List.copyOf(students);
    }

    /// The class session itself.
    public record Sitting(
            UUID id, UUID classId, String title, @JsonUnwrapped ClassSession.Progress progress) {}

    /// How many there are.
    ///
    /// @param working with an attempt that is open
    /// @param highlights of all attempts together
    public record Counts(
            int students,
            int joined,
            int connected,
            int disconnected,
            int working,
            int submitted,
            int highlights) {

        static Counts of(List<Student> students) {
            return new Counts(
                    students.size(),
                    count(students, student -> student.joinedAt() != null),
                    count(students, Student::isConnected),
                    count(students, Student::isDisconnected),
                    count(students, student -> student.has(AttemptStatus.IN_PROGRESS)),
                    count(students, student -> student.has(AttemptStatus.SUBMITTED)),
                    students.stream().mapToInt(Student::highlights).sum());
        }

        private static int count(List<Student> students, Predicate<Student> predicate) {
            return (int) students.stream().filter(predicate).count();
        }
    }

    /// A student of the class.
    ///
    /// @param connectionStatus null for one who has not joined
    /// @param joinedAt the first time, or null
    /// @param lastActivity when they were last heard of, or null
    /// @param attemptId what they work on, or null
    public record Student(
            long studentId,
            String name,
            @Nullable ConnectionStatus connectionStatus,
            @Nullable Instant joinedAt,
            @Nullable Instant lastActivity,
            @Nullable UUID attemptId,
            @Nullable AttemptStatus attemptStatus,
            @Nullable Instant submittedAt,
            int highlights) {

        public boolean isConnected() {
            return connectionStatus == ConnectionStatus.CONNECTED;
        }

        public boolean isDisconnected() {
            return connectionStatus == ConnectionStatus.DISCONNECTED;
        }

        public boolean has(AttemptStatus status) {
            return attemptStatus == status;
        }
    }
}
