package org.tutortimes.desktop.idle;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The system-wide ways to see input, and which of them fit a computer.
enum IdleSource {
    X11,
    WINDOWS,
    MACOS,
    MUTTER,
    SCREEN_SAVER;

    /// In the order in which to try them. The name is that of Java's `os.name`.
    static List<IdleSource> fitting(String osName, Map<String, String> environment) {
        String system = osName.toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return List.of(WINDOWS);
        }
        if (system.startsWith("mac")) {
            return List.of(MACOS);
        }
        return fittingForDesktop(environment);
    }

    private static List<IdleSource> fittingForDesktop(Map<String, String> environment) {
        if (isWayland(environment)) {
            // Never X11: the X server inside a Wayland session sees only the input of X programs.
            return List.of(MUTTER, SCREEN_SAVER);
        }
        String display = environment.getOrDefault("DISPLAY", "");
        if (display.isBlank()) {
            return List.of();
        }
        // The session bus of a remote display would tell of another person's keyboard.
        return display.startsWith(":") ? List.of(X11, MUTTER, SCREEN_SAVER) : List.of(X11);
    }

    private static boolean isWayland(Map<String, String> environment) {
        return !environment.getOrDefault("WAYLAND_DISPLAY", "").isBlank()
                || environment.getOrDefault("XDG_SESSION_TYPE", "").equalsIgnoreCase("wayland");
    }
}
