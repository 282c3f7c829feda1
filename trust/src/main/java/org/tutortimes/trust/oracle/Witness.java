package org.tutortimes.trust.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Sits beside a tutor with a clock that is right: knows when somebody typed, when the program
/// looked at its clock, and when it was not there. Holds each event that the program writes down
/// against that. All times are true milliseconds.
public final class Witness {
    private static final long SLEEP_GAP = 30_000;
    private static final long MOST_LOST_BY_A_CRASH = 15_000;

    /// Each event of a session is stamped a millisecond after the one before it at the least.
    private static final long STAMPS = 1_000;

    private final BiConsumer<String, String> violated;
    private final long threshold;
    private final TreeSet<Long> inputs = new TreeSet<>();
    private final TreeSet<Long> looks = new TreeSet<>();
    private final TreeSet<Long> refusals = new TreeSet<>();
    private final Map<String, Long> openedAt = new HashMap<>();
    private final Map<String, Long> happenedAt = new HashMap<>();
    private final Map<String, Long> awaySince = new HashMap<>();
    private final List<Recorded> written = new ArrayList<>();
    private final List<Recorded> superseded = new ArrayList<>();
    private long longestStep;
    private long endedAt = Long.MIN_VALUE;

    /// @param threshold how long without input is idle
    /// @param violated gets the invariant and what was seen
    public Witness(long threshold, BiConsumer<String, String> violated) {
        this.threshold = threshold;
        this.violated = violated;
    }

    public void typed(long now) {
        inputs.add(now);
    }

    /// The program looked at its clock and at the keyboard.
    public void looked(long now) {
        if (!looks.isEmpty() && now - looks.getLast() < SLEEP_GAP) {
            longestStep = Math.max(longestStep, now - looks.getLast());
        }
        looks.add(now);
    }

    /// The disk took nothing just now.
    public void diskRefused(long now) {
        refusals.add(now);
    }

    /// All events that were written down here, in their order.
    public List<Recorded> written() {
        return List.copyOf(written);
    }

    public int count() {
        return written.size();
    }

    /// An old copy of the journal was put in its place: from here on only these are here, and what
    /// the program that wrote them was in the middle of is not known.
    public void keepOnly(int first) {
        written.subList(first, written.size()).clear();
        openedAt.clear();
    }

    /// The ids of the segments that were opened here, and not closed by an event of here.
    public Set<String> leftOpen() {
        Set<String> open = new TreeSet<>(openedAt.keySet());
        written.forEach(event -> open.remove(event.openedBy()));
        return open;
    }

    /// What was written here and bears another time than that at which it was so; of interest where
    /// no clock was ever wrong.
    ///
    /// @param tolerance in milliseconds
    public List<Recorded> misdated(long tolerance) {
        return written.stream()
                .filter(event -> isMisdated(event, happenedAt.get(event.id()), tolerance))
                .toList();
    }

    private static boolean isMisdated(Recorded event, @Nullable Long happened, long tolerance) {
        return happened != null && Math.abs(event.at() - happened) > tolerance;
    }

    /// The program has written an event down.
    public void wrote(Recorded event, long now) {
        written.add(event);
        switch (event.kind()) {
            case "started", "resumed" -> {
                openedAt.put(event.id(), now);
                happenedAt.put(event.id(), now);
                superseded.forEach(pause -> superseded(pause, now));
            }
            case "paused", "completed" -> {
                if (!event.hasWorked() && openedAt.containsKey(event.openedBy())) {
                    violated.accept("worked time is what was worked", event.json() + " says none");
                } else if (event.hasWorked() && openedAt.containsKey(event.openedBy())) {
                    long opened = openedAt.get(event.openedBy());
                    happenedAt.put(event.id(), opened + event.worked());
                    worked(event, opened, now);
                }
            }
            case "away_kept", "away_discarded" -> away(event, now);
            default -> {}
        }
    }

    /// All events of one commit have been told.
    public void committed() {
        superseded.clear();
    }

