package org.tutortimes.model.classes;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A piece of a passage that a student marked.
///
/// @param id made by the student's page, so that a repeated one is known
/// @param timestamp when it was made, by the student's clock
/// @param text what is marked
/// @param positionStart where it begins, in UTF-16 code units from 0
/// @param positionEnd where it ends, exclusive
/// @param colorCode such as `#FFD54F`
/// @param comment what the student says about it, or null
/// @param removedAt when the student took it back; null where it stands
public record Highlight(
        UUID id,
        Instant timestamp,
        String text,
        String passageId,
        int positionStart,
        int positionEnd,
        String colorCode,
        @Nullable String comment,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant removedAt) {

    /// Whether it has not been taken back.
    public boolean stands() {
        return removedAt == null;
    }

    /// The same, taken back.
    public Highlight removed(Instant at) {
        return new Highlight(
                id, timestamp, text, passageId, positionStart, positionEnd, colorCode, comment, at);
    }
}
