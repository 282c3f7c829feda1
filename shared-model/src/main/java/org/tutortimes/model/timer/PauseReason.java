package org.tutortimes.model.timer;

/// Why a segment ended in a pause. On the wire in lower case, such as `by_hand`.
public enum PauseReason {
    /// The tutor pressed Pause.
    BY_HAND,
    /// No input for the threshold; the pause is dated back to the last input.
    IDLE,
    /// The computer slept; the pause is dated back to the last tick before.
    SLEEP,
    /// The program was told to end while the timer ran.
    QUIT,
    /// The program ended without a word; found at the next start, the end is an estimate.
    CRASH,
    /// Another session of the same unit role was started later.
    SUPERSEDED
}
