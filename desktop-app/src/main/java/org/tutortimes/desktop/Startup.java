package org.tutortimes.desktop;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Logger;
import javafx.application.Platform;

/// Starts what draws the windows, or says in a sentence why it cannot.
final class Startup {
    private static final String NO_DISPLAY =
            "Tutor Times needs a display, and none could be opened. Start it inside a desktop"
                    + " session; on Linux the variable DISPLAY names its display.";
    private static final String NO_GTK =
            "Tutor Times could not open a window. On Linux it needs GTK 3 (the package libgtk-3-0"
                    + " or gtk3) and a display.";

    // Held here, for the log forgets what nobody holds.
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private Startup() {}

    /// Why no window can be opened in this environment; empty where nothing speaks against it.
    static Optional<String> whyNoDisplay(String osName, Map<String, String> environment) {
        boolean isLinux = osName.toLowerCase(Locale.ROOT).startsWith("linux");
        boolean isHeadless = "Headless".equals(System.getProperty("glass.platform"));
        boolean hasDisplay = !environment.getOrDefault("DISPLAY", "").isBlank();
        return isLinux && !isHeadless && !hasDisplay ? Optional.of(NO_DISPLAY) : Optional.empty();
    }

    /// Starts JavaFX; a sentence where that fails.
    static Optional<String> startJavaFx() {
        // It warns of being on the class path, where it works as well.
        JAVAFX.setFilter(message ->
                !String.valueOf(message.getMessage())
                        .startsWith("Unsupported JavaFX configuration"));
        try {
            Platform.startup(() -> {});
            return Optional.empty();
        } catch (UnsupportedOperationException _) {
            return Optional.of(NO_DISPLAY);
        } catch (RuntimeException | LinkageError _) {
            return Optional.of(NO_GTK);
        }
    }
}
