package org.tutortimes.model.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tutortimes.model.timer.Fact;
import org.tutortimes.model.timer.MarkingTarget;
import org.tutortimes.model.timer.PauseReason;
import org.tutortimes.model.timer.Segment;
import org.tutortimes.model.timer.TimerEvent;

/// Random histories of one unit role: several devices that say anything, sane or not.
public final class Histories {

    private static final int MINUTES = 600;
    private static final List<PauseReason> REASONS = List.of(PauseReason.values());

    private Histories() {}

    /// Up to 30 events of up to 4 sessions from up to 3 devices; each session has its start.
    public static List<TimerEvent> random(Random random) {
        Events events = new Events();
        int sessions = 1 + random.nextInt(4);
        for (int session = 1; session <= sessions; session++) {
            somewhere(events, random).inSession(session).started();
        }
        int more = random.nextInt(26);
        for (int i = 0; i < more; i++) {
            somewhere(events, random)
                    .inSession(1 + random.nextInt(sessions))
                    .says(fact(events, random));
        }
        return events.all();
    }

    /// The same events in another order, some of them more than once.
    public static List<TimerEvent> shuffled(List<TimerEvent> events, Random random) {
        List<TimerEvent> shuffled = new ArrayList<>(events);
        events.stream().filter(_ -> random.nextInt(4) == 0).forEach(shuffled::add);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    /// Every session of a history, all of one unit role.
    public static List<TimerSession> sessions(List<TimerEvent> events) {
        Map<UUID, List<TimerEvent>> bySession =
                events.stream()
                        .collect(
                                Collectors.groupingBy(
                                        TimerEvent::sessionId, HashMap::new, Collectors.toList()));
        return TimerSession.ofUnitRole(
                bySession.values().stream()
                        .flatMap(ofSession -> Replay.replay(ofSession).stream())
                        .toList());
    }

    private static Events somewhere(Events events, Random random) {
        return events.onDevice(1 + random.nextInt(3)).at(instant(random));
    }

    private static Instant instant(Random random) {
        return Events.NINE.plusMillis(random.nextInt(MINUTES) * 60_000L + random.nextInt(3));
    }

    private static Fact fact(Events events, Random random) {
        return switch (random.nextInt(12)) {
            case 0, 1 -> new Fact.Resumed();
            case 2, 3, 4 ->
                    new Fact.Paused(
                            REASONS.get(random.nextInt(REASONS.size())), closing(events, random));
            case 5, 6 -> new Fact.Completed(closing(events, random), random.nextInt(20));
            case 7 -> new Fact.AwayKept(segment(random));
            case 8 -> new Fact.AwayDiscarded(segment(random));
            case 9 -> new Fact.Amended(segments(random), new MarkingTarget.Pile(5), "corrected");
            case 10 -> new Fact.Deleted(null);
            default -> new Fact.Restored(null);
        };
    }

    private static Fact.Closing closing(Events events, Random random) {
        int openedBy = 1 + random.nextInt(events.last() + 1);
        return Events.closing(
                openedBy, random.nextInt(4) == 0 ? null : random.nextInt(120) * 60_000L);
    }

    private static Segment segment(Random random) {
        Instant start = instant(random);
        return new Segment(start, start.plusSeconds(60 + random.nextInt(3_600)));
    }

    private static List<Segment> segments(Random random) {
        List<Segment> segments = new ArrayList<>();
        Instant reached = instant(random);
        for (int i = random.nextInt(3); i > 0; i--) {
            Segment segment = new Segment(reached, reached.plusSeconds(random.nextInt(3_600)));
            segments.add(segment);
            reached = segment.end().plusSeconds(random.nextInt(100));
        }
        return segments;
    }
}
