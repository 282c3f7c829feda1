package org.tutortimes.server.timer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.tutortimes.model.wire.Api;
import org.tutortimes.server.TestServer;
import org.tutortimes.server.TestServer.Answer;
import org.tutortimes.server.check.Check;

/// The timer's requests as Tia makes them.
final class TimerCalls {

    private final TestServer server;

    TimerCalls(TestServer server) {
        this.server = server;
    }

    String started() {
        Answer started =
                server.post(
                        "tia",
                        Api.TUTOR_TIMES + "/start",
                        "{\"unit_role_id\": 100, \"task_id\": 9000}");
        assertThat(started.status()).isEqualTo(201);
        return id(started);
    }

    Answer step(String id, String step) {
        return server.put("tia", path(id) + "/" + step, null);
    }

    /// Adds a manual session on Tia's task in unit 10.
    ///
    /// @param further fields, such as `"submissions": 3`
    Answer entered(String segments, String... further) {
        return server.post("tia", Api.TUTOR_TIMES, entry(segments, further));
    }

    static String entry(String segments, String... further) {
        return "{\"unit_role_id\": 100, \"task_id\": 9000, \"note\": \"On paper\", \"segments\": %s%s}"
                .formatted(
                        segments,
                        String.join("", List.of(further).stream().map(", "::concat).toList()));
    }

    Answer corrected(String id, String body) {
        return server.put("tia", path(id), body);
    }

    Answer deleted(String id) {
        return server.delete("tia", path(id));
    }

    JsonNode session(String id) {
        return server.get("tia", path(id)).body();
    }

    long unitTotal() {
        return server.get("cora", Api.UNITS + "/10").body().get("total_tutor_time").asLong();
    }

    /// What is wrong with everything that is stored.
    List<String> damages() {
        return new Check(server.database()).failures();
    }

    static String id(Answer answer) {
        return answer.body().get("id").asText();
    }

    static String path(String id) {
        return Api.TUTOR_TIMES + "/" + id;
    }

    static String code(Answer answer) {
        return answer.body().path("code").asText();
    }

    /// Names of the fields that were refused.
    static List<String> faults(Answer answer) {
        return answer.body().at("/details/faults").properties().stream()
                .map(java.util.Map.Entry::getKey)
                .toList();
    }

    /// Segments of 3 August 2026 as JSON, from pairs of times such as `09:00`.
    static String segments(String... times) {
        StringBuilder json = new StringBuilder("[");
        for (int index = 0; index < times.length; index += 2) {
            json.append(index == 0 ? "" : ", ")
                    .append(
                            "{\"start\": \"2026-08-03T%s:00Z\", \"end\": \"2026-08-03T%s:00Z\"}"
                                    .formatted(times[index], times[index + 1]));
        }
        return json.append("]").toString();
    }

    /// Start, end and counted milliseconds of each segment, such as `09:00:00.000 09:10:00.000
    /// 600000`.
    static List<String> segments(JsonNode session) {
        return session.get("segments")
                .valueStream()
                .map(segment ->
                        "%s %s %d"
                                .formatted(
                                        time(segment.get("start")),
                                        time(segment.get("end")),
                                        segment.get("counted_ms").asLong()))
                .toList();
    }

    private static String time(JsonNode instant) {
        return instant.isNull() ? "open" : instant.asText().substring(11, 19);
    }
}
