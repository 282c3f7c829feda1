package org.tutortimes.server.history;

import java.time.ZoneId;
import java.util.List;

/// The sessions of a list that the caller may see.
///
/// @param condition on `tutor_times t`, written by a store
/// @param values of its parameters
/// @param zone where days begin unless the request names another
record Seen(String condition, List<Object> values, ZoneId zone) {
    Seen {
        values = List.copyOf(values);
    }
}
