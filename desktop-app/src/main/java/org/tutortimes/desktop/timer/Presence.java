package org.tutortimes.desktop.timer;

import org.tutortimes.model.timer.MarkingTarget;

/// What one look at the clock and the input found while the timer ran: somebody at work.
///
/// @param account whose timer it is
/// @param sinceInputMillis how long ago the last input was
public record Presence(
        String account, long unitRoleId, MarkingTarget target, long sinceInputMillis) {}
