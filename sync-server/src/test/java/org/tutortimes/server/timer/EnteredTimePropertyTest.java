package org.tutortimes.server.timer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.tutortimes.model.timer.Segment;
import org.tutortimes.server.OnBothDatabases;
import org.tutortimes.server.TestDatabase;
import org.tutortimes.server.TestServer;
import org.tutortimes.server.TestServer.Answer;
import org.tutortimes.server.VirtualClock;

/// What people enter and correct, against a count of each second for itself.
@OnBothDatabases
class EnteredTimePropertyTest {

    private static final int TRIES = 8;
    private static final int SECONDS = 600;
    private static final Instant NOON = Instant.parse("2026-08-03T12:00:00Z");

    @Parameter private TestDatabase kind;
    @TempDir Path folder;
    private TestServer server;
    private TimerCalls calls;

    @BeforeEach
    void start() {
        server = TestServer.on(kind, folder, new VirtualClock("2026-08-03T13:00:00Z"));
        calls = new TimerCalls(server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void storedTimeIsWhatWasEnteredLessWhatOverlaps() {
        for (long seed = 1; seed <= TRIES; seed++) {
            Random random = new Random(seed);
            Map<String, List<Segment>> entered = new HashMap<>();
            for (int count = 0; count < 6; count++) {
                List<Segment> segments = segments(random);
                Answer added = calls.entered(json(segments));
                assertThat(added.status()).as("seed " + seed).isEqualTo(201);
                entered.put(TimerCalls.id(added), segments);
            }
            for (String id : List.copyOf(entered.keySet())) {
                if (random.nextInt(3) == 0) {
                    List<Segment> segments = segments(random);
                    String body = "{\"note\": \"n\", \"segments\": %s}".formatted(json(segments));
                    assertThat(calls.corrected(id, body).status()).isEqualTo(200);
                    entered.put(id, segments);
                }
            }
            long total = compare(seed, entered);
            assertThat(calls.unitTotal()).as("seed " + seed).isEqualTo(total);
            assertThat(calls.damages()).as("seed " + seed).isEmpty();
            entered.keySet().forEach(calls::deleted);
        }
        assertThat(calls.unitTotal()).isZero();
    }

    /// The counted seconds of all, once each session has been found as it should be.
    private long compare(long seed, Map<String, List<Segment>> entered) {
        Map<String, Long> counted = countedSeconds(entered);
        long total = 0;
        for (var session : entered.entrySet()) {
            JsonNode stored = calls.session(session.getKey());
            long recorded = session.getValue().stream().mapToLong(Segment::millis).sum() / 1_000;
            long counts = counted.getOrDefault(session.getKey(), 0L);
            assertThat(stored.get("recorded_seconds").asLong())
                    .as("seed " + seed)
                    .isEqualTo(recorded);
            assertThat(stored.get("duration_seconds").asLong())
                    .as("seed " + seed)
                    .isEqualTo(counts);
            assertThat(stored.get("overlapped_seconds").asLong()).isEqualTo(recorded - counts);
            assertThat(stored.get("flags").toString().contains("overlap"))
                    .isEqualTo(counts < recorded);
            List<Segment> segments = new ArrayList<>();
            stored.get("segments")
                    .forEach(segment ->
                            segments.add(
                                    new Segment(
                                            Instant.parse(segment.get("start").asText()),
                                            Instant.parse(segment.get("end").asText()))));
            assertThat(segments).isEqualTo(session.getValue());
            total += counts;
        }
        return total;
    }

    /// Each second goes to the segment that was started last, of several to the largest session id.
    private static Map<String, Long> countedSeconds(Map<String, List<Segment>> entered) {
        Map<String, Long> counted = new HashMap<>();
        for (int second = 0; second < SECONDS; second++) {
            Instant instant = NOON.plusSeconds(second);
            String winner = "";
            Instant latest = Instant.MIN;
            for (var session : entered.entrySet()) {
                for (Segment segment : session.getValue()) {
                    boolean holds =
                            !segment.start().isAfter(instant) && segment.end().isAfter(instant);
                    int later = segment.start().compareTo(latest);
                    boolean wins =
                            later > 0 || (later == 0 && session.getKey().compareTo(winner) > 0);
                    if (holds && wins) {
                        winner = session.getKey();
                        latest = segment.start();
                    }
                }
            }
            counted.merge(winner, 1L, Long::sum);
        }
        return counted;
    }

    /// One to three segments within the ten minutes, some of them back to back.
    private static List<Segment> segments(Random random) {
        List<Segment> segments = new ArrayList<>();
        int reached = random.nextInt(200);
        int count = 1 + random.nextInt(3);
        for (int each = 0; each < count; each++) {
            int start = reached + (random.nextInt(3) == 0 ? 0 : random.nextInt(60));
            reached = start + 1 + random.nextInt(70);
            segments.add(new Segment(NOON.plusSeconds(start), NOON.plusSeconds(reached)));
        }
        return segments;
    }

    private static String json(List<Segment> segments) {
        return segments.stream()
                .map(segment ->
                        "{\"start\": \"%s\", \"end\": \"%s\"}"
                                .formatted(segment.start(), segment.end()))
                .toList()
                .toString();
    }
}
