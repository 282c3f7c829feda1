package org.tutortimes.server.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.wire.Api;
import org.tutortimes.server.SampleData;
import org.tutortimes.server.TestServer;
import org.tutortimes.server.TestServer.Answer;

/// What clients of the tracker ask, from one address or another.
final class TrackingCalls {

    static final String OFFICE = "192.0.2.10";
    static final String HOME = "198.51.100.7";
    static final String ACTIVITIES = "/api/session-activities";
    static final String ASSESS = "/api/projects/1000/task_def_id/500";
    static final String SESSIONS = Api.UNITS + "/10/marking_sessions";

    private final TestServer server;

    TrackingCalls(TestServer server) {
        this.server = server;
    }

    /// A request that a web server on this computer passes on for somebody elsewhere.
    Answer from(String address, String user, String method, String path, @Nullable String body) {
        return server.send(
                server.request(method, path, body)
                        .header("Authorization", "Bearer " + user)
                        .header("X-Forwarded-For", address));
    }

    /// An action in unit 10, on the one task there.
    Answer act(String user, String address, String action) {
        return from(address, user, "POST", ACTIVITIES, activity(action, ""));
    }

    /// The same with further fields.
    Answer act(String user, String address, String action, String further) {
        return from(address, user, "POST", ACTIVITIES, activity(action, ", " + further));
    }

    static String activity(String action, String further) {
        return "{\"unit_id\": 10, \"task_id\": 9000, \"action\": \"%s\"%s}"
                .formatted(action, further);
    }

    Answer assess(String user, String address, String trigger) {
        return from(address, user, "PUT", ASSESS, "{\"trigger\": \"%s\"}".formatted(trigger));
    }

    Answer heartbeat(String user, String address) {
        return from(address, user, "POST", Api.HEARTBEAT, "{\"unit_id\": 10}");
    }

    List<JsonNode> sessions(String user, String query) {
        Answer answer = server.get(user, SESSIONS + query);
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        List<JsonNode> sessions = new ArrayList<>();
        answer.body().forEach(sessions::add);
        return sessions;
    }

    /// Everything of unit 10 that begins in the days around the sample's, as its convenor sees it.
    List<JsonNode> sessions() {
        return sessions("cora", "?start_date=2026-07-01&end_date=2026-09-30");
    }

    long stored(String table) {
        return server.database()
                .read(handle ->
                        handle.createQuery("SELECT COUNT(*) FROM " + table)
                                .mapTo(Long.class)
                                .one());
    }

    void change(String sql) {
        server.database().write(handle -> handle.execute(sql));
    }

    /// A service's token.
    String service() {
        Answer made =
                server.post(
                        "ada",
                        "/api/admin/tokens",
                        "{\"name\": \"lms-%s\"}".formatted(UUID.randomUUID()));
        assertThat(made.status()).as("%s", made.body()).isEqualTo(201);
        return made.body().get("token").asText();
    }

    static String reported(String action) {
        return activity(
                action,
                ", \"user_id\": %d, \"ip_address\": \"%s\"".formatted(SampleData.TIA, OFFICE));
    }
}
