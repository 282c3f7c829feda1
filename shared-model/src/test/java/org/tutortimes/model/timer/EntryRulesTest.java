package org.tutortimes.model.timer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tutortimes.model.timer.EntryRules.Fault;

class EntryRulesTest {

    private static final Instant NOON = Instant.parse("2026-08-03T12:00:00Z");

    @Test
    void segmentsInOrderUpToNowMayBeEntered() {
        assertThat(faults(segment(-60, -30), segment(-30, 0))).isEmpty();
        assertThat(faults()).isEmpty();
    }

    @Test
    void eachFaultNamesItsField() {
        assertThat(faults(segment(-60, -30), segment(-31, -31), segment(-10, 1)))
                .extracting(Fault::field)
                .containsExactly("segments[1].start", "segments[1].end", "segments[2].end");
    }

    @Test
    void segmentThatCouldNotBeReadHidesNoFaultOfOthers() {
        assertThat(
                        EntryRules.faults(
                                List.of(
                                        Optional.of(segment(-60, -30)),
                                        Optional.empty(),
                                        Optional.of(segment(-31, -32))),
                                NOON))
                .extracting(Fault::field)
                .containsExactly("segments[2].start", "segments[2].end");
    }

    @Test
    void segmentInsideAnEarlierLongerOneIsAFault() {
        assertThat(faults(segment(-60, -10), segment(-50, -40), segment(-30, -20)))
                .extracting(Fault::field)
                .containsExactly("segments[1].start", "segments[2].start");
    }

    @Test
    void monthIsTheLongestSegment() {
        Segment month = new Segment(NOON.minusMillis(EntryRules.MOST_SEGMENT_MILLIS), NOON);
        assertThat(faults(month)).isEmpty();
        assertThat(faults(new Segment(month.start().minusMillis(1), NOON))).hasSize(1);
    }

    @Test
    void endsOfTimeAreFaultsAndNoFailures() {
        assertThat(faults(new Segment(Instant.MIN, Instant.MAX)))
                .extracting(Fault::field)
                .containsExactly("segments[0].start", "segments[0].end");
        assertThat(faults(new Segment(Instant.MIN, Instant.MIN))).hasSize(2);
        assertThat(faults(new Segment(Instant.MIN, Instant.MIN.plusMillis(1)))).isNotEmpty();
    }

    @Test
    void disjointSegmentsHoldTheSameInstantsOnce() {
        List<Segment> disjoint =
                Segment.disjoint(
                        List.of(
                                segment(-20, -5),
                                segment(-60, -40),
                                segment(-50, -30),
                                segment(-55, -45),
                                segment(-5, -5)));
        assertThat(disjoint)
                .containsExactly(segment(-60, -40), segment(-40, -30), segment(-20, -5));
    }

    private static List<Fault> faults(Segment... segments) {
        return EntryRules.faults(Stream.of(segments).map(Optional::of).toList(), NOON);
    }

    private static Segment segment(long startMinute, long endMinute) {
        return new Segment(NOON.plusSeconds(60 * startMinute), NOON.plusSeconds(60 * endMinute));
    }
}
