package org.tutortimes.desktop.settings;

import java.time.Duration;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The settings as the window shows and changes them; every change holds at once.
public final class SettingsViewModel {
    private final ObjectProperty<Theme> theme;
    private final ObjectProperty<Duration> idleThreshold;
    private final boolean isThresholdGiven;
    private final StringProperty account = new SimpleStringProperty("Nobody is signed in.");
    private final StringProperty server = new SimpleStringProperty("");
    private final StringProperty tokenPlace = new SimpleStringProperty("");
    private final StringProperty input = new SimpleStringProperty("");
    private final StringProperty folder = new SimpleStringProperty("");

    /// Starts with what is set.
    ///
    /// @param isThresholdGiven whether the command line has set the threshold for this run
    public SettingsViewModel(Theme theme, Duration idleThreshold, boolean isThresholdGiven) {
        this.theme = new SimpleObjectProperty<>(theme);
        this.idleThreshold = new SimpleObjectProperty<>(idleThreshold);
        this.isThresholdGiven = isThresholdGiven;
    }

    public boolean isThresholdGiven() {
        return isThresholdGiven;
    }

    public ObjectProperty<Theme> theme() {
        return theme;
    }

    public ObjectProperty<Duration> idleThreshold() {
        return idleThreshold;
    }

    /// Who is signed in, as a sentence.
    public StringProperty account() {
        return account;
    }

    /// Which server the timer syncs with.
    public StringProperty server() {
        return server;
    }

    /// Where the sign-in is kept on this computer.
    public StringProperty tokenPlace() {
        return tokenPlace;
    }

    /// How input is seen.
    public StringProperty input() {
        return input;
    }

    /// Where the journal is.
    public StringProperty folder() {
        return folder;
    }
}
