package org.tutortimes.server.projection;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.tutortimes.model.replay.SessionFlag;

/// A session's flags as they are stored: in lower case, in one order, between commas.
public final class SessionFlags {

    private SessionFlags() {}

    /// The flags as text.
    public static String text(Collection<SessionFlag> flags) {
        return flags.stream()
                .sorted()
                .map(flag -> flag.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(","));
    }

    /// The flags that a text says.
    public static Set<SessionFlag> of(String text) {
        Set<SessionFlag> flags = EnumSet.noneOf(SessionFlag.class);
        if (!text.isEmpty()) {
            Arrays.stream(text.split(","))
                    .map(name -> SessionFlag.valueOf(name.toUpperCase(Locale.ROOT)))
                    .forEach(flags::add);
        }
        return flags;
    }

    static String withOverlap(String text, boolean overlaps) {
        Set<SessionFlag> flags = of(text);
        if (overlaps) {
            flags.add(SessionFlag.OVERLAP);
        } else {
            flags.remove(SessionFlag.OVERLAP);
        }
        return text(flags);
    }
}
