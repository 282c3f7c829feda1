package org.tutortimes.trust.proxy;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// One connection on which one thing goes wrong, somewhere that the seed says.
final class FailingConnection {

    // Shorter and longer than the client waits.
    private static final int LONGEST_DELAY_MILLIS = 600;
    private static final int MOST_PIECES = 30;
    private static final int MOST_MILLIS_A_PIECE = 30;
    private static final int MOST_GARBAGE = 500;
    private static final List<Page> PAGES =
            List.of(
                    new Page(
                            "text/html; charset=utf-8",
                            """
                            <!doctype html><title>Welcome</title><p>Room number, please.</p>
                            """),
                    new Page("text/plain", "OK"),
                    new Page("image/gif", "GIF89a"),
                    new Page("application/json", "[]"),
                    new Page("application/json", "{\"status\": \"ok\"}"));

    /// What something that answers in the server's place says, and what it calls it.
    private record Page(String contentType, String body) {}

    private final Connection connection;
    private final SplittableRandom random;

    FailingConnection(Connection connection, SplittableRandom random) {
        this.connection = connection;
        this.random = random;
    }

    void meet(Fault fault) throws IOException {
        switch (fault) {
            case DELAY -> delay();
            case RESET -> reset();
            case HALF_REQUEST -> halfRequest();
            case HALF_ANSWER -> {
                connection.carryRequests();
                Connection.send(connection.client(), part(answer()));
            }
            case LOST_ANSWER -> {
                connection.carryRequests();
                byte[] _ = answer();
            }
            case SLOW_LORIS -> trickle();
            case GARBAGE -> {
                byte[] garbage = new byte[1 + random.nextInt(MOST_GARBAGE)];
                random.nextBytes(garbage);
                answerInstead(garbage);
            }
            case FOREIGN_PAGE -> answerInstead(page());
        }
    }

    private void delay() throws IOException {
        connection.carryRequests();
        byte[] answer = answer();
        connection.waitFor(random.nextInt(LONGEST_DELAY_MILLIS));
        Connection.send(connection.client(), answer);
        connection.carryAnswers();
    }

    private void reset() throws IOException {
        switch (random.nextInt(3)) {
            case 0 -> {
                // Before anything was said.
            }
            case 1 -> Connection.send(connection.server(), part(request()));
            default -> {
                connection.carryRequests();
                Connection.send(connection.client(), part(answer()));
            }
        }
        // Without lingering, the close throws away what is under way and sends a reset.
        connection.client().setSoLinger(true, 0);
    }

    private void halfRequest() throws IOException {
        Connection.send(connection.server(), part(request()));
        if (random.nextBoolean()) {
            connection.waitForEnd();
        }
    }

    private void trickle() throws IOException {
        if (random.nextBoolean()) {
            trickle(request(), connection.server());
            connection.carry();
        } else {
            connection.carryRequests();
            trickle(answer(), connection.client());
            connection.carryAnswers();
        }
    }

    /// In so many pieces that it takes shorter or longer than the client waits.
    private void trickle(byte[] whole, Socket to) throws IOException {
        int pieces = 2 + random.nextInt(MOST_PIECES);
        int pace = 1 + random.nextInt(MOST_MILLIS_A_PIECE);
        int size = Math.ceilDiv(whole.length, pieces);
        for (int from = 0; from < whole.length; from += size) {
            Connection.send(
                    to, Arrays.copyOfRange(whole, from, Math.min(whole.length, from + size)));
            connection.waitFor(pace);
        }
    }

    private void answerInstead(byte[] answer) throws IOException {
        byte[] _ = request();
        Connection.send(connection.client(), answer);
        connection.client().shutdownOutput();
        // Closed with requests unread, it would be reset before the answer is read.
        connection.waitForEnd();
    }

    private byte[] page() {
        Page page = PAGES.get(random.nextInt(PAGES.size()));
        return """
        HTTP/1.1 200 OK\r
        Content-Type: %s\r
        Content-Length: %d\r
        Connection: close\r
        \r
        %s\
        """
                .formatted(page.contentType(), page.body().length(), page.body())
                .getBytes(StandardCharsets.US_ASCII);
    }

    private byte[] request() throws IOException {
        return Connection.some(connection.client());
    }

    private byte[] answer() throws IOException {
        return Connection.some(connection.server());
    }

    /// From nothing to all but the last byte.
    private byte[] part(byte[] whole) {
        return Arrays.copyOf(whole, random.nextInt(Math.max(1, whole.length)));
    }
}
