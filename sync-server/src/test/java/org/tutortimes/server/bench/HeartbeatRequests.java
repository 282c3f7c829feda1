package org.tutortimes.server.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// What the page of one student in a class session says: that it is there.
final class HeartbeatRequests implements Requests {

    private static final byte[] CONNECTED = Answer.ascii("\"connection_status\":\"CONNECTED\"");

    private final byte[] request;

    HeartbeatRequests(String token, UUID session) {
        this.request =
                ("PUT /api/class-sessions/"
                                + session
                                + "/heartbeat HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer "
                                + token
                                + "\r\nContent-Length: 0\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void prepare(int count) {
        // It is always the same.
    }

    @Override
    public ByteBuffer next() {
        return ByteBuffer.wrap(request);
    }

    @Override
    public boolean isAnsweredBy(Answer answer) {
        return answer.count(CONNECTED) == 1;
    }
}
