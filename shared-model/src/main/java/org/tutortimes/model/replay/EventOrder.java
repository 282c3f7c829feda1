package org.tutortimes.model.replay;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tutortimes.model.timer.Fact;
import org.tutortimes.model.timer.TimerEvent;

/// The one order in which the events of a session are read.
///
/// Source: design, timekeeping, "Replay" 1, and docs/decisions/0002. An event's effective time is
/// its `at`, but never before that of the same device's previous event in the session, and never
/// before the end of the work that the event itself reports. So a device whose wall clock was set
/// back still lays its segments one after the other, and no set clock alters a duration.
public final class EventOrder {

    private static final Comparator<TimerEvent> BY_WRITER =
            Comparator.<TimerEvent, String>comparing(event -> event.deviceId().toString())
                    .thenComparingLong(TimerEvent::seq)
                    .thenComparing(event -> event.id().toString());

    private static final Comparator<PlacedEvent> BY_EFFECTIVE_TIME =
            Comparator.comparing(PlacedEvent::time).thenComparing(PlacedEvent::event, BY_WRITER);

    /// An event at the time at which it takes effect.
    public record PlacedEvent(TimerEvent event, Instant time) {}

    private EventOrder() {}

    /// Each distinct event once, in the order of replay.
    public static List<PlacedEvent> of(Collection<TimerEvent> events) {
        Writers writers = new Writers();
        return events.stream()
                .distinct()
                .sorted(BY_WRITER)
                .map(writers::place)
                .sorted(BY_EFFECTIVE_TIME)
                .toList();
    }

    /// How far each device has come, and when each of its events took effect.
    private static final class Writers {
        private final Map<UUID, Instant> reachedByDevice = new HashMap<>();
        private final Map<UUID, PlacedEvent> placedById = new HashMap<>();

        PlacedEvent place(TimerEvent event) {
            Instant earliest = latest(event.at(), workedUntil(event));
            Instant time = reachedByDevice.merge(event.deviceId(), earliest, EventOrder::latest);
            PlacedEvent placed = new PlacedEvent(event, time);
            placedById.put(event.id(), placed);
            return placed;
        }

        private Instant workedUntil(TimerEvent event) {
            Fact.Closing closing = event.fact().closing();
            if (closing == null || closing.workedMillis() == null) {
                return Instant.MIN;
            }
            PlacedEvent opener = placedById.get(closing.openedBy());
            return opener == null || !opener.event().deviceId().equals(event.deviceId())
                    ? Instant.MIN
                    : opener.time().plusMillis(closing.workedMillis());
        }
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
