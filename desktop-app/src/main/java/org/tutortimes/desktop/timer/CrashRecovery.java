package org.tutortimes.desktop.timer;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tutortimes.desktop.journal.EventPen;
import org.tutortimes.desktop.journal.HeartbeatStore;
import org.tutortimes.desktop.journal.Journal;
import org.tutortimes.model.replay.ReplayedSession;
import org.tutortimes.model.timer.Fact;
import org.tutortimes.model.timer.PauseReason;
import org.tutortimes.model.timer.TimerEvent;

/// Closes the segment that ran when the program ended without a word, at the last heartbeat.
final class CrashRecovery {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("HH:mm 'on' d MMMM", Locale.ENGLISH);

    private final Journal journal;
    private final HeartbeatStore heartbeats;
    private final EventPen pen;

    CrashRecovery(Journal journal, HeartbeatStore heartbeats, EventPen pen) {
        this.journal = journal;
        this.heartbeats = heartbeats;
        this.pen = pen;
    }

    /// What was found, and to whom it must be told.
    record Finding(String account, ReplayedSession session, Instant pausedAt) {
        String sentence(Choice choice, ZoneId zone) {
            return ("The program ended unexpectedly while %s %s was running. The session was paused"
                            + " at %s, where it was last seen; at most 15 seconds are missing.")
                    .formatted(
                            choice.unitCode(),
                            choice.abbreviation(),
                            MINUTE.format(pausedAt.atZone(zone)));
        }
    }

    /// Closes whatever is open.
    ///
    /// @return what was opened last, to tell of it
    Optional<Finding> recover() {
        return journal.openHere().stream().map(this::close).toList().stream().findFirst();
    }

    private Finding close(Journal.OpenHere open) {
        TimerEvent opener = open.opener();
        ReplayedSession session = journal.session(opener.sessionId()).orElseThrow().replay();
        long worked =
                heartbeats
                        .latest()
                        .filter(beat -> beat.openedBy().equals(opener.id()))
                        .map(HeartbeatStore.Heartbeat::workedMillis)
                        .orElse(0L);
        Instant start =
                session.open() != null && session.open().openedBy().equals(opener.id())
                        ? session.open().openedAt()
                        : opener.at();
        Instant end = start.plusMillis(worked);
        Fact crash = new Fact.Paused(PauseReason.CRASH, new Fact.Closing(opener.id(), worked));
        pen.write(
                open.account(),
                List.of(pen.entry(opener.sessionId(), end, crash)),
                _ -> session.latestEffectiveTime());
        return new Finding(open.account(), session, end);
    }
}
