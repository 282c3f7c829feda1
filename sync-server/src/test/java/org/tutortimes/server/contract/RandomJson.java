package org.tutortimes.server.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.tutortimes.model.wire.Json;

/// Makes JSON as a schema of the contract wants it, with ids that exist more often than not, and
/// spoils it where asked to.
final class RandomJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Instant NOW = Instant.parse("2026-08-03T09:00:00Z");

    /// What leads past the first checks of the server.
    private static final Map<String, List<Object>> KNOWN =
            Map.ofEntries(
                    Map.entry("unit_role_id", List.of(100L, 101L, 110L, 120L, 777L)),
                    Map.entry("task_id", List.of(9000L, 9100L, 1L)),
                    Map.entry("task_definition_id", List.of(500L, 510L)),
                    Map.entry("unit_id", List.of(10L, 11L, 99L)),
                    Map.entry("user_id", List.of(1L, 2L, 3L, 50L)),
                    Map.entry("username", List.of("tia", "sam", "nobody", "new")),
                    Map.entry("client_version", List.of("1.0.0", "0.9.0", "2.1")),
                    Map.entry("zone", List.of("Australia/Melbourne", "Mars/Olympus")),
                    Map.entry("teacher_id", List.of(1L, 2L, 3L, 50L)),
                    Map.entry("student_ids", List.of(List.of(50L), List.of(), List.of(50L, 7L))),
                    Map.entry("meeting_time", List.of("08:00", "24:00")),
                    Map.entry("passage_id", List.of("one", "two")),
                    Map.entry("position_start", List.of(0L, 1L)),
                    Map.entry("position_end", List.of(5L, 500L)),
                    Map.entry("text", List.of("right", "right", "left")),
                    Map.entry("color_code", List.of("#FFD54F", "#00ff00", "red")));

    private static final List<String> NASTY =
            List.of(
                    "null",
                    "true",
                    "[]",
                    "{}",
                    "0",
                    "-1",
                    "1.5",
                    "1e400",
                    "-9223372036854775808",
                    "9223372036854775808",
                    "123456789012345678901234567890",
                    "\"\"",
                    "\" \"",
                    "\"\\u0000\"",
                    "\"a\\u0000b\"",
                    "\"\\ud800\"",
                    "\"\\uD83D\\uDE00\"",
                    "\"'; DROP TABLE users; --\"",
                    "\"-999999999-01-01T00:00:00Z\"",
                    "\"+999999999-12-31T23:59:59.999Z\"",
                    "\"2026-02-30\"",
                    "\"00000000-0000-0000-0000-000000000000\"",
                    "[[[[[[[[[[]]]]]]]]]]",
                    "\"" + "x".repeat(5_000) + "\"");

    private final JsonNode contract;
    private final Random random;
    private final List<String> ids;

    /// @param ids of things that exist
    RandomJson(JsonNode contract, Random random, List<String> ids) {
        this.contract = contract;
        this.random = random;
        this.ids = ids;
    }

    /// A value for a field of this name.
    JsonNode value(String name, JsonNode given) {
        JsonNode schema = resolved(given);
        List<Object> known = KNOWN.get(name);
        if (known != null && chance(80)) {
            return Json.mapper().valueToTree(oneOf(known));
        }
        if (schema.has("const")) {
            return schema.get("const");
        }
        if (schema.has("enum")) {
            return schema.get("enum").get(random.nextInt(schema.get("enum").size()));
        }
        for (String choice : List.of("anyOf", "oneOf")) {
            if (schema.has(choice) && !schema.has("properties")) {
                return value(
                        name, schema.get(choice).get(random.nextInt(schema.get(choice).size())));
            }
        }
        return ofType(name, schema);
    }

    /// One of the nasty values that break programs.
    String nasty() {
        return oneOf(NASTY);
    }

    /// The text of some JSON with one of its values replaced by a nasty one.
    String spoilt(JsonNode tree) {
        if (!tree.isObject() || tree.isEmpty()) {
            return nasty();
        }
        List<String> names = tree.properties().stream().map(Map.Entry::getKey).toList();
        String name = oneOf(names);
        JsonNode value = tree.get(name);
        String worse =
                value.isObject() && chance(70)
                        ? spoilt(value)
                        : value.isArray() && !value.isEmpty() && chance(70)
                                ? "[" + spoilt(value.get(random.nextInt(value.size()))) + "]"
                                : nasty();
        StringBuilder text = new StringBuilder("{");
        for (String each : names) {
            text.append(text.length() == 1 ? "" : ", ")
                    .append(Json.write(each))
                    .append(": ")
                    .append(each.equals(name) ? worse : Json.write(tree.get(each)));
        }
        return text.append("}").toString();
    }

    private JsonNode ofType(String name, JsonNode schema) {
        JsonNode types = schema.path("type");
        String type =
                types.isArray()
                        ? types.get(random.nextInt(types.size())).asText()
                        : types.asText(schema.has("properties") ? "object" : "any");
        return switch (type) {
            case "object" -> object(schema);
            case "array" -> array(name, schema);
            case "integer" -> NODES.numberNode(integer(schema));
            case "boolean" -> NODES.booleanNode(random.nextBoolean());
            case "null" -> NODES.nullNode();
            case "string" -> NODES.textNode(text(schema));
            default -> value(name, contract.at("/components/schemas/TimerEvent"));
        };
    }

    private ObjectNode object(JsonNode schema) {
        ObjectNode object = NODES.objectNode();
        for (JsonNode part : schema.path("allOf")) {
            object.setAll(object(resolved(part)));
        }
        List<String> required =
                schema.path("required").valueStream().map(JsonNode::asText).toList();
        for (Map.Entry<String, JsonNode> field : schema.path("properties").properties()) {
            if (chance(required.contains(field.getKey()) ? 97 : 50)) {
                object.set(field.getKey(), value(field.getKey(), field.getValue()));
            }
        }
        return object;
    }

    private ArrayNode array(String name, JsonNode schema) {
        ArrayNode array = NODES.arrayNode();
        for (int count = random.nextInt(4); count > 0; count--) {
            array.add(value(name, schema.path("items")));
        }
        return array;
    }

    private long integer(JsonNode schema) {
        long least = schema.path("minimum").asLong(-5);
        long most = schema.path("maximum").asLong(least + 200);
        return chance(20) ? oneOf(List.of(least, most)) : random.nextLong(least, most + 1);
    }

    private String text(JsonNode schema) {
        return switch (schema.path("format").asText()) {
            case "uuid" ->
                    chance(60) ? oneOf(ids) : new UUID(random.nextLong(), random.nextLong()) + "";
            case "date-time" -> NOW.minusSeconds(random.nextInt(-600, 86_400)).toString();
            case "date" -> LocalDate.of(2026, 7, 13).plusDays(random.nextInt(200)).toString();
            default -> oneOf(List.of("a", "Ünïcode 😀", "two words", "1", "tia", "right"));
        };
    }

    private JsonNode resolved(JsonNode schema) {
        return schema.has("$ref") ? contract.at(schema.get("$ref").asText().substring(1)) : schema;
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
