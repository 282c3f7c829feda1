package org.tutortimes.server.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.tutortimes.model.wire.Api;
import org.tutortimes.model.wire.Json;
import org.tutortimes.server.contract.Contract;

/// Reads a live stream event by event.
public final class EventReader implements AutoCloseable {

    private static final OkHttpClient CLIENT =
            new OkHttpClient.Builder().readTimeout(Duration.ofSeconds(30)).build();

    private final String path;
    private final Response response;
    private final BufferedReader source;

    /// The stream of a unit.
    EventReader(String address, long unitId, String token) throws IOException {
        this(address, path(unitId), token);
    }

    /// The stream at a path of the server.
    public EventReader(String address, String path, String token) throws IOException {
        this.path = path;
        response = open(address, path, token);
        source = new BufferedReader(response.body().charStream());
    }

    /// The status of the answer alone.
    static int status(String address, long unitId, String token) throws IOException {
        try (Response response = open(address, path(unitId), token)) {
            return response.code();
        }
    }

    /// The data of the next event of this name; others are passed over, but no more than two beats.
    public JsonNode next(String name) throws IOException {
        String current = "";
        int beats = 0;
        while (true) {
            String line = line();
            if (line.startsWith("event: ")) {
                current = line.substring("event: ".length());
            } else if (line.startsWith("data: ")) {
                JsonNode data = Json.tree(line.substring("data: ".length()));
                Contract.OF_THE_SERVER.holdLiveEvent(path, current, data);
                if (current.equals(name)) {
                    return data;
                }
                beats += current.equals("beat") ? 1 : 0;
                if (beats > 2) {
                    throw new AssertionError("no %s came within two beats".formatted(name));
                }
            }
        }
    }

    /// The name of the next event, whatever it is.
    public String nextName() throws IOException {
        String line = line();
        while (!line.startsWith("event: ")) {
            line = line();
        }
        return line.substring("event: ".length());
    }

    /// Whether the server has ended the stream, once all of it is read.
    public boolean isAtEnd() throws IOException {
        try {
            while (true) {
                line();
            }
        } catch (EOFException e) {
            return true;
        }
    }

    /// Done once the server has ended the stream, all of which is read until then.
    public CompletableFuture<Void> end() {
        CompletableFuture<Void> end = new CompletableFuture<>();
        Thread.ofVirtual()
                .start(() -> {
                    try {
                        isAtEnd();
                        end.complete(null);
                    } catch (IOException e) {
                        end.completeExceptionally(e);
                    }
                });
        return end;
    }

    private String line() throws IOException {
        String line = source.readLine();
        if (line == null) {
            throw new EOFException("the server has ended the stream");
        }
        return line;
    }

    private static String path(long unitId) {
        return Api.LIVE + "/units/" + unitId;
    }

    private static Response open(String address, String path, String token) throws IOException {
        Request request =
                new Request.Builder()
                        .url(address + path)
                        .header("Authorization", "Bearer " + token)
                        .build();
        return CLIENT.newCall(request).execute();
    }

    @Override
    public void close() {
        response.close();
    }
}
