package org.tutortimes.model.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.replay.ActiveRule.OpenSession;
import org.tutortimes.model.replay.Counting.CountedSegment;
import org.tutortimes.model.replay.Counting.OwnedSegment;
import org.tutortimes.model.timer.Segment;
import org.tutortimes.model.timer.SessionStatus;

/// A timer session as everybody sees it: its own replay, and what the other sessions of the same
/// unit role leave of it.
///
/// @param replayed what its own events say
/// @param status after the rule that at most one session of a unit role is active
/// @param segments its closed segments with what counts of each; nothing counts once deleted
public record TimerSession(
        ReplayedSession replayed, SessionStatus status, List<CountedSegment> segments) {

    public TimerSession {
        segments = List.copyOf(segments);
    }

    /// All sessions of one unit role, by session id as text.
    ///
    /// @param replays every session of the unit role, in any order
    public static List<TimerSession> ofUnitRole(Collection<ReplayedSession> replays) {
        Optional<UUID> active =
                ActiveRule.activeAmong(
                        replays.stream()
                                .filter(ActiveRule::mayBeActive)
                                .map(replay ->
                                        new OpenSession(
                                                replay.id(),
                                                Objects.requireNonNull(replay.open()).start()))
                                .toList());
        Map<UUID, List<CountedSegment>> counted =
                Counting.count(
                        replays.stream()
                                .filter(replay -> !replay.deleted())
                                .flatMap(replay ->
                                        replay.segments().stream()
                                                .map(segment ->
                                                        new OwnedSegment(replay.id(), segment)))
                                .toList());
        return replays.stream()
                .map(replay ->
                        of(
                                replay,
                                active.filter(replay.id()::equals).isPresent(),
                                counted.getOrDefault(replay.id(), List.of())))
                .sorted((a, b) -> a.id().toString().compareTo(b.id().toString()))
                .toList();
    }

    /// One session, when the rest of its unit role has been looked at already.
    ///
    /// @param active whether it is the one that [ActiveRule] chose
    /// @param counted what [Counting] left of its segments; not looked at when it is deleted
    public static TimerSession of(
            ReplayedSession replay, boolean active, List<CountedSegment> counted) {
        SessionStatus status =
                replay.completed()
                        ? SessionStatus.COMPLETED
                        : active ? SessionStatus.ACTIVE : SessionStatus.PAUSED;
        return new TimerSession(replay, status, replay.deleted() ? uncounted(replay) : counted);
    }

    /// The session's id.
    public UUID id() {
        return replayed.id();
    }

    /// Milliseconds of the union of its closed segments.
    public long recordedMillis() {
        return replayed.recordedMillis();
    }

    /// Milliseconds that count for it; 0 while it is deleted.
    public long countedMillis() {
        return segments.stream().mapToLong(CountedSegment::countedMillis).sum();
    }

    /// Recorded milliseconds that count for another session, or for none while it is deleted.
    public long overlappedMillis() {
        return recordedMillis() - countedMillis();
    }

    /// Counted time in whole seconds, rounded down.
    public long durationSeconds() {
        return countedMillis() / 1_000;
    }

    /// What the session adds to its unit's total, in seconds.
    public long secondsInTotal() {
        return status == SessionStatus.COMPLETED && !replayed.deleted() ? durationSeconds() : 0;
    }

    /// Start of the first segment, closed or open; of the session itself where there is none.
    public Instant startTime() {
        Instant first =
                replayed.segments().isEmpty() ? null : replayed.segments().getFirst().start();
        Instant open = replayed.open() == null ? null : replayed.open().start();
        if (first == null || open == null) {
            return first != null ? first : open != null ? open : replayed.startedAt();
        }
        return first.isBefore(open) ? first : open;
    }

    /// End of the last segment once completed, the start where nothing was worked; null before.
    public @Nullable Instant endTime() {
        if (status != SessionStatus.COMPLETED) {
            return null;
        }
        return replayed.segments().stream()
                .map(Segment::end)
                .max(Instant::compareTo)
                .orElse(startTime());
    }

    /// Start of the open segment of the active session; null for every other.
    public @Nullable Instant runningSince() {
        return status == SessionStatus.ACTIVE && replayed.open() != null
                ? replayed.open().start()
                : null;
    }

    /// All flags, `OVERLAP` among them.
    public Set<SessionFlag> flags() {
        Set<SessionFlag> flags =
                replayed.flags().stream()
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(SessionFlag.class)));
        if (!replayed.deleted() && overlappedMillis() > 0) {
            flags.add(SessionFlag.OVERLAP);
        }
        return flags;
    }

    private static List<CountedSegment> uncounted(ReplayedSession replay) {
        List<CountedSegment> none = new ArrayList<>();
        replay.segments().forEach(segment -> none.add(new CountedSegment(segment, List.of())));
        return none;
    }
}
