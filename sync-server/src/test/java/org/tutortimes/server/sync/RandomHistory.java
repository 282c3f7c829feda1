package org.tutortimes.server.sync;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.timer.Fact;
import org.tutortimes.model.timer.MarkingTarget;
import org.tutortimes.model.timer.PauseReason;
import org.tutortimes.model.timer.Segment;
import org.tutortimes.model.timer.TimerEvent;
import org.tutortimes.server.SampleData;

/// Random events of one tutor on several devices that know little of each other: sessions that
/// overlap, are corrected, deleted, closed from elsewhere, or never closed at all.
final class RandomHistory {

    private static final Instant MORNING = Instant.parse("2026-08-03T09:00:00Z");

    private final Random random;
    private final List<UUID> devices = new ArrayList<>();
    private final Map<UUID, Long> lastSeq = new HashMap<>();
    private final List<TimerEvent> events = new ArrayList<>();

    private RandomHistory(long seed) {
        this.random = new Random(seed);
        for (int count = 0; count < 3; count++) {
            devices.add(id());
        }
    }

    static List<TimerEvent> of(long seed) {
        RandomHistory history = new RandomHistory(seed);
        int sessions = 2 + history.random.nextInt(6);
        for (int count = 0; count < sessions; count++) {
            history.addSession();
        }
        return history.events;
    }

    private void addSession() {
        UUID session = id();
        UUID device = anyDevice();
        boolean other = random.nextInt(5) == 0;
        MarkingTarget target =
                random.nextBoolean() && !other
                        ? new MarkingTarget.Pile(SampleData.PILE)
                        : new MarkingTarget.OneTask(
                                other ? SampleData.TASK_OF_OTHER_UNIT : SampleData.TASK);
        long role = other ? SampleData.TIAS_OTHER_ROLE : SampleData.TIAS_ROLE;
        Instant at = MORNING.plusSeconds(random.nextInt(6 * 3600));
        UUID opener =
                add(session, device, at, new Fact.Started(role, target, random.nextInt(8) == 0));
        int steps = random.nextInt(8);
        for (int count = 0; count < steps; count++) {
            at = at.plusMillis(random.nextInt(40 * 60_000) - 60_000L);
            UUID writer = random.nextInt(4) == 0 ? anyDevice() : device;
            UUID id = add(session, writer, at, step(opener, at));
            opener = random.nextBoolean() ? id : opener;
        }
    }

    private Fact step(UUID opener, Instant at) {
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> new Fact.Resumed();
            case 3, 4, 5, 6 -> new Fact.Paused(PauseReason.BY_HAND, closing(opener));
            case 7 -> new Fact.Completed(closing(opener), random.nextInt(9));
            case 8 -> new Fact.AwayKept(new Segment(at.minusSeconds(600), at.minusSeconds(60)));
            case 9 ->
                    new Fact.Amended(
                            List.of(
                                    new Segment(at.minusSeconds(3000), at.minusSeconds(2000)),
                                    new Segment(at.minusSeconds(1500), at.minusSeconds(30))),
                            null,
                            "corrected");
            case 10 -> new Fact.Deleted(null);
            default -> new Fact.Restored(null);
        };
    }

    private Fact.@Nullable Closing closing(UUID opener) {
        return switch (random.nextInt(3)) {
            case 0 -> null;
            case 1 -> new Fact.Closing(opener, null);
            default -> new Fact.Closing(opener, (long) random.nextInt(3_600_000));
        };
    }

    private UUID add(UUID session, UUID device, Instant at, Fact fact) {
        long seq = lastSeq.merge(device, 1L, Long::sum);
        TimerEvent event =
                new TimerEvent(id(), session, device, seq, at, "Australia/Melbourne", 0, fact);
        events.add(event);
        return event.id();
    }

    private UUID anyDevice() {
        return devices.get(random.nextInt(devices.size()));
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
