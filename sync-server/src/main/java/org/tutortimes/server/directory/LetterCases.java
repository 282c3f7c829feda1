package org.tutortimes.server.directory;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a database may make of a user name by `lower`. PostgreSQL knows the letters of its locale,
/// SQLite those from A to Z alone, so that each leaves other names as they are.
public final class LetterCases {

    private LetterCases() {}

    /// What `lower` gives for names that differ from this one in case at most. Names that mix large
    /// and small letters beyond A to Z may be missed: they are two names then.
    public static Stream<String> of(Object username) {
        String name = username.toString();
        return Stream.of(name, name.toLowerCase(Locale.ROOT), name.toUpperCase(Locale.ROOT))
                .map(LetterCases::lowerFromAToZ)
                .distinct();
    }

    static String lowerFromAToZ(String text) {
        return text.chars()
                .map(letter -> letter >= 'A' && letter <= 'Z' ? letter + ('a' - 'A') : letter)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
