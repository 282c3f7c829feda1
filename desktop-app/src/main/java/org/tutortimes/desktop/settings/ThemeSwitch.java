package org.tutortimes.desktop.settings;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;

/// Gives the program its light or dark look, and changes it when the tutor or the system does.
public final class ThemeSwitch {
    private final ObservableValue<Theme> theme;

    public ThemeSwitch(ObservableValue<Theme> theme) {
        this.theme = theme;
    }

    /// From now on; on the FX thread.
    public void start() {
        Platform.getPreferences().colorSchemeProperty().subscribe(_ -> apply());
        theme.subscribe(_ -> apply());
    }

    private void apply() {
        boolean isDark =
                switch (theme.getValue()) {
                    case LIGHT -> false;
                    case DARK -> true;
                    case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
                };
        String stylesheet =
                isDark
                        ? new PrimerDark().getUserAgentStylesheetBSS()
                        : new PrimerLight().getUserAgentStylesheetBSS();
        if (!stylesheet.equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(stylesheet);
        }
    }
}
