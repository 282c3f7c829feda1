package org.tutortimes.server.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.uuid.Generators;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.tutortimes.model.sync.EventCodec;
import org.tutortimes.model.timer.Fact;
import org.tutortimes.model.timer.MarkingTarget;
import org.tutortimes.model.timer.TimerEvent;
import org.tutortimes.model.wire.Json;

/// A tutor's device, as far as the server can tell.
public final class SampleDesktop {

    private static final MediaType JSON = MediaType.get("application/json");

    private final OkHttpClient client = SampleServer.http().build();
    private final UUID deviceId = UUID.randomUUID();
    private final String address;
    private final String token;
    private long seq;

    /// Signs in.
    public SampleDesktop(String address, String username) {
        this.address = address;
        this.token =
                send(
                                "POST",
                                "/api/auth",
                                Map.of("username", username, "password", SampleServer.PASSWORD),
                                "")
                        .get("auth_token")
                        .asText();
    }

    public String token() {
        return token;
    }

    /// Starts a session of the sample pile, online.
    public String start(long unitRoleId) {
        return send(
                        "POST",
                        "/api/tutor-times/start",
                        Map.of("unit_role_id", unitRoleId, "task_definition_id", SampleServer.PILE),
                        token)
                .get("id")
                .asText();
    }

    /// What the server says of completing it.
    public JsonNode complete(String sessionId) {
        return send("PUT", "/api/tutor-times/" + sessionId + "/complete", Map.of(), token);
    }

    /// Sends a session that was recorded without the network.
    public UUID record(long unitRoleId, Instant begin, Duration length) {
        UUID session = Generators.timeBasedEpochGenerator().generate();
        MarkingTarget pile = new MarkingTarget.Pile(SampleServer.PILE);
        TimerEvent started = event(session, begin, new Fact.Started(unitRoleId, pile, false));
        Fact.Closing closing = new Fact.Closing(started.id(), length.toMillis());
        TimerEvent completed = event(session, begin.plus(length), new Fact.Completed(closing, 5));
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("device_id", deviceId);
        request.put("client_version", "1.0.0");
        request.put("sent_at", Json.text(begin.plus(length)));
        request.put("since", 0);
        request.put("events", List.of(EventCodec.encode(started), EventCodec.encode(completed)));
        for (JsonNode result : send("POST", "/api/sync", request, token).get("results")) {
            if (!result.get("status").asText().equals("stored")) {
                throw new AssertionError(result.toString());
            }
        }
        return session;
    }

    private TimerEvent event(UUID session, Instant at, Fact fact) {
        return new TimerEvent(
                Generators.timeBasedEpochGenerator().generate(),
                session,
                deviceId,
                ++seq,
                at,
                "Australia/Melbourne",
                0,
                fact);
    }

    private JsonNode send(String method, String path, Object body, String bearer) {
        Request request =
                new Request.Builder()
                        .url(address + path)
                        .header("Authorization", "Bearer " + bearer)
                        .method(method, RequestBody.create(Json.write(body), JSON))
                        .build();
        try (Response response = client.newCall(request).execute()) {
            return Json.tree(response.body().string());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
