package org.tutortimes.server.attention;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.tutortimes.model.replay.Replay;
import org.tutortimes.model.replay.SessionFlag;
import org.tutortimes.server.attention.Attention.Flagged;
import org.tutortimes.server.attention.Attention.Forgotten;
import org.tutortimes.server.attention.AttentionStore.FlagRow;
import org.tutortimes.server.projection.SessionFlags;
import org.tutortimes.server.report.Scope;

/// Finds what somebody should look at.
public final class AttentionReport {

    /// What is older was seen, or does not matter any more.
    private static final int DAYS = 28;

    /// Time of a paused session does not count: who left one overnight may have forgotten it.
    private static final Duration LONG_PAUSED = Duration.ofHours(24);

    private static final int MOST_FORGOTTEN = 5;

    /// That a session was closed on another computer is how it should be.
    private static final Set<SessionFlag> ODD =
            Set.of(
                    SessionFlag.OVERLAP,
                    SessionFlag.LONG_RUNNING,
                    SessionFlag.CLOCK_ADJUSTED,
                    SessionFlag.ESTIMATED_END,
                    SessionFlag.WORKED_AFTER_COMPLETION,
                    SessionFlag.EMPTY);

    private AttentionReport() {}

    /// What should be looked at. Who may see it is for the caller to ask.
    public static Attention read(Handle handle, Scope scope, ZoneId zone, Instant now) {
        LocalDate since = now.atZone(zone).toLocalDate().minusDays(DAYS - 1);
        List<Forgotten> forgotten = new ArrayList<>();
        forgotten.addAll(AttentionStore.running(handle, scope, now.minus(Replay.LONG_RUNNING)));
        forgotten.addAll(AttentionStore.paused(handle, scope, now.minus(LONG_PAUSED)));
        return new Attention(
                since,
                flags(AttentionStore.flags(handle, scope, since.atStartOfDay(zone).toInstant())),
                forgotten.stream()
                        .sorted(Comparator.comparing(Forgotten::since))
                        .limit(MOST_FORGOTTEN)
                        .toList(),
                forgotten.size(),
                AttentionStore.held(handle, scope));
    }

    private static List<Flagged> flags(List<FlagRow> rows) {
        Map<SessionFlag, Flagged> flagged = new EnumMap<>(SessionFlag.class);
        for (FlagRow row : rows) {
            for (SessionFlag flag : SessionFlags.of(row.flags())) {
                if (ODD.contains(flag)) {
                    flagged.merge(
                            flag,
                            new Flagged(flag, row.sessions(), row.overlappedSeconds()),
                            AttentionReport::sum);
                }
            }
        }
        return flagged.values().stream()
                .sorted(Comparator.comparingLong(Flagged::sessions).reversed())
                .toList();
    }

    private static Flagged sum(Flagged one, Flagged other) {
        return new Flagged(
                one.flag(),
                one.sessions() + other.sessions(),
                one.overlappedSeconds() + other.overlappedSeconds());
    }
}
