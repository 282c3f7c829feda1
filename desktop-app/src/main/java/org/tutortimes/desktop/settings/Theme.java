package org.tutortimes.desktop.settings;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Light, dark, or as the system has it.
public enum Theme {
    SYSTEM("As the system"),
    LIGHT("Light"),
    DARK("Dark");

    private final String label;

    Theme(String label) {
        this.label = label;
    }

    /// The theme that was kept under this name; the system's where there is none.
    public static Theme named(Optional<String> kept) {
        return Stream.of(values())
                .filter(theme -> kept.filter(theme.keptName()::equals).isPresent())
                .findFirst()
                .orElse(SYSTEM);
    }

    /// The name to keep it under.
    public String keptName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String label() {
        return label;
    }
}
