package org.tutortimes.trust.machine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.tutortimes.model.wire.Api;
import org.tutortimes.trust.machine.SimulatedServer.Reply;
import org.tutortimes.trust.machine.Wire.Sent;

/// Sends the later half of a batch before the earlier one, for the order of arrival must make no
/// difference.
final class Halves {
    private static final ObjectMapper PLAIN = new ObjectMapper();

    private Halves() {}

    /// Whether there is an earlier and a later half.
    static boolean has(Sent sent) throws IOException {
        return sent.path().equals(Api.SYNC)
                && PLAIN.readTree(sent.body()).path("events").size() > 1;
    }

    static Reply swapped(Sent sent, Wire.Ends ends) throws IOException {
        if (!has(sent)) {
            return ends.serve(sent);
        }
        ObjectNode request = (ObjectNode) PLAIN.readTree(sent.body());
        JsonNode events = request.path("events");
        ArrayNode early = PLAIN.createArrayNode();
        ArrayNode later = PLAIN.createArrayNode();
        for (int index = 0; index < events.size(); index++) {
            (index < events.size() / 2 ? early : later).add(events.get(index));
        }
        Reply first = ends.serve(with(sent, request, later));
        Reply second = ends.serve(with(sent, request, early));
        return first.status() == 200 && second.status() == 200 ? joined(second, first) : first;
    }

    private static Sent with(Sent sent, ObjectNode request, ArrayNode events)
            throws JsonProcessingException {
        ObjectNode half = request.deepCopy();
        half.set("events", events);
        return new Sent(sent.path(), sent.token(), PLAIN.writeValueAsString(half));
    }

    private static Reply joined(Reply early, Reply later) throws JsonProcessingException {
        ObjectNode answer = (ObjectNode) PLAIN.readTree(early.body());
        ArrayNode results = PLAIN.createArrayNode();
        answer.path("results").forEach(results::add);
        PLAIN.readTree(later.body()).path("results").forEach(results::add);
        answer.set("results", results);
        return new Reply(200, PLAIN.writeValueAsString(answer));
    }
}
