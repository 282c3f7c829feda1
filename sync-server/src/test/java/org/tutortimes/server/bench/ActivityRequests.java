package org.tutortimes.server.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;

/// What a client reports of one tutor: an action on one task after the other, each with an id.
final class ActivityRequests implements Requests {

    private static final List<String> ACTIONS =
            List.of("get-submission-details", "add-comment", "get-comments", "GET");
    private static final byte[] RECORDED = Answer.ascii("\"recorded\":true");

    private final String token;
    private final List<Long> tasks;
    private final Deque<ByteBuffer> ready = new ArrayDeque<>();
    private int made;

    ActivityRequests(String token, List<Long> tasks) {
        this.token = token;
        this.tasks = List.copyOf(tasks);
    }

    @Override
    public void prepare(int count) {
        while (ready.size() < count) {
            ready.add(make());
        }
    }

    @Override
    public ByteBuffer next() {
        ByteBuffer prepared = ready.poll();
        return prepared == null ? make() : prepared;
    }

    @Override
    public boolean isAnsweredBy(Answer answer) {
        return answer.count(RECORDED) == 1;
    }

    private ByteBuffer make() {
        long task = tasks.get(made % tasks.size());
        // The project of the sample has the id of its one task.
        String body =
                "{\"id\":\"%s\",\"project_id\":%d,\"task_id\":%d,\"action\":\"%s\"}"
                        .formatted(
                                UUID.randomUUID(), task, task, ACTIONS.get(made % ACTIONS.size()));
        made++;
        String request =
                "POST /api/session-activities HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer "
                        + token
                        + "\r\nContent-Type: application/json\r\nContent-Length: "
                        + body.length()
                        + "\r\n\r\n"
                        + body;
        return ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII));
    }
}
