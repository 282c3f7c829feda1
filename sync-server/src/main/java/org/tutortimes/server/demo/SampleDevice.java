package org.tutortimes.server.demo;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import org.tutortimes.model.timer.Fact;
import org.tutortimes.model.timer.TimerEvent;

/// A tutor's computer: writes events down as the timer would have, and numbers them.
final class SampleDevice {

    private static final Comparator<TimerEvent> AS_WRITTEN =
            Comparator.comparing(TimerEvent::at).thenComparingLong(TimerEvent::seq);

    private final Random random;
    private final ZoneId zone;
    private final UUID id;
    private final long clockOffsetMillis;
    private final List<TimerEvent> events = new ArrayList<>();

    SampleDevice(Random random, ZoneId zone, Instant bought) {
        this.random = random;
        this.zone = zone;
        this.id = newId(bought);
        this.clockOffsetMillis = random.nextInt(400) - 150L;
    }

    UUID newId(Instant at) {
        long version7 = at.toEpochMilli() << 16 | 0x7000 | random.nextInt(0x1000);
        long variant2 = random.nextLong() >>> 2 | 0x8000_0000_0000_0000L;
        return new UUID(version7, variant2);
    }

    /// Writes an event, in any order: a later correction may be written before the next start.
    ///
    /// @return its id
    UUID write(UUID session, Instant at, Fact fact) {
        UUID event = newId(at);
        events.add(
                new TimerEvent(
                        event,
                        session,
                        id,
                        events.size(),
                        at,
                        zone.getId(),
                        clockOffsetMillis,
                        fact));
        return event;
    }

    /// What the device had written by then, but for sessions that were not over, in its own order.
    List<TimerEvent> journalUpTo(Instant now) {
        Predicate<TimerEvent> past = event -> !event.at().isAfter(now);
        Map<UUID, Boolean> isOver = new HashMap<>();
        events.stream()
                .filter(past.and(event -> event.fact() instanceof Fact.Completed))
                .forEach(event -> isOver.put(event.sessionId(), true));
        List<TimerEvent> journal = new ArrayList<>();
        events.stream()
                .filter(past.and(event -> isOver.containsKey(event.sessionId())))
                .sorted(AS_WRITTEN)
                .forEach(event -> journal.add(numbered(event, journal.size() + 1)));
        return List.copyOf(journal);
    }

    private static TimerEvent numbered(TimerEvent event, long seq) {
        return new TimerEvent(
                event.id(),
                event.sessionId(),
                event.deviceId(),
                seq,
                event.at(),
                event.zone(),
                event.clockOffsetMillis(),
                event.fact());
    }
}
