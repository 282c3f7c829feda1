package org.tutortimes.server;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.wire.Json;
import org.tutortimes.server.access.Access;
import org.tutortimes.server.contract.Contract;
import org.tutortimes.server.contract.Exchange;
import org.tutortimes.server.database.Circumstances;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.live.LiveFeed;

/// The whole server on a temporary database and a free port, with the sample in it.
public final class TestServer implements AutoCloseable {

    private final Wiring wiring;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Set<String> asked = new ConcurrentSkipListSet<>();
    private boolean closed;

    /// An answer.
    ///
    /// @param body missing where there was none, or none in JSON
    /// @param text as it came
    public record Answer(int status, JsonNode body, String text, HttpHeaders headers) {}

    private TestServer(Wiring wiring) {
        this.wiring = wiring;
    }

    /// On SQLite.
    public static TestServer in(Path folder, Clock clock) {
        return on(TestDatabase.SQLITE, folder, clock);
    }

    /// On the database of this kind that belongs to the folder.
    public static TestServer on(TestDatabase kind, Path folder, Clock clock) {
        return on(kind, folder, clock, Circumstances.ORDINARY);
    }

    /// The same under circumstances that make it hard for the database.
    public static TestServer on(
            TestDatabase kind, Path folder, Clock clock, Circumstances circumstances) {
        Wiring wiring = Wiring.of(config(kind, folder), clock, circumstances);
        SampleData.load(wiring.database());
        wiring.start();
        return new TestServer(wiring);
    }

    /// A server on the database that one before it has left.
    public static TestServer again(TestDatabase kind, Path folder, Clock clock) {
        Wiring wiring = Wiring.of(config(kind, folder), clock, Circumstances.ORDINARY);
        wiring.start();
        return new TestServer(wiring);
    }

    /// A further server on the same database, where several may be; the same one otherwise.
    public TestServer besides(TestDatabase kind, Path folder, Clock clock) {
        if (kind == TestDatabase.SQLITE) {
            return this;
        }
        return again(kind, folder, clock);
    }

    static ServerConfig config(TestDatabase kind, Path folder) {
        return new ServerConfig("127.0.0.1", 0, folder, kind.migrated(folder));
    }

    /// What of the API nobody has asked this server for yet.
    public Set<String> unasked() {
        Set<String> unasked = new TreeSet<>(addresses().keySet());
        unasked.removeIf(address -> !address.contains(" /api/"));
        unasked.removeAll(asked);
        return unasked;
    }

    public LiveFeed liveFeed() {
        return wiring.liveFeed();
    }

    /// Every method and path that the server answers, with who may call it.
    public Map<String, Access> addresses() {
        return wiring.addresses();
    }

    public Database database() {
        return wiring.database();
    }

    /// Such as `http://127.0.0.1:7070`.
    public String address() {
        return "http://127.0.0.1:" + wiring.port();
    }

    public Answer get(String username, String path) {
        return send(request("GET", path, null).header("Authorization", "Bearer " + username));
    }

    public Answer post(String username, String path, @Nullable String body) {
        return send(request("POST", path, body).header("Authorization", "Bearer " + username));
    }

    public Answer put(String username, String path, @Nullable String body) {
        return send(request("PUT", path, body).header("Authorization", "Bearer " + username));
    }

    public Answer delete(String username, String path) {
        return send(request("DELETE", path, null).header("Authorization", "Bearer " + username));
    }

    /// A request without credentials, for those who add their own.
    public HttpRequest.Builder request(String method, String path, @Nullable String body) {
        HttpRequest.BodyPublisher publisher =
                body == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address() + path)).method(method, publisher);
        return body == null ? request : request.header("Content-Type", "application/json");
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            HttpRequest sent = request.build();
            HttpResponse<InputStream> response =
                    client.send(sent, HttpResponse.BodyHandlers.ofInputStream());
            Exchange exchange = Exchange.of(sent, response, text(response));
            Contract.OF_THE_SERVER.hold(exchange);
            Contract.OF_THE_SERVER.address(exchange).ifPresent(asked::add);
            return new Answer(
                    exchange.status(), json(exchange), exchange.received(), exchange.headers());
        } catch (IOException e) {
            throw new CompletionException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
        }
    }

    /// A live stream would not end: that it began is enough here.
    private static String text(HttpResponse<InputStream> response) throws IOException {
        try (InputStream body = response.body()) {
            boolean isStream = type(response.headers()).startsWith("text/event-stream");
            return isStream ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static JsonNode json(Exchange exchange) throws JacksonException {
        return type(exchange.headers()).startsWith("application/json")
                ? Json.tree(exchange.received())
                : MissingNode.getInstance();
    }

    private static String type(HttpHeaders headers) {
        return headers.firstValue("Content-Type").orElse("");
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            client.close();
            wiring.close();
        }
    }
}
