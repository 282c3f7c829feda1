package org.tutortimes.server.contract;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/// A request, and what the server answered.
///
/// @param sent the body of the request, empty where it had none
/// @param received the body of the answer, empty where it had none
public record Exchange(
        String method, URI address, String sent, int status, HttpHeaders headers, String received) {

    public static Exchange of(HttpRequest request, HttpResponse<?> response, String received) {
        return new Exchange(
                request.method(),
                request.uri(),
                request.bodyPublisher().map(Exchange::text).orElse(""),
                response.statusCode(),
                response.headers(),
                received);
    }

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /// The media type of the answer without its parameters.
    @Nullable String mediaType() {
        return headers.firstValue("Content-Type")
                .map(type -> type.split(";", 2)[0].strip())
                .orElse(null);
    }

    @Override
    public String toString() {
        return "%s %s %s → %d %s"
                .formatted(method, address, shortened(sent), status, shortened(received));
    }

    private static String shortened(String body) {
        return body.length() <= 2_000 ? body : body.substring(0, 2_000) + " …";
    }

    private static String text(HttpRequest.BodyPublisher publisher) {
        Bytes bytes = new Bytes();
        publisher.subscribe(bytes);
        return bytes.all.toString(StandardCharsets.UTF_8);
    }

    /// Bodies of tests lie in memory: they have come when subscribing returns.
    private static final class Bytes implements Flow.Subscriber<ByteBuffer> {
        private final ByteArrayOutputStream all = new ByteArrayOutputStream();

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(ByteBuffer part) {
            while (part.hasRemaining()) {
                all.write(part.get());
            }
        }

        @Override
        public void onError(Throwable problem) {
            throw new IllegalStateException("a body that cannot be read", problem);
        }

        @Override
        public void onComplete() {
            // All of it is there.
        }
    }
}
