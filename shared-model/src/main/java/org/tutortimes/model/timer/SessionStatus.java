package org.tutortimes.model.timer;

/// The state of a timer session. On the wire in lower case.
public enum SessionStatus {
    ACTIVE,
    PAUSED,
    COMPLETED
}
