package org.tutortimes.model.bench;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.tutortimes.model.sync.EventCodec;
import org.tutortimes.model.timer.Fact;
import org.tutortimes.model.timer.Fact.Closing;
import org.tutortimes.model.timer.MarkingTarget;
import org.tutortimes.model.timer.PauseReason;
import org.tutortimes.model.timer.TimerEvent;
import org.tutortimes.model.wire.Json;

/// A tutor who marks one session after the other, with a break or two in each: the events as the
/// tutor's device writes them down. The same seed gives the same events.
public final class MarkingScript {

    private static final int MILLIS_PER_MINUTE = 60_000;
    private static final int VERSION_7 = 0x7000;

    private final long unitRoleId;
    private final List<MarkingTarget> targets;
    private final Random random;
    private final UUID deviceId;
    private final Deque<String> ready = new ArrayDeque<>();
    private Instant time;
    private long sequence;

    /// Puts the tutor at the beginning.
    ///
    /// @param targets what there is to mark
    public MarkingScript(long unitRoleId, List<MarkingTarget> targets, long seed, Instant from) {
        this.unitRoleId = unitRoleId;
        this.targets = List.copyOf(targets);
        this.random = new Random(seed);
        this.time = Instant.ofEpochMilli(from.toEpochMilli());
        this.deviceId = id();
    }

    public UUID deviceId() {
        return deviceId;
    }

    /// When the last event happened that was given or is ready.
    public Instant time() {
        return time;
    }

    /// The next event, as JSON.
    public String next() {
        if (ready.isEmpty()) {
            markOnce();
        }
        return ready.removeFirst();
    }

    /// All of the next session that was not given yet, as JSON.
    public List<String> nextSession() {
        if (ready.isEmpty()) {
            markOnce();
        }
        List<String> session = List.copyOf(ready);
        ready.clear();
        return session;
    }

    private void markOnce() {
        pass(5, 60);
        UUID session = id();
        MarkingTarget target = targets.get(random.nextInt(targets.size()));
        UUID opener = add(session, new Fact.Started(unitRoleId, target, false));
        int breaks = 1 + random.nextInt(2);
        for (int rest = 0; rest < breaks; rest++) {
            add(session, new Fact.Paused(PauseReason.BY_HAND, worked(opener)));
            pass(2, 10);
            opener = add(session, new Fact.Resumed());
        }
        add(session, new Fact.Completed(worked(opener), null));
    }

    private Closing worked(UUID opener) {
        return new Closing(opener, pass(8, 40));
    }

    private long pass(int leastMinutes, int mostMinutes) {
        long millis =
                leastMinutes * (long) MILLIS_PER_MINUTE
                        + random.nextInt((mostMinutes - leastMinutes) * MILLIS_PER_MINUTE);
        time = time.plusMillis(millis);
        return millis;
    }

    private UUID add(UUID session, Fact fact) {
        UUID id = id();
        TimerEvent event =
                new TimerEvent(
                        id, session, deviceId, ++sequence, time, "Australia/Melbourne", -37, fact);
        ready.add(Json.write(EventCodec.encode(event)));
        return id;
    }

    /// A version 7 id of the script's own time, as a device makes it.
    private UUID id() {
        long high = time.toEpochMilli() << 16 | VERSION_7 | random.nextInt(0x1000);
        return new UUID(high, random.nextLong() >>> 2 | Long.MIN_VALUE);
    }
}
