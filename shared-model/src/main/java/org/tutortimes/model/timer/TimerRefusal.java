package org.tutortimes.model.timer;

import java.util.UUID;

/// Why the timer's rules refuse a step.
public sealed interface TimerRefusal {

    /// The step does not fit the session's status.
    record WrongStep(TimerRules.Step step, SessionStatus current) implements TimerRefusal {}

    /// The unit role has a running session already.
    record SessionAlreadyActive(UUID activeSessionId) implements TimerRefusal {}

    /// Less than a second was worked, so there is nothing to complete.
    record NothingWorked() implements TimerRefusal {}

    /// The session is deleted; restore it first.
    record SessionDeleted() implements TimerRefusal {}
}
