package org.tutortimes.desktop.timer;

import java.time.Instant;
import org.tutortimes.model.timer.MarkingTarget;

/// Knows what a session's ids stand for.
public interface ChoiceNames {

    /// The choice behind some ids; one that names the bare ids where nothing is known of them.
    Choice named(long unitRoleId, MarkingTarget target);

    /// Something was just chosen: it comes first in the next search.
    void used(long unitRoleId, MarkingTarget target, Instant at);
}
