package org.tutortimes.model.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tutortimes.model.replay.Histories;
import org.tutortimes.model.replay.Seeds;
import org.tutortimes.model.timer.FactKind;
import org.tutortimes.model.timer.TimerEvent;
import org.tutortimes.model.wire.Golden;

class EventCodecTest {

    @TestFactory
    Stream<DynamicTest> everyKindOfEventReadsFromItsFileAndWritesToIt() {
        return Arrays.stream(FactKind.values())
                .map(kind ->
                        DynamicTest.dynamicTest(
                                kind.wireName(),
                                () -> {
                                    JsonNode golden = Golden.tree("event_" + kind.wireName());
                                    TimerEvent event = understood(golden);
                                    assertThat(FactKind.of(event.fact())).isEqualTo(kind);
                                    assertThat(EventCodec.encode(event).toString())
                                            .isEqualTo(golden.toString());
                                }));
    }

    @Test
    void whatIsEncodedDecodesToTheSame() {
        Seeds.check(
                300,
                random -> {
                    for (TimerEvent event : Histories.random(random)) {
                        assertThat(understood(EventCodec.encode(event))).isEqualTo(event);
                    }
                });
    }

    @Test
    void everyFaultIsNamedAtOnce() throws IOException {
        ObjectNode json = golden("event_paused");
        json.put("id", "1-2-3-4-5").put("at", "noon").put("reason", "coffee").remove("seq");
        json.put("worked_ms", -1).put("zone", "Mars/Olympus");
        assertThat(faults(json))
                .containsExactly(
                        "id must be a UUID",
                        "seq must be a whole number",
                        "at must be an ISO-8601 instant from 1970 to 9999",
                        "zone must be an IANA time zone",
                        "reason must be one of"
                                + " [by_hand, idle, sleep, quit, crash, superseded]",
                        "worked_ms must be between 0 and 2678400000");
    }

    @Test
    void aStartNeedsExactlyOneTarget() throws IOException {
        ObjectNode both = golden("event_started").put("task_definition_id", 5);
        assertThat(faults(both))
                .containsExactly("task_id and task_definition_id exclude each other");
        ObjectNode none = golden("event_started");
        none.remove("task_id");
        assertThat(faults(none)).containsExactly("task_id or task_definition_id must be given");
    }

    @Test
    void workedTimeWithoutItsOpenerIsAFault() throws IOException {
        ObjectNode json = golden("event_paused");
        json.remove("opened_by");
        assertThat(faults(json)).containsExactly("worked_ms needs opened_by");
    }

    @Test
    void awayTimeRunsForward() throws IOException {
        ObjectNode json = golden("event_away_kept");
        json.put("to", json.get("from").textValue());
        assertThat(faults(json)).containsExactly("to must be after from");
    }

    @Test
    void aKindOfALaterVersionIsKeptAsItCame() throws IOException {
        ObjectNode json = golden("event_resumed").put("kind", "annotated").put("colour", "green");
        assertThat(EventCodec.decode(json))
                .isInstanceOfSatisfying(
                        DecodedEvent.UnknownKind.class,
                        unknown -> {
                            assertThat(unknown.kind()).isEqualTo("annotated");
                            assertThat(unknown.tree()).isEqualTo(json);
                        });
    }

    @Test
    void unknownFieldsOfAKnownKindAreIgnored() throws IOException {
        JsonNode plain = Golden.tree("event_resumed");
        assertThat(understood(golden("event_resumed").put("colour", "green")))
                .isEqualTo(understood(plain));
    }

    @Test
    void noJsonMakesItThrow() {
        Seeds.check(
                2_000,
                random -> {
                    List<FactKind> kinds = List.of(FactKind.values());
                    ObjectNode json =
                            golden("event_" + kinds.get(random.nextInt(kinds.size())).wireName());
                    List<String> names =
                            List.copyOf(json.properties().stream().map(e -> e.getKey()).toList());
                    for (int i = 0; i <= random.nextInt(3); i++) {
                        json.set(names.get(random.nextInt(names.size())), anything(random));
                    }
                    assertThat(EventCodec.decode(json)).isNotNull();
                    assertThat(EventCodec.decode(anything(random))).isNotNull();
                });
    }

    private static JsonNode anything(Random random) {
        JsonNodeFactory make = JsonNodeFactory.instance;
        return switch (random.nextInt(10)) {
            case 0 -> make.nullNode();
            case 1 -> make.numberNode(random.nextLong());
            case 2 -> make.numberNode(random.nextDouble() * 1e300);
            case 3 -> make.textNode("");
            case 4 -> make.textNode("+999999999-12-31T23:59:59Z");
            case 5 -> make.booleanNode(random.nextBoolean());
            case 6 -> make.arrayNode().add(1).add("x");
            case 7 -> make.objectNode().put("start", 5);
            case 8 -> make.arrayNode().add(make.objectNode().put("start", "x"));
            default -> make.textNode("x".repeat(random.nextInt(3_000)));
        };
    }

    private static ObjectNode golden(String name) throws IOException {
        return (ObjectNode) Golden.tree(name);
    }

    private static TimerEvent understood(JsonNode json) {
        return ((DecodedEvent.Understood) EventCodec.decode(json)).event();
    }

    private static List<String> faults(JsonNode json) {
        return ((DecodedEvent.Malformed) EventCodec.decode(json)).faults();
    }
}
