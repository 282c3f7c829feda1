package org.tutortimes.model.classes;

import com.fasterxml.jackson.annotation.JsonValue;

/// Whether a student is there at the moment. Names are those of the wire and of the database.
public enum ConnectionStatus {
    CONNECTED,
    DISCONNECTED;

    @JsonValue
    public String wireName() {
        return name();
    }
}
