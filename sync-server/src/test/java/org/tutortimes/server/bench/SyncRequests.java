package org.tutortimes.server.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import org.tutortimes.model.bench.MarkingScript;
import org.tutortimes.model.wire.Api;

/// One tutor's synchronisations, one after the other, as the bytes that cross the network. They are
/// made ahead, so that making them costs nothing while the clock runs.
final class SyncRequests implements Requests {

    private static final byte[] STORED = Answer.ascii("\"stored\"");

    /// How the device knows the server after its first synchronisation.
    ///
    /// @param next the revision up to which the device knows its events
    record Acquaintance(String token, String reference, long next) {}

    private final MarkingScript script;
    private final Acquaintance known;
    private final int eventsEach;
    private final Deque<ByteBuffer> ready = new ArrayDeque<>();
    private long revision;

    SyncRequests(MarkingScript script, Acquaintance known, int eventsEach) {
        this.script = script;
        this.known = known;
        this.eventsEach = eventsEach;
        this.revision = known.next();
    }

    @Override
    public boolean isAnsweredBy(Answer answer) {
        return answer.count(STORED) == eventsEach;
    }

    @Override
    public void prepare(int count) {
        while (ready.size() < count) {
            ready.add(make());
        }
    }

    @Override
    public ByteBuffer next() {
        ByteBuffer made = ready.poll();
        return made == null ? make() : made;
    }

    private ByteBuffer make() {
        StringBuilder events = new StringBuilder();
        for (int count = 0; count < eventsEach; count++) {
            events.append(count == 0 ? "" : ",").append(script.next());
        }
        String body = body(script.deviceId(), revision, known.reference(), events.toString());
        // Revisions have no gaps, so the device's next "since" is known without its last answer.
        revision += eventsEach;
        String request =
                "POST "
                        + Api.SYNC
                        + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer "
                        + known.token()
                        + "\r\nContent-Type: application/json\r\nContent-Length: "
                        + body.length()
                        + "\r\n\r\n"
                        + body;
        return ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII));
    }

    static String body(UUID deviceId, long since, String reference, String events) {
        return """
        {"device_id":"%s","client_version":"1.0.0","sent_at":"2026-11-21T04:33:00.123Z",\
        "since":%d,"reference":"%s","events":[%s]}\
        """
                .formatted(deviceId, since, reference, events);
    }
}
