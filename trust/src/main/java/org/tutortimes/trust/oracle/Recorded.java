package org.tutortimes.trust.oracle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// An event as its text says, read without the product's code.
public record Recorded(
        String id, String session, String device, long seq, String kind, JsonNode json) {
    private static final ObjectMapper PLAIN = new ObjectMapper();
    private static final Set<String> KINDS =
            Set.of(
                    "started",
                    "resumed",
                    "paused",
                    "completed",
                    "away_kept",
                    "away_discarded",
                    "amended",
                    "deleted",
                    "restored");

    public static Recorded of(String text) {
        try {
            JsonNode json = PLAIN.readTree(text);
            return new Recorded(
                    json.path("id").asText(),
                    json.path("session_id").asText(),
                    json.path("device_id").asText(),
                    json.path("seq").asLong(),
                    json.path("kind").asText(),
                    json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not an event: " + text, e);
        }
    }

    /// Whether this program knows what it means; a newer one, or a damaged file, may have left
    /// others.
    boolean isUnderstood() {
        return json.has("session_id") && KINDS.contains(kind);
    }

    public boolean is(String what) {
        return kind.equals(what);
    }

    /// Milliseconds since 1970.
    public long at() {
        return millis("at");
    }

    long millis(String field) {
        return Instant.parse(json.path(field).asText()).toEpochMilli();
    }

    /// The event that opened what this one closes; empty where it names none.
    public String openedBy() {
        return json.path("opened_by").asText("");
    }

    public boolean hasWorked() {
        return json.has("worked_ms");
    }

    public long worked() {
        return json.path("worked_ms").asLong();
    }

    public String reason() {
        return json.path("reason").asText("");
    }

    /// Whose work it is about, where it says so: the name of the field with its number.
    Optional<String> target() {
        return Stream.of("task_id", "task_definition_id")
                .filter(json::has)
                .map(field -> field + " " + json.path(field).asLong())
                .findFirst();
    }

    boolean opens() {
        return is("started") || is("resumed");
    }

    boolean closes() {
        return is("paused") || is("completed");
    }
}
