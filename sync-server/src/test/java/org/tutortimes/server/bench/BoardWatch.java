package org.tutortimes.server.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/// Watches the board of a class session, lets one student of it come and go, and measures how long
/// it is until the board says so.
final class BoardWatch implements AutoCloseable {

    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String server;
    private final UUID session;
    private final long student;
    private final BlockingQueue<Long> seen = new ArrayBlockingQueue<>(1_000);
    private final Thread reader;
    private final Histogram delays = new Histogram(LONGEST_NANOS, 3);
    private volatile String wanted = "";
    private boolean there = true;

    BoardWatch(int port, UUID session, long student) throws IOException, InterruptedException {
        this.server = "http://127.0.0.1:" + port;
        this.session = session;
        this.student = student;
        var stream =
                client.send(
                        request("GET", "/api/live/class-sessions/" + session)
                                .header("Authorization", bearer(StoredLessons.teachersToken()))
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream());
        if (stream.statusCode() != 200) {
            throw new IOException("no board: " + stream.statusCode());
        }
        this.reader =
                Thread.ofVirtual()
                        .start(() ->
                                read(
                                        new BufferedReader(
                                                new InputStreamReader(
                                                        stream.body(), StandardCharsets.UTF_8))));
    }

    private void read(BufferedReader lines) {
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String marker = wanted;
                if (!marker.isEmpty() && line.contains(marker)) {
                    wanted = "";
                    seen.add(System.nanoTime());
                }
            }
        } catch (IOException e) {
            // The watch has ended.
        }
    }

    /// Lets the student go, or come back, and waits until the board shows it.
    void probe() throws IOException, InterruptedException {
        there = !there;
        seen.clear();
        wanted =
                "{\"student_id\":%d,\"name\":\"Person %d\",\"connection_status\":\"%s\""
                        .formatted(student, student, there ? "CONNECTED" : "DISCONNECTED");
        long begin = System.nanoTime();
        String step = there ? "/heartbeat" : "/leave";
        HttpResponse<Void> answer =
                client.send(
                        request("PUT", "/api/class-sessions/" + session + step)
                                .header("Authorization", bearer(StoredLessons.token(student)))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
        if (answer.statusCode() != 200) {
            throw new IOException("refused: " + answer.statusCode());
        }
        Long at = seen.poll(30, TimeUnit.SECONDS);
        if (at == null) {
            throw new IOException("the board has not shown it within 30 s");
        }
        delays.recordValue(Math.max(0, at - begin));
    }

    Histogram delays() {
        return delays;
    }

    private HttpRequest.Builder request(String method, String path) {
        return HttpRequest.newBuilder(URI.create(server + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
    }

    private static String bearer(String token) {
        return "Bearer " + token;
    }

    @Override
    public void close() {
        reader.interrupt();
        client.shutdownNow();
    }
}
