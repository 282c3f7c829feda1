package org.tutortimes.desktop;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.ByteString;
import org.tutortimes.model.account.SignInRequest;
import org.tutortimes.model.account.SignedIn;
import org.tutortimes.model.account.SystemRole;
import org.tutortimes.model.account.UnitRoleKind;
import org.tutortimes.model.sync.EventResult;
import org.tutortimes.model.sync.Reference;
import org.tutortimes.model.sync.SyncAnswer;
import org.tutortimes.model.sync.SyncRequest;
import org.tutortimes.model.timer.Segment;
import org.tutortimes.model.tracking.ReconciliationAnswer;
import org.tutortimes.model.tracking.ReconciliationAnswer.UnrecordedSession;
import org.tutortimes.model.tracking.RecordRequest;
import org.tutortimes.model.wire.Api;
import org.tutortimes.model.wire.ApiError;
import org.tutortimes.model.wire.Json;

/// A server over real HTTP that knows one tutor and one unit, and stores whatever it is sent.
final class SampleServer implements AutoCloseable {
    static final String PASSWORD = "correct horse";

    private static final String OBSERVED = "/api/units/1/reconciliation";
    private static final String RECORDED = "/api/marking_sessions/31/record";

    private final MockWebServer server = new MockWebServer();
    private final Instant now;
    final List<String> kinds = new CopyOnWriteArrayList<>();
    final AtomicBoolean isSignInEnded = new AtomicBoolean();
    final AtomicBoolean isRecordingRefused = new AtomicBoolean();
    final List<RecordRequest> recorded = new CopyOnWriteArrayList<>();
    private final List<UnrecordedSession> unrecorded = new CopyOnWriteArrayList<>();

    SampleServer(Instant now) throws IOException {
        this.now = now;
        server.setDispatcher(
                new Dispatcher() {
                    @Override
                    public MockResponse dispatch(RecordedRequest request) {
                        return answer(request);
                    }
                });
        server.start();
    }

    URI address() {
        return URI.create("http://localhost:" + server.getPort());
    }

    private MockResponse answer(RecordedRequest request) {
        ByteString body = request.getBody();
        String json = body == null ? "" : body.utf8();
        try {
            return switch (request.getUrl().encodedPath()) {
                case Api.AUTH -> signIn(Json.read(json, SignInRequest.class));
                case Api.SYNC -> sync(Json.read(json, SyncRequest.class));
                case OBSERVED -> json(200, observed());
                case RECORDED -> record(Json.read(json, RecordRequest.class));
                default -> new MockResponse.Builder().code(404).build();
            };
        } catch (JacksonException _) {
            return new MockResponse.Builder().code(400).build();
        }
    }

    private MockResponse signIn(SignInRequest request) {
        if (!PASSWORD.equals(request.password())) {
            return refused();
        }
        isSignInEnded.set(false);
        SignedIn.User user = new SignedIn.User(2, "tina", "Tina Tutor", SystemRole.NONE);
        return json(201, new SignedIn(user, "sample-token", now.plusSeconds(3_600), false));
    }

    private static MockResponse refused() {
        return json(401, new ApiError("Sign in first.", "unauthorized", Map.of()));
    }

    private MockResponse sync(SyncRequest request) {
        if (isSignInEnded.get()) {
            return refused();
        }
        List<EventResult> results = new ArrayList<>();
        for (JsonNode event : request.events()) {
            kinds.add(event.path("kind").asText());
            results.add(EventResult.of(event.path("id").asText(), EventResult.Status.STORED));
        }
        Reference reference = request.reference() == null ? reference() : null;
        return json(200, new SyncAnswer(now, results, List.of(), 0, false, reference));
    }

    private ReconciliationAnswer observed() {
        return new ReconciliationAnswer(
                1, now, now, "UTC", List.of(), List.of(), List.copyOf(unrecorded));
    }

    /// What was marked from 01:00 to 01:25 on the day before yesterday.
    void observe(ReconciliationAnswer.Share... tasks) {
        Instant start = now.minus(Duration.ofDays(2));
        Segment segment = new Segment(start, start.plus(Duration.ofMinutes(25)));
        unrecorded.add(
                new UnrecordedSession(
                        new ReconciliationAnswer.Tutor(2, "Tina Tutor"),
                        31,
                        false,
                        List.of(segment),
                        1_500,
                        4,
                        List.of(tasks)));
    }

    private MockResponse record(RecordRequest request) {
        if (isRecordingRefused.get()) {
            return json(409, new ApiError("All of it is recorded.", "recorded", Map.of()));
        }
        unrecorded.clear();
        recorded.add(request);
        return json(201, Map.of());
    }

    private static Reference reference() {
        return new Reference(
                "1-sample",
                true,
                List.of(
                        new Reference.Unit(
                                1, "SIT221", "Data Structures", "UTC", null, null, true)),
                List.of(new Reference.UnitRole(7, 1, UnitRoleKind.TUTOR, true)),
                List.of(
                        new Reference.TaskDefinition(11, 1, "1.1P", "Arrays", true),
                        new Reference.TaskDefinition(12, 1, "1.2C", "Linked lists", true)),
                List.of(new Reference.Task(51, 41, 12, "ready_for_feedback", true)),
                List.of(new Reference.Student(41, 1, "slee", "Sam Lee", true)));
    }

    private static MockResponse json(int status, Object body) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "application/json")
                .body(Json.write(body))
                .build();
    }

    @Override
    public void close() {
        server.close();
    }
}
