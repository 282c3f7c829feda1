package org.tutortimes.model.timer;

import java.util.Locale;
import java.util.Optional;

/// The kinds of timer event under the names that they have on the wire and in storage.
public enum FactKind {
    STARTED,
    RESUMED,
    PAUSED,
    COMPLETED,
    AWAY_KEPT,
    AWAY_DISCARDED,
    AMENDED,
    DELETED,
    RESTORED;

    /// The kind of a fact.
    public static FactKind of(Fact fact) {
        return switch (fact) {
            case Fact.Started _ -> STARTED;
            case Fact.Resumed _ -> RESUMED;
            case Fact.Paused _ -> PAUSED;
            case Fact.Completed _ -> COMPLETED;
            case Fact.AwayKept _ -> AWAY_KEPT;
            case Fact.AwayDiscarded _ -> AWAY_DISCARDED;
            case Fact.Amended _ -> AMENDED;
            case Fact.Deleted _ -> DELETED;
            case Fact.Restored _ -> RESTORED;
        };
    }

    /// The kind with this wire name; empty for a kind that this version does not know.
    public static Optional<FactKind> ofWireName(String name) {
        for (FactKind kind : values()) {
            if (kind.wireName().equals(name)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /// Lower case with underscores, such as `away_kept`.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
