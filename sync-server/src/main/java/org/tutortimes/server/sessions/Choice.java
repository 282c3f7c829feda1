package org.tutortimes.server.sessions;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A choice of a filter, as an option of a form.
public record Choice(String value, String words, boolean current) {

    /// A choice by its number.
    ///
    /// @param chosen the number that is chosen; null for none
    public static Choice of(long value, String words, @Nullable Long chosen) {
        return new Choice(Long.toString(value), words, Objects.equals(value, chosen));
    }
}
