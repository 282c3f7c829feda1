package org.tutortimes.model.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tutortimes.model.replay.Events.minute;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SegmentTest {

    private static final int MINUTES = 40;

    @Test
    void minusLeavesWhatOthersDoNotHold() {
        assertThat(
                        Segment.minus(
                                List.of(minutes(0, 10), minutes(20, 30)),
                                List.of(minutes(2, 4), minutes(8, 25))))
                .containsExactly(minutes(0, 2), minutes(4, 8), minutes(25, 30));
    }

    @Test
    void minusAndCommonAgreeWithCountingEachMinute() {
        Random random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            List<Segment> some = random(random);
            List<Segment> others = random(random);
            BitSet rest = held(some);
            rest.andNot(held(others));
            BitSet both = held(some);
            both.and(held(others));
            assertThat(held(Segment.minus(some, others))).isEqualTo(rest);
            assertThat(held(Segment.common(some, others))).isEqualTo(both);
            assertThat(Segment.minus(some, others)).noneMatch(Segment::isEmpty);
        }
    }

    @Test
    void timelineFindsAndTakesAsCountingEachMinuteDoes() {
        Random random = new Random(11);
        for (int round = 0; round < 2_000; round++) {
            List<Segment> some = random(random);
            Timeline timeline = new Timeline(some);
            BitSet held = held(some);
            for (Segment stretch : random(random)) {
                BitSet wanted = held(List.of(stretch));
                wanted.and(held);
                assertThat(held(Segment.common(List.of(stretch), timeline.overlapping(stretch))))
                        .isEqualTo(wanted);
                BitSet rest = held(List.of(stretch));
                rest.andNot(held);
                assertThat(held(timeline.take(stretch))).isEqualTo(rest);
                held.or(rest);
            }
            for (int at = 0; at < MINUTES; at++) {
                assertThat(timeline.holds(minute(at))).isEqualTo(held.get(at));
            }
        }
    }

    private static BitSet held(Collection<Segment> segments) {
        BitSet held = new BitSet(MINUTES);
        IntStream.range(0, MINUTES)
                .filter(at ->
                        segments.stream()
                                .anyMatch(segment -> segment.overlaps(minutes(at, at + 1))))
                .forEach(held::set);
        return held;
    }

    private static List<Segment> random(Random random) {
        return IntStream.range(0, random.nextInt(6))
                .mapToObj(_ -> {
                    int from = random.nextInt(MINUTES);
                    return minutes(from, from + random.nextInt(MINUTES - from));
                })
                .toList();
    }

    private static Segment minutes(int from, int to) {
        return new Segment(minute(from), minute(to));
    }
}
