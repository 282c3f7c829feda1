package org.tutortimes.model.replay;

/// Odd shapes that replay met in a session. They are shown, they alter no time and refuse nothing.
public enum SessionFlag {
    /// The effective time of some event differs from the time that its device gave it.
    CLOCK_ADJUSTED,
    /// A crash ended a segment; up to 15 seconds of work may be missing.
    ESTIMATED_END,
    /// A segment was closed by another device than the one that opened it.
    CLOSED_ELSEWHERE,
    /// A device went on working on the session after it was completed.
    WORKED_AFTER_COMPLETION,
    /// More than six hours in one segment.
    LONG_RUNNING,
    /// Some of its time was counted for a session that was started later.
    OVERLAP,
    /// Completed with less than a second of recorded time.
    EMPTY
}
