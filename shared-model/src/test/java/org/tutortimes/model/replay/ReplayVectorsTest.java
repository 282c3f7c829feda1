package org.tutortimes.model.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tutortimes.model.sync.DecodedEvent;
import org.tutortimes.model.sync.EventCodec;
import org.tutortimes.model.timer.TimerEvent;
import org.tutortimes.model.wire.Json;

/// The named cases of the design, in the wire format, whatever the order of arrival.
class ReplayVectorsTest {

    private static final int PERMUTED_UP_TO = 5;
    private static final int RANDOM_ORDERS = 1_000;

    @TestFactory
    Stream<DynamicTest> everyCaseGivesItsFiguresInAnyOrder() throws IOException {
        return cases().map(vector -> DynamicTest.dynamicTest(name(vector), () -> check(vector)));
    }

    @Test
    void allTwentyFourCasesAreThere() throws IOException {
        assertThat(cases()).hasSize(24);
    }

    private static void check(JsonNode vector) {
        List<TimerEvent> events = events(vector);
        List<List<TimerEvent>> orders =
                events.size() <= PERMUTED_UP_TO ? permutations(events) : randomOrders(events);
        Random random = new Random(7);
        for (List<TimerEvent> order : orders) {
            assertThat(figures(order)).as("in the order %s", order).isEqualTo(expected(vector));
            List<TimerEvent> repeated = Histories.shuffled(order, random);
            assertThat(figures(repeated)).as("with repeats").isEqualTo(expected(vector));
        }
    }

    private static ObjectNode expected(JsonNode vector) {
        ObjectNode expected = JsonNodeFactory.instance.objectNode();
        expected.set("sessions", vector.get("sessions"));
        expected.set("total_seconds", vector.get("total_seconds"));
        return expected;
    }

    private static ObjectNode figures(List<TimerEvent> events) {
        List<TimerSession> sessions = Histories.sessions(events);
        ObjectNode figures = JsonNodeFactory.instance.objectNode();
        ArrayNode array = figures.putArray("sessions");
        sessions.forEach(session -> array.add(figures(session)));
        figures.put(
                "total_seconds", sessions.stream().mapToLong(TimerSession::secondsInTotal).sum());
        return (ObjectNode) parse(figures.toString());
    }

    private static ObjectNode figures(TimerSession session) {
        ObjectNode figures = JsonNodeFactory.instance.objectNode();
        figures.put("session_id", session.id().toString());
        figures.set("status", Json.mapper().valueToTree(session.status()));
        figures.put("deleted", session.replayed().deleted());
        figures.put("recorded_ms", session.recordedMillis());
        figures.put("counted_ms", session.countedMillis());
        ArrayNode segments = figures.putArray("segments");
        session.replayed()
                .segments()
                .forEach(segment -> segments.add(Json.mapper().valueToTree(segment)));
        figures.set("open_since", Json.mapper().valueToTree(session.runningSince()));
        return figures;
    }

    private static List<TimerEvent> events(JsonNode vector) {
        return elements(vector.get("events"))
                .map(EventCodec::decode)
                .map(decoded -> ((DecodedEvent.Understood) decoded).event())
                .toList();
    }

    private static List<List<TimerEvent>> randomOrders(List<TimerEvent> events) {
        Random random = new Random(42);
        return IntStream.range(0, RANDOM_ORDERS)
                .mapToObj(_ -> Histories.shuffled(events, random))
                .toList();
    }

    private static <T> List<List<T>> permutations(List<T> elements) {
        if (elements.isEmpty()) {
            return List.of(List.of());
        }
        List<List<T>> all = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            List<T> rest = new ArrayList<>(elements);
            T first = rest.remove(i);
            for (List<T> tail : permutations(rest)) {
                List<T> permutation = new ArrayList<>(tail);
                permutation.addFirst(first);
                all.add(permutation);
            }
        }
        return all;
    }

    private static Stream<JsonNode> cases() throws IOException {
        try (InputStream in = ReplayVectorsTest.class.getResourceAsStream("/replay.json")) {
            return elements(Json.mapper().readTree(in).get("cases"));
        }
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static String name(JsonNode vector) {
        return vector.get("name").textValue();
    }

    private static JsonNode parse(String json) {
        try {
            return Json.tree(json);
        } catch (JacksonException e) {
            throw new AssertionError(e);
        }
    }
}
