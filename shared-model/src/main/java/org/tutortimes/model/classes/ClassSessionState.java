package org.tutortimes.model.classes;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;

/// How far a class session is, and what may be done with it. Names are those of the wire and of the
/// database.
///
/// Source: design, classes, tables and behaviour.
public enum ClassSessionState {
    SCHEDULED,
    /// Students may join; nothing can be read yet.
    WAITING_FOR_STUDENTS,
    IN_PROGRESS,
    COMPLETED,
    CANCELLED;

    /// What a teacher does with a class session.
    public enum Step {
        OPEN,
        START,
        COMPLETE,
        CANCEL;

        /// The state that it leads to.
        public ClassSessionState target() {
            return switch (this) {
                case OPEN -> WAITING_FOR_STUDENTS;
                case START -> IN_PROGRESS;
                case COMPLETE -> COMPLETED;
                case CANCEL -> CANCELLED;
            };
        }

        /// The last part of its path, such as `open`.
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @JsonValue
    public String wireName() {
        return name();
    }

    /// The state after a step; empty where this state does not allow it.
    public Optional<ClassSessionState> after(Step step) {
        boolean allowed =
                switch (step) {
                    case OPEN -> this == SCHEDULED;
                    case START -> this == WAITING_FOR_STUDENTS;
                    case COMPLETE -> this == IN_PROGRESS;
                    case CANCEL -> this != COMPLETED && this != CANCELLED;
                };
        return allowed ? Optional.of(step.target()) : Optional.empty();
    }

    /// Whether students may join and be present.
    public boolean isOpen() {
        return this == WAITING_FOR_STUDENTS || this == IN_PROGRESS;
    }

    /// Whether nothing can follow.
    public boolean isOver() {
        return this == COMPLETED || this == CANCELLED;
    }
}
