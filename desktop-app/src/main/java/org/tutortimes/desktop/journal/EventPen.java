package org.tutortimes.desktop.journal;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tutortimes.desktop.clock.DeviceClock;
import org.tutortimes.model.timer.Fact;
import org.tutortimes.model.timer.TimerEvent;

/// Writes this computer's events: gives each its number, its zone and a time that lies after all
/// that is known of its session. One thread.
public final class EventPen {
    private final Journal journal;
    private final DeviceClock clock;
    private final Supplier<UUID> ids;
    private final Supplier<ZoneId> zone;
    private long nextSeq;

    /// What is to be written.
    ///
    /// @param wish when it happened; moved on where the session has come further
    public record Entry(UUID id, UUID sessionId, Instant wish, Fact fact) {}

    public EventPen(Journal journal, DeviceClock clock, Supplier<UUID> ids, Supplier<ZoneId> zone) {
        this.journal = journal;
        this.clock = clock;
        this.ids = ids;
        this.zone = zone;
        this.nextSeq = journal.nextSeq();
    }

    /// Events came from the server. Some may be this computer's own, of a time that the journal had
    /// lost: their numbers must not be given out again.
    public void learned() {
        nextSeq = Math.max(nextSeq, journal.nextSeq());
    }

    public UUID newId() {
        return ids.get();
    }

    public Entry entry(UUID session, Instant wish, Fact fact) {
        return new Entry(newId(), session, wish, fact);
    }

    /// Writes them all or none.
    ///
    /// @param latestKnown the latest effective time of a session, or null for a new one
    /// @return the sessions as they stand now
    public List<SessionRecord> write(
            String account, List<Entry> entries, Function<UUID, @Nullable Instant> latestKnown) {
        Map<UUID, Instant> reached = new HashMap<>();
        List<TimerEvent> events = new ArrayList<>();
        long seq = nextSeq;
        for (Entry entry : entries) {
            Instant latest = reached.get(entry.sessionId());
            if (latest == null) {
                latest = latestKnown.apply(entry.sessionId());
            }
            Instant at = entry.wish();
            if (latest != null && !at.isAfter(latest)) {
                at = latest.plusMillis(1);
            }
            reached.put(entry.sessionId(), at);
            events.add(event(entry, at, seq++));
        }
        List<SessionRecord> written = journal.append(account, events);
        nextSeq = seq;
        reached.values().forEach(clock::reached);
        return written;
    }

    private TimerEvent event(Entry entry, Instant at, long seq) {
        return new TimerEvent(
                entry.id(),
                entry.sessionId(),
                journal.device(),
                seq,
                at,
                zone.get().getId(),
                clock.correctionMillis(),
                entry.fact());
    }
}
