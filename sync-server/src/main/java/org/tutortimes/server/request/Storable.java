package org.tutortimes.server.request;

import java.util.Optional;

/// Texts that every database keeps and gives back as they were.
public final class Storable {

    private Storable() {}

    /// Why a text is none; empty where it is.
    public static Optional<String> fault(String text) {
        if (text.indexOf('\0') >= 0) {
            // Which PostgreSQL cannot store, and nobody means.
            return Optional.of("must not hold the character U+0000");
        }
        return text.codePoints().anyMatch(Storable::isHalf)
                ? Optional.of("must not hold half of a character")
                : Optional.empty();
    }

    private static boolean isHalf(int codePoint) {
        return Character.getType(codePoint) == Character.SURROGATE;
    }
}
