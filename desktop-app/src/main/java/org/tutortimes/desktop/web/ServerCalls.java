package org.tutortimes.desktop.web;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;
import org.tutortimes.desktop.clock.RunningClock;
import org.tutortimes.desktop.web.ServerReply.Answered;
import org.tutortimes.desktop.web.ServerReply.Foreign;
import org.tutortimes.desktop.web.ServerReply.RoundTrip;
import org.tutortimes.desktop.web.ServerReply.Unreachable;

/// Calls the server, and recognises the networks that answer in its place: redirects are never
/// followed, and what is not JSON is not believed.
public final class ServerCalls implements AutoCloseable {
    private static final MediaType JSON = MediaType.get("application/json");
    private static final long MOST_BYTES = 64L * 1024 * 1024;

    private final Network network;
    private final InstantSource wall;
    private final RunningClock clock;

    /// @param network is closed with the calls
    public ServerCalls(Network network, InstantSource wall, RunningClock clock) {
        this.network = network;
        this.wall = wall;
        this.clock = clock;
    }

    public ServerReply post(
            ServerAddress server, String path, @Nullable String token, String json) {
        return call(posted(server, path, token, json), server, null);
    }

    /// Gives up where the whole call takes longer than the limit.
    public ServerReply post(
            ServerAddress server, String path, String token, String json, Duration limit) {
        return call(posted(server, path, token, json), server, limit);
    }

    /// Gives up where the whole call takes longer than the limit.
    ///
    /// @param query the parameters, as they are before encoding
    public ServerReply get(
            ServerAddress server,
            String path,
            Map<String, String> query,
            String token,
            Duration limit) {
        HttpUrl.Builder url = server.path(path).newBuilder();
        query.forEach(url::addQueryParameter);
        return call(request(url.build(), token).get().build(), server, limit);
    }

    public ServerReply delete(ServerAddress server, String path, String token) {
        return call(request(server.path(path), token).delete().build(), server, null);
    }

    private static Request posted(
            ServerAddress server, String path, @Nullable String token, String json) {
        return request(server.path(path), token).post(RequestBody.create(json, JSON)).build();
    }

    private static Request.Builder request(HttpUrl url, @Nullable String token) {
        Request.Builder request =
                new Request.Builder().url(url).header("Accept", "application/json");
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private ServerReply call(Request request, ServerAddress server, @Nullable Duration limit) {
        Call call = network.client().newCall(request);
        if (limit != null) {
            call.timeout().timeout(limit.toMillis(), TimeUnit.MILLISECONDS);
        }
        Instant sent = wall.instant();
        long sentNanos = clock.nanos();
        try (Response response = call.execute()) {
            String body = text(response);
            Duration length = Duration.ofNanos(clock.nanos() - sentNanos);
            return judged(response, body, new RoundTrip(sent, length), server);
        } catch (SSLException e) {
            return new Foreign(
                    "The connection to %s is not secure (%s), so nothing was sent."
                            .formatted(server.host(), e.getMessage()));
        } catch (IOException e) {
            return new Unreachable(unreachable(server, e));
        }
    }

    private static @Nullable String text(Response response) throws IOException {
        BufferedSource source = response.body().source();
        if (source.request(MOST_BYTES + 1)) {
            throw new IOException("the answer is too long");
        }
        MediaType type = response.body().contentType();
        boolean json = type != null && type.subtype().equals("json");
        return json ? source.readUtf8() : null;
    }

    private static ServerReply judged(
            Response response, @Nullable String json, RoundTrip roundTrip, ServerAddress server) {
        int status = response.code();
        // Proxies answer these in HTML for a server that is ours and busy.
        boolean plain = status >= 500 || status == 429 || status == 413 || status == 204;
        if (status >= 300 && status < 400) {
            return new Foreign(
                    ("The network sends this program elsewhere (%s). It may want you to sign in in"
                                    + " a browser first.")
                            .formatted(response.header("Location", "no address")));
        }
        if (json == null && !plain) {
            return new Foreign(
                    ("%s answered something that is not from a Tutor Times server. Is the address"
                                    + " right, or does this network want you to sign in in a"
                                    + " browser first?")
                            .formatted(server.host()));
        }
        return new Answered(status, json, retryAfter(response), roundTrip);
    }

    private static @Nullable Duration retryAfter(Response response) {
        String header = response.header("Retry-After");
        try {
            return header == null ? null : Duration.ofSeconds(Long.parseLong(header.strip()));
        } catch (NumberFormatException _) {
            return null;
        }
    }

    private static String unreachable(ServerAddress server, IOException failure) {
        return switch (failure) {
            case UnknownHostException _ ->
                    "There is no network, or %s is not known to it.".formatted(server.host());
            case ConnectException _ ->
                    "%s cannot be reached from here now.".formatted(server.host());
            case SocketTimeoutException _ -> "%s did not answer in time.".formatted(server.host());
            default -> "The connection to %s broke off.".formatted(server.host());
        };
    }

    @Override
    public void close() {
        network.close();
    }
}
