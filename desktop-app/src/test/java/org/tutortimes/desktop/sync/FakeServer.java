package org.tutortimes.desktop.sync;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.account.SignInRequest;
import org.tutortimes.model.account.SignedIn;
import org.tutortimes.model.account.SystemRole;
import org.tutortimes.model.sync.EventResult;
import org.tutortimes.model.sync.Reference;
import org.tutortimes.model.sync.SyncAnswer;
import org.tutortimes.model.wire.Api;
import org.tutortimes.model.wire.ApiError;
import org.tutortimes.model.wire.Json;

/// A server on a real port that keeps events by account, and misbehaves on demand.
public final class FakeServer implements AutoCloseable {
    /// What it has, by token, in the order in which it came.
    private final Map<String, Map<String, JsonNode>> stored = new LinkedHashMap<>();

    private final Deque<Function<RecordedRequest, @Nullable MockResponse>> mishaps =
            new ArrayDeque<>();
    private final List<JsonNode> requests = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Function<RecordedRequest, MockResponse>> others = new HashMap<>();
    private final Map<String, EventResult> verdicts = new LinkedHashMap<>();
    private final MockWebServer server = new MockWebServer();
    private Function<JsonNode, @Nullable EventResult> nextVerdict = _ -> null;
    private @Nullable Reference reference;
    private Instant time = Instant.parse("2026-11-18T01:00:00Z");

    public FakeServer() {
        server.setDispatcher(
                new Dispatcher() {
                    @Override
                    public MockResponse dispatch(RecordedRequest request) {
                        return answer(request);
                    }
                });
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI address() {
        return server.url("/").uri();
    }

    /// The next request is answered like this instead.
    public synchronized void next(MockResponse response) {
        mishaps.add(_ -> response);
    }

    /// The next request is served in full, and its answer is lost.
    public synchronized void loseNextAnswer() {
        mishaps.add(request ->
                served(request)
                        .newBuilder()
                        .onResponseBody(new SocketEffect.CloseSocket())
                        .build());
    }

    /// Requests of that path are answered like this from now on; none of the others' mishaps.
    public synchronized void serve(String path, Function<RecordedRequest, MockResponse> answer) {
        others.put(path, answer);
    }

    public synchronized void offer(@Nullable Reference offered) {
        reference = offered;
    }

    /// The next event of that kind meets this verdict, now and whenever it comes again.
    public synchronized void judge(String kind, EventResult.Status status, String code) {
        nextVerdict =
                event ->
                        event.path("kind").asText().equals(kind)
                                ? new EventResult(
                                        event.path("id").asText(), status, code, "Because.")
                                : null;
    }

    public synchronized void setTime(Instant now) {
        time = now;
    }

    /// The ids of the events that it has for a user, in the order in which they came.
    public synchronized List<String> eventsOf(String username) {
        return List.copyOf(stored.getOrDefault("token-of-" + username, Map.of()).keySet());
    }

    /// Somebody's other computer has synchronised.
    public synchronized void has(String username, JsonNode event) {
        stored.computeIfAbsent("token-of-" + username, _ -> new LinkedHashMap<>())
                .put(event.path("id").asText(), event);
    }

    /// The bodies of all calls that were read.
    public List<JsonNode> requests() {
        return List.copyOf(requests);
    }

    private synchronized MockResponse answer(RecordedRequest request) {
        Function<RecordedRequest, MockResponse> other = others.get(request.getUrl().encodedPath());
        if (other != null) {
            return other.apply(request);
        }
        Function<RecordedRequest, @Nullable MockResponse> mishap = mishaps.poll();
        MockResponse response = mishap == null ? null : mishap.apply(request);
        return response == null ? served(request) : response;
    }

    private MockResponse served(RecordedRequest request) {
        try {
            String path = request.getUrl().encodedPath();
            if (!path.equals(Api.AUTH) && !path.equals(Api.SYNC)) {
                return json(404, new ApiError("An older server.", "not_found", Map.of()));
            }
            if (path.equals(Api.AUTH) && request.getMethod().equals("DELETE")) {
                return new MockResponse.Builder().code(204).build();
            }
            String body = Objects.requireNonNull(request.getBody()).utf8();
            if (path.equals(Api.AUTH)) {
                return signIn(Json.read(body, SignInRequest.class));
            }
            requests.add(Json.tree(body));
            return sync(
                    String.valueOf(request.getHeaders().get("Authorization"))
                            .replace("Bearer ", ""),
                    Json.tree(body));
        } catch (JacksonException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MockResponse signIn(SignInRequest request) {
        String username = String.valueOf(request.username());
        if (!"the right one".equals(request.password())) {
            return json(401, new ApiError("No.", "wrong_credentials", Map.of()));
        }
        long id = username.length() * 1_000L + username.charAt(0);
        return json(
                201,
                new SignedIn(
                        new SignedIn.User(id, username, "Dr " + username, SystemRole.NONE),
                        "token-of-" + username,
                        Instant.parse("2026-12-01T00:00:00Z"),
                        false));
    }

    private MockResponse sync(String token, JsonNode request) {
        Map<String, JsonNode> events = stored.computeIfAbsent(token, _ -> new LinkedHashMap<>());
        long since = request.path("since").asLong();
        List<JsonNode> before = new ArrayList<>(events.values());
        List<EventResult> results = new ArrayList<>();
        for (JsonNode event : request.path("events")) {
            results.add(store(events, event));
        }
        List<JsonNode> news =
                before.stream()
                        .skip(since)
                        .filter(event ->
                                since == 0
                                        || !event.path("device_id")
                                                .equals(request.path("device_id")))
                        .limit(500)
                        .toList();
        boolean more = since + news.size() < before.size() && news.size() == 500;
        long next = more ? since + news.size() : events.size();
        boolean known =
                reference != null
                        && reference.revision().equals(request.path("reference").asText());
        return json(200, new SyncAnswer(time, results, news, next, more, known ? null : reference));
    }

    private EventResult store(Map<String, JsonNode> events, JsonNode event) {
        String id = event.path("id").asText();
        EventResult verdict = verdicts.computeIfAbsent(id, _ -> nextVerdict.apply(event));
        if (verdict != null) {
            nextVerdict = _ -> null;
        }
        if (verdict != null && verdict.status() == EventResult.Status.REFUSED) {
            return verdict;
        }
        boolean duplicate = events.putIfAbsent(id, event) != null;
        if (verdict != null) {
            return verdict;
        }
        return EventResult.of(
                id, duplicate ? EventResult.Status.DUPLICATE : EventResult.Status.STORED);
    }

    public static MockResponse json(int status, Object body) {
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
