package org.tutortimes.model.classes;

import com.fasterxml.jackson.annotation.JsonValue;

/// Whether a class goes on. Names are those of the wire and of the database.
public enum ClassStatus {
    ACTIVE,
    /// Its sessions can be read; no more of them begin.
    ARCHIVED;

    @JsonValue
    public String wireName() {
        return name();
    }
}
