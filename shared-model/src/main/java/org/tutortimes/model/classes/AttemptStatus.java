package org.tutortimes.model.classes;

import com.fasterxml.jackson.annotation.JsonValue;

/// How far a student's attempt is. Names are those of the wire and of the database.
public enum AttemptStatus {
    IN_PROGRESS,
    /// By the student, for good.
    SUBMITTED,
    /// Its class session ended before it was submitted. What it holds is kept.
    ABANDONED;

    @JsonValue
    public String wireName() {
        return name();
    }
}
