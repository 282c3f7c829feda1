package org.tutortimes.desktop.journal;

/// How far a session's events have come.
public enum Delivery {
    SYNCED,
    WAITING,
    NEEDS_ATTENTION
}
