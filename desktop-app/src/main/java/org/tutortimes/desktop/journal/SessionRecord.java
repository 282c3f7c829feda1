package org.tutortimes.desktop.journal;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.replay.Replay;
import org.tutortimes.model.replay.ReplayedSession;
import org.tutortimes.model.timer.Fact;
import org.tutortimes.model.timer.TimerEvent;

/// A session as the journal has it.
///
/// @param replay what its events say
/// @param lastPause the latest pause, or null where there was none
/// @param closedHere the segments that this computer's own word has closed, by what opened them
/// @param delivery whether the server has all of it
public record SessionRecord(
        ReplayedSession replay,
        @Nullable Pause lastPause,
        List<UUID> closedHere,
        Delivery delivery) {

    public SessionRecord {
        closedHere = List.copyOf(closedHere);
    }

    /// Empty while the session's start has not arrived.
    public static Optional<SessionRecord> of(
            Collection<TimerEvent> events, UUID device, Delivery delivery) {
        return Replay.replay(events)
                .map(replay ->
                        new SessionRecord(
                                replay, lastPause(events), closedBy(device, events), delivery));
    }

    public UUID id() {
        return replay.id();
    }

    /// Whether the tutor may still go on with it.
    public boolean unfinished() {
        return !replay.completed() && !replay.deleted() && !replay.manual();
    }

    private static @Nullable Pause lastPause(Collection<TimerEvent> events) {
        Pause last = null;
        for (TimerEvent event : events) {
            if (event.fact() instanceof Fact.Paused paused
                    && (last == null || event.at().isAfter(last.at()))) {
                last = new Pause(event.at(), paused.reason());
            }
        }
        return last;
    }

    private static List<UUID> closedBy(UUID device, Collection<TimerEvent> events) {
        return events.stream()
                .filter(event -> event.deviceId().equals(device))
                .map(TimerEvent::fact)
                .map(Fact::closing)
                .flatMap(closing -> Optional.ofNullable(closing).stream())
                .map(Fact.Closing::openedBy)
                .toList();
    }
}
