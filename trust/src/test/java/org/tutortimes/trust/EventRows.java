package org.tutortimes.trust;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.tutortimes.model.wire.Json;

/// Events as either program stores them: an id, and the text of a JSON object.
final class EventRows {

    private EventRows() {}

    /// In the order of the query, whose columns are the id and the text.
    static Map<String, JsonNode> read(Jdbi jdbi, String query) {
        Map<String, JsonNode> events = new LinkedHashMap<>();
        jdbi.useHandle(handle ->
                handle.createQuery(query)
                        .map((row, _) -> Map.entry(row.getString(1), tree(row.getString(2))))
                        .forEach(event -> events.put(event.getKey(), event.getValue())));
        return events;
    }

    private static JsonNode tree(String body) {
        try {
            return Json.tree(body);
        } catch (JacksonException e) {
            throw new AssertionError("no JSON was stored: " + body, e);
        }
    }
}
