package org.tutortimes.desktop;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tutortimes.desktop.store.SettingsStore;
import org.tutortimes.model.idle.IdleRule;

/// What the tutor has set on this computer. Any thread.
public final class Settings {
    private static final String IDLE_THRESHOLD = "idle_threshold";
    private static final String THEME = "theme";

    private final SettingsStore store;
    private final @Nullable Duration given;
    private volatile Duration threshold;

    /// @param given a threshold that the command line sets over the tutor's own, or null
    Settings(SettingsStore store, @Nullable Duration given) {
        this.store = store;
        this.given = given;
        this.threshold = given != null ? given : stored();
    }

    /// How long without input is idle.
    public Duration idleThreshold() {
        return threshold;
    }

    /// Whether the command line has the last word.
    public boolean isThresholdGiven() {
        return given != null;
    }

    /// Sets it for now and later; from 1 to 60 minutes.
    public void idleThreshold(Duration chosen) {
        if (chosen.compareTo(IdleRule.LEAST_THRESHOLD) < 0
                || chosen.compareTo(IdleRule.GREATEST_THRESHOLD) > 0) {
            throw new IllegalArgumentException("Choose between 1 and 60 minutes.");
        }
        store.put(IDLE_THRESHOLD, chosen.toString());
        threshold = chosen;
    }

    /// The name of the window's theme; empty to follow the system.
    public Optional<String> theme() {
        return store.get(THEME);
    }

    public void theme(@Nullable String name) {
        if (name == null) {
            store.remove(THEME);
        } else {
            store.put(THEME, name);
        }
    }

    private Duration stored() {
        try {
            return store.get(IDLE_THRESHOLD)
                    .map(Duration::parse)
                    .orElse(IdleRule.DEFAULT_THRESHOLD);
        } catch (DateTimeException _) {
            return IdleRule.DEFAULT_THRESHOLD;
        }
    }
}
