package org.tutortimes.server.language;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/// The files of texts: one for each room of pages and language, in `words/`.
final class Bundles {

    static final List<String> NAMES =
            List.of(
                    "administration",
                    "audit",
                    "calendar",
                    "classroom",
                    "frame",
                    "overview",
                    "people",
                    "records",
                    "refusals",
                    "breakdown",
                    "scripts",
                    "sessions",
                    "signin",
                    "system");

    /// Without it, a machine set to German would answer in German where English is asked for.
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Bundles() {}

    /// All texts of a language, by key.
    static Map<String, String> texts(Locale locale) {
        Map<String, String> texts = new HashMap<>();
        NAMES.forEach(name -> texts.putAll(of(name, locale)));
        return Map.copyOf(texts);
    }

    /// The texts of one file.
    static Map<String, String> of(String name, Locale locale) {
        ResourceBundle bundle = ResourceBundle.getBundle("words." + name, locale, NO_FALLBACK);
        return bundle.keySet().stream().collect(Collectors.toMap(key -> key, bundle::getString));
    }
}
