package org.tutortimes.server.tracking;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// What became of an observation.
///
/// @param activityId null where none was recorded
/// @param markingSessionId null where none was recorded
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Recorded(
        boolean recorded, @Nullable String activityId, @Nullable Long markingSessionId) {

    /// Nothing was written, for it is nobody's marking.
    static final Recorded NOTHING = new Recorded(false, null, null);

    static Recorded activity(String activityId, long markingSessionId) {
        return new Recorded(true, activityId, markingSessionId);
    }

    static Recorded heartbeat(long markingSessionId) {
        return new Recorded(true, null, markingSessionId);
    }
}
