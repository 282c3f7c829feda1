package org.tutortimes.model.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.timer.Fact;
import org.tutortimes.model.timer.MarkingTarget;
import org.tutortimes.model.timer.PauseReason;
import org.tutortimes.model.timer.TimerEvent;

/// Builds the events of a test: what a device says, in the order in which it says it.
public final class Events {

    public static final Instant NINE = Instant.parse("2026-08-03T09:00:00Z");
    public static final long UNIT_ROLE = 100;

    private final List<TimerEvent> events = new ArrayList<>();
    private final long[] lastSeq = new long[10];
    private UUID session = session(1);
    private int device = 1;
    private Instant now = NINE;

    /// Nothing happened yet; it is nine o'clock on device 1, in session 1.
    public Events() {}

    public static UUID session(int number) {
        return new UUID(0x0198_0000_0000_7000L, 0x9000_0000_0000_0000L + number);
    }

    public static UUID device(int number) {
        return new UUID(0x4000L, 0x8000_0000_0000_0000L + number);
    }

    public static UUID event(int number) {
        return new UUID(0x0198_0000_0000_7000L, 0x8000_0000_0000_0000L + number);
    }

    public static Instant minute(long minutes) {
        return NINE.plusSeconds(minutes * 60);
    }

    public Events inSession(int number) {
        session = session(number);
        return this;
    }

    public Events onDevice(int number) {
        device = number;
        return this;
    }

    public Events atMinute(long minutes) {
        return at(minute(minutes));
    }

    public Events at(Instant instant) {
        now = instant;
        return this;
    }

    public Events started() {
        return says(new Fact.Started(UNIT_ROLE, new MarkingTarget.OneTask(9_000), false));
    }

    public Events resumed() {
        return says(new Fact.Resumed());
    }

    public Events paused() {
        return says(new Fact.Paused(PauseReason.BY_HAND, null));
    }

    public Events paused(int openedBy, long workedMinutes) {
        return says(new Fact.Paused(PauseReason.BY_HAND, closing(openedBy, workedMinutes)));
    }

    public Events completed() {
        return says(new Fact.Completed(null, null));
    }

    public Events completed(int openedBy, long workedMinutes) {
        return says(new Fact.Completed(closing(openedBy, workedMinutes), null));
    }

    public Events says(Fact fact) {
        events.add(
                new TimerEvent(
                        event(events.size() + 1),
                        session,
                        device(device),
                        ++lastSeq[device],
                        now,
                        "Australia/Melbourne",
                        0,
                        fact));
        return this;
    }

    /// The number of the last event, for those that name it.
    public int last() {
        return events.size();
    }

    public List<TimerEvent> all() {
        return List.copyOf(events);
    }

    public ReplayedSession replayed() {
        return Replay.replay(events).orElseThrow();
    }

    public static Fact.Closing closing(int openedBy, @Nullable Long workedMillis) {
        return new Fact.Closing(event(openedBy), workedMillis);
    }

    private static Fact.Closing closing(int openedBy, long workedMinutes) {
        return closing(openedBy, Long.valueOf(workedMinutes * 60_000));
    }
}
