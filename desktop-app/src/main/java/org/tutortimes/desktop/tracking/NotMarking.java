package org.tutortimes.desktop.tracking;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tutortimes.desktop.store.SettingsStore;

/// The marking sessions of which the tutor said that they were no marking. Kept on this computer,
/// by account, for longer than they could be offered.
public final class NotMarking {
    private static final String SETTING = "not_marking ";
    private static final Duration KEPT = Duration.ofDays(30);
    private static final Pattern ENTRY = Pattern.compile("(\\d{1,18})@(\\d{1,11})");

    private final SettingsStore settings;

    public NotMarking(SettingsStore settings) {
        this.settings = settings;
    }

    Set<Long> of(String account) {
        return read(account).keySet();
    }

    /// Adds one, and forgets those of over 30 days ago.
    void add(String account, long markingSessionId, Instant now) {
        Map<Long, Long> said = read(account);
        said.values().removeIf(second -> second < now.minus(KEPT).getEpochSecond());
        said.put(markingSessionId, now.getEpochSecond());
        settings.put(
                SETTING + account,
                said.entrySet().stream()
                        .map(entry -> entry.getKey() + "@" + entry.getValue())
                        .collect(Collectors.joining(" ")));
    }

    /// When it was said, in seconds, by marking session.
    private Map<Long, Long> read(String account) {
        Map<Long, Long> said = new TreeMap<>();
        Matcher entries = ENTRY.matcher(settings.get(SETTING + account).orElse(""));
        while (entries.find()) {
            said.put(Long.parseLong(entries.group(1)), Long.parseLong(entries.group(2)));
        }
        return said;
    }
}
