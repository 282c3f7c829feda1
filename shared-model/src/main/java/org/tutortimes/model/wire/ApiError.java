package org.tutortimes.model.wire;

import java.util.Map;

/// What every refused or failed request answers with.
///
/// @param error a sentence for a person
/// @param code the same for a program, in snake_case
/// @param details what else helps, such as the current state or the faults by field; may be empty
public record ApiError(String error, String code, Map<String, Object> details) {
    public ApiError {
        details = Map.copyOf(details);
    }
}
