package org.tutortimes.server.language;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A language in which the pages can be read.
public enum Language {
    ENGLISH(Locale.ENGLISH, "English"),
    GERMAN(Locale.GERMAN, "Deutsch");

    private final Locale locale;
    private final String ownName;

    Language(Locale locale, String ownName) {
        this.locale = locale;
        this.ownName = ownName;
    }

    /// The language of a reader.
    ///
    /// @param chosen the tag of the language that the reader chose, or null
    /// @param accepted what the browser prefers, as it says in `Accept-Language`, or null
    public static Language of(@Nullable String chosen, @Nullable String accepted) {
        return ofTag(chosen).or(() -> preferred(accepted)).orElse(ENGLISH);
    }

    /// The language with this tag, such as `de`; empty for an unknown one.
    public static Optional<Language> ofTag(@Nullable String tag) {
        return Arrays.stream(values()).filter(each -> each.tag().equals(tag)).findFirst();
    }

    private static Optional<Language> preferred(@Nullable String accepted) {
        if (accepted == null || accepted.isBlank()) {
            return Optional.empty();
        }
        try {
            List<Locale> locales = Arrays.stream(values()).map(Language::locale).toList();
            return Optional.ofNullable(Locale.lookup(Locale.LanguageRange.parse(accepted), locales))
                    .flatMap(locale -> ofTag(locale.toLanguageTag()));
        } catch (IllegalArgumentException e) {
            // A header that nobody can read asks for nothing.
            return Optional.empty();
        }
    }

    /// As it stands in HTML and in the cookie, such as `de`.
    public String tag() {
        return locale.toLanguageTag();
    }

    /// How its own speakers call it.
    public String ownName() {
        return ownName;
    }

    Locale locale() {
        return locale;
    }
}
