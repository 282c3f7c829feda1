package org.tutortimes.trust.machine;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.util.ArrayDeque;
import java.util.Deque;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.wire.Api;
import org.tutortimes.trust.machine.SimulatedServer.Reply;

/// The network between one desk and the servers. It carries what the real client has written, and
/// gives it an answer to read, or none.
public final class Wire implements Interceptor {
    private static final MediaType JSON = MediaType.get("application/json");
    private static final MediaType HTML = MediaType.get("text/html");

    private final Ends ends;
    private final Deque<Mishap> mishaps = new ArrayDeque<>();
    private Reply latest = new Reply(200, "{}");
    private boolean cut;

    /// A request as the server gets it.
    public record Sent(String path, @Nullable String token, String body) {}

    /// What lies at both ends.
    public interface Ends {
        /// Some server's answer; takes its time.
        Reply serve(Sent sent) throws IOException;

        /// The request will arrive later.
        void serveLater(Sent sent);

        /// Time passes.
        void pass(long millis);

        /// A mishap comes to pass.
        void met(Mishap mishap);
    }

    public Wire(Ends ends) {
        this.ends = ends;
    }

    /// The next calls meet these, one each.
    public void meet(Mishap mishap) {
        mishaps.add(mishap);
    }

    public void setCut(boolean isCut) {
        cut = isCut;
    }

    boolean isCut() {
        return cut;
    }

    /// Whatever remembered answers on the way has forgotten them.
    void forget() {
        latest = new Reply(200, "{}");
    }

    public void clear() {
        mishaps.clear();
        cut = false;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        if (!isWatched(request.url().encodedPath())) {
            return response(request, 404, JSON, "{}");
        }
        Sent sent =
                new Sent(
                        request.url().encodedPath(),
                        token(request.header("Authorization")),
                        text(request));
        Mishap mishap = cut ? Mishap.CUT_OFF : mishaps.poll();
        if (mishap == null) {
            latest = ends.serve(sent);
            return reply(request, latest);
        }
        if (mishap != Mishap.HALVES_SWAPPED || Halves.has(sent)) {
            ends.met(mishap);
        }
        return struck(request, sent, mishap);
    }

    /// What the tracker is told is no part of these worlds: it takes no time and no mishap away.
    private static boolean isWatched(String path) {
        return path.equals(Api.AUTH) || path.equals(Api.SYNC);
    }

    private Response struck(Request request, Sent sent, Mishap mishap) throws IOException {
        return switch (mishap) {
            case CUT_OFF -> throw new ConnectException("no network");
            case REQUEST_LOST -> {
                ends.pass(8_000);
                throw new SocketTimeoutException("no answer");
            }
            case REQUEST_LATE -> {
                ends.serveLater(sent);
                ends.pass(8_000);
                throw new SocketTimeoutException("no answer");
            }
            case ANSWER_LOST -> {
                Reply _ = ends.serve(sent);
                throw new IOException("the connection was reset");
            }
            case ANSWER_CUT -> {
                String body = ends.serve(sent).body();
                yield response(request, 200, JSON, body.substring(0, body.length() / 2));
            }
            case REQUEST_TWICE -> {
                Reply _ = ends.serve(sent);
                yield reply(request, ends.serve(sent));
            }
            case HALVES_SWAPPED -> reply(request, Halves.swapped(sent, ends));
            case STALE_ANSWER -> reply(request, latest);
            case FOREIGN_PAGE,
                    REDIRECTED,
                    FOREIGN_JSON,
                    UNAVAILABLE,
                    UNAVAILABLE_FOR_A_WHILE,
                    TOO_MANY_REQUESTS,
                    TOO_LARGE,
                    SERVER_ERROR,
                    NOT_FOUND,
                    TOKEN_ENDED,
                    CLIENT_TOO_OLD ->
                    instead(request, mishap);
        };
    }

    /// What something on the way answers in the server's place.
    private static Response instead(Request request, Mishap mishap) {
        return switch (mishap) {
            case FOREIGN_PAGE -> response(request, 200, HTML, "<html>Welcome to our hotel</html>");
            case REDIRECTED -> response(request, 302, HTML, "");
            case FOREIGN_JSON -> response(request, 200, JSON, "{\"results\": [], \"next\": 7}");
            case UNAVAILABLE -> response(request, 503, HTML, "<html>Bad gateway</html>");
            case UNAVAILABLE_FOR_A_WHILE -> later(response(request, 503, JSON, "{}"), 120);
            case TOO_MANY_REQUESTS -> later(response(request, 429, JSON, "{}"), 7);
            case TOO_LARGE -> response(request, 413, HTML, "<html>Too large</html>");
            case SERVER_ERROR -> response(request, 500, JSON, "{}");
            case NOT_FOUND -> response(request, 404, JSON, "{}");
            case TOKEN_ENDED -> response(request, 401, JSON, "{}");
            case CLIENT_TOO_OLD -> response(request, 426, JSON, "{}");
            default -> throw new IllegalStateException();
        };
    }

    private static Response later(Response response, int seconds) {
        return response.newBuilder().header("Retry-After", String.valueOf(seconds)).build();
    }

    private static Response reply(Request request, Reply reply) {
        return response(request, reply.status(), JSON, reply.body());
    }

    private static Response response(Request request, int status, MediaType type, String body) {
        return new Response.Builder()
                .request(request)
                .protocol(Protocol.HTTP_1_1)
                .code(status)
                .message("")
                .body(ResponseBody.create(body, type))
                .build();
    }

    private static @Nullable String token(@Nullable String header) {
        return header == null ? null : header.replace("Bearer ", "");
    }

    private static String text(Request request) throws IOException {
        try (Buffer buffer = new Buffer()) {
            if (request.body() != null) {
                request.body().writeTo(buffer);
            }
            return buffer.readUtf8();
        }
    }
}
