package org.tutortimes.server.live;

import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// The answer to one request as a stream of server-sent events, written by the request's own thread
/// alone.
///
/// Javalin's own stream is not used: it answers before the unit's access is known, only to clients
/// that name the media type, and its comments can fall into its events.
final class EventStream {

    private final HttpServletResponse response;

    EventStream(Context context) throws IOException {
        response = context.res();
        response.setStatus(200);
        response.setContentType("text/event-stream");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Cache-Control", "no-store");
        // Proxies would hold small pieces back.
        response.setHeader("X-Accel-Buffering", "no");
        response.flushBuffer();
    }

    void send(LiveEvent event) throws IOException {
        StringBuilder text = new StringBuilder(event.data().length() + 32);
        text.append("event: ").append(event.name()).append('\n');
        event.data().lines().forEach(line -> text.append("data: ").append(line).append('\n'));
        OutputStream out = response.getOutputStream();
        out.write(text.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    }

    /// Sends what was written. A client that is gone shows at the second time.
    void flush() throws IOException {
        response.flushBuffer();
    }
}