    /// What gives way to a start here was running until then.
    private void superseded(Recorded pause, long now) {
        long opened = openedAt.getOrDefault(pause.openedBy(), now - pause.worked());
        if (opened + pause.worked() != now) {
            violated.accept(
                    "worked time is what was worked",
                    "%s; it gave way %d ms after it was opened"
                            .formatted(pause.json(), now - opened));
        }
    }

    private void worked(Recorded event, long opened, long now) {
        long end = opened + event.worked();
        boolean right =
                switch (event.is("completed") ? "by_hand" : event.reason()) {
                    case "by_hand", "quit" -> end == now;
                    case "superseded" -> event.worked() >= 0 && end <= now;
                    case "idle" -> isFollowedBy(inputs, end, opened, now, threshold);
                    case "sleep" -> isFollowedBy(looks, end, opened, now, SLEEP_GAP);
                    case "crash" -> isLastHeartbeat(end, opened);
                    default -> false;
                };
        if (!right) {
            violated.accept(
                    "worked time is what was worked",
                    "%s; it was opened %d ms ago, the last input was %d and the last look %d ms ago"
                            .formatted(
                                    event.json(),
                                    now - opened,
                                    now - Optional.ofNullable(inputs.floor(now)).orElse(0L),
                                    now - Optional.ofNullable(looks.lower(now)).orElse(0L)));
        }
        if (end > opened && restsWithin(opened, end)) {
            violated.accept(
                    "time away is no work",
                    "%s, which was opened %d ms ago, reaches over an absence"
                            .formatted(event.json(), now - opened));
        }
        switch (event.reason()) {
            case "idle", "sleep" -> awaySince.put(event.session(), end);
            case "superseded" -> superseded.add(event);
            default -> {}
        }
    }

    /// Whether nothing came for that long after the last thing, or after the opening.
    private static boolean isFollowedBy(
            NavigableSet<Long> seen, long end, long opened, long now, long gap) {
        Long next = seen.higher(end);
        return (seen.contains(end) || end == opened)
                && (next == null || next > now ? now : next) - end >= gap;
    }

    /// Whether nobody typed, or the program did not look, for too long between two instants.
    private boolean restsWithin(long start, long end) {
        return longestPause(inputs, start, end) >= threshold + SLEEP_GAP
                || longestPause(looks, start, end) >= SLEEP_GAP;
    }

    private static long longestPause(NavigableSet<Long> seen, long start, long end) {
        long before = start;
        long longest = 0;
        for (long next : seen.subSet(start, false, end, true)) {
            longest = Math.max(longest, next - before);
            before = next;
        }
        return longest;
    }

    /// The last look of the program that ended, or less by what a crash may cost.
    private boolean isLastHeartbeat(long end, long opened) {
        long alive = Math.max(lastLookBeforeSleep(), opened);
        boolean diskRefused = refusals.higher(opened) != null;
        return end <= alive
                && end >= opened
                && (diskRefused || alive - end <= MOST_LOST_BY_A_CRASH + longestStep);
    }

    /// Where the computer woke just before the end, the time of its sleep is nobody's loss.
    private long lastLookBeforeSleep() {
        Long last = looks.floor(endedAt);
        Long before = last == null ? null : looks.lower(last);
        if (last == null) {
            return Long.MIN_VALUE;
        }
        return before != null && last - before >= SLEEP_GAP ? before : last;
    }

    /// Up to an input after it, or up to now.
    private boolean isAbsence(long length, long since, long now) {
        Long back = inputs.higher(since);
        long least = (back == null || back > now ? now : back) - since;
        return length >= least - STAMPS && length <= now - since + STAMPS;
    }

    /// The program's process ended.
    public void ended(long now) {
        endedAt = now;
    }

    private void away(Recorded event, long now) {
        Long since = awaySince.get(event.session());
        long length = event.millis("to") - event.millis("from");
        if (since == null || length < 0 || !isAbsence(length, since, now)) {
            violated.accept(
                    "time away is as long as the absence",
                    "%s; since %s of %d".formatted(event.json(), since, now));
        }
        awaySince.remove(event.session());
    }
}
