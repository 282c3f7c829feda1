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
import org.tutortimes.server.check.Check;

/// What clients of the tracker ask, from one address or another.
public final class TrackingCalls {

    public static final String OFFICE = "192.0.2.10";
    public static final String HOME = "198.51.100.7";
    public static final String ACTIVITIES = "/api/session-activities";
    public static final String ASSESS = "/api/projects/1000/task_def_id/500";
    public static final String SESSIONS = Api.UNITS + "/10/marking_sessions";

    private final TestServer server;

    public TrackingCalls(TestServer server) {
        this.server = server;
    }

    /// A request that a web server on this computer passes on for somebody elsewhere.
    public Answer from(
            String address, String user, String method, String path, @Nullable String body) {
        return server.send(
                server.request(method, path, body)
                        .header("Authorization", "Bearer " + user)
                        .header("X-Forwarded-For", address));
    }

    /// An action in unit 10, on the one task there.
    public Answer act(String user, String address, String action) {
        return from(address, user, "POST", ACTIVITIES, activity(action, ""));
    }

    /// The same with further fields.
    public Answer act(String user, String address, String action, String further) {
        return from(address, user, "POST", ACTIVITIES, activity(action, ", " + further));
    }

    public static String activity(String action, String further) {
        return "{\"unit_id\": 10, \"task_id\": 9000, \"action\": \"%s\"%s}"
                .formatted(action, further);
    }

    public Answer assess(String user, String address, String trigger) {
        return from(address, user, "PUT", ASSESS, "{\"trigger\": \"%s\"}".formatted(trigger));
    }

    public Answer heartbeat(String user, String address) {
        return from(address, user, "POST", Api.HEARTBEAT, "{\"unit_id\": 10}");
    }

    public List<JsonNode> sessions(String user, String query) {
        Answer answer = server.get(user, SESSIONS + query);
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        List<JsonNode> sessions = new ArrayList<>();
        answer.body().forEach(sessions::add);
        return sessions;
    }

    /// Everything of unit 10 that begins in the days around the sample's, as its convenor sees it.
    public List<JsonNode> sessions() {
        return sessions("cora", "?start_date=2026-07-01&end_date=2026-09-30");
    }

    public long stored(String table) {
        return server.database()
                .read(handle ->
                        handle.createQuery("SELECT COUNT(*) FROM " + table)
                                .mapTo(Long.class)
                                .one());
    }

    /// What `check` finds.
    public List<String> damages() {
        return new Check(server.database()).failures();
    }

    public void change(String sql) {
        server.database().write(handle -> handle.execute(sql));
    }

    /// A service's token.
    public String service() {
        Answer made =
                server.post(
                        "ada",
                        "/api/admin/tokens",
                        "{\"name\": \"lms-%s\"}".formatted(UUID.randomUUID()));
        assertThat(made.status()).as("%s", made.body()).isEqualTo(201);
        return made.body().get("auth_token").asText();
    }

    public static String reported(String action) {
        return activity(
                action,
                ", \"user_id\": %d, \"ip_address\": \"%s\"".formatted(SampleData.TIA, OFFICE));
    }
}
