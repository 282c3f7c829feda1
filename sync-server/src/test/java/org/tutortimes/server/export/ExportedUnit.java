package org.tutortimes.server.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.timer.MarkingTarget;
import org.tutortimes.model.timer.Segment;
import org.tutortimes.server.SampleData;
import org.tutortimes.server.TestDatabase;
import org.tutortimes.server.TestServer;
import org.tutortimes.server.VirtualClock;
import org.tutortimes.server.totals.RecordedSession;

/// A server whose unit 10 has sessions, and those who take its files away.
record ExportedUnit(TestServer server, HttpClient client) implements AutoCloseable {

    static final String EXPORT = "/api/units/10/export.";
    static final MarkingTarget PILE = new MarkingTarget.Pile(SampleData.PILE);
    static final MarkingTarget SAMS_TASK = new MarkingTarget.OneTask(SampleData.TASK);

    static ExportedUnit on(TestDatabase kind, Path folder) {
        return new ExportedUnit(
                TestServer.on(kind, folder, new VirtualClock("2026-11-20T12:00:00Z")),
                HttpClient.newHttpClient());
    }

    /// Sessions of every kind. Completed and not deleted are, in order of their start:
    /// - Tia's of Sam's task, with a pause, half a minute of it overlapped
    /// - Tia's of a pile of 8
    /// - Tom's of a pile, entered by hand
    /// - Tia's on the night in which Melbourne's clocks go from two to three
    void record() {
        tia(
                SAMS_TASK,
                null,
                "2026-08-03T01:00:00Z",
                "2026-08-03T01:25:30.250Z",
                "2026-08-03T01:40:00Z",
                "2026-08-03T02:00:00.500Z");
        tia(PILE, 8, "2026-08-03T01:25:00Z", "2026-08-03T01:35:00Z");
        assertThat(
                        server.post(
                                        "tom",
                                        "/api/tutor-times",
                                        """
                                        {"unit_role_id": 101, "task_definition_id": 500,
                                         "note": "On paper", "segments":
                                          [{"start": "2026-08-05T05:00:00Z",
                                            "end": "2026-08-05T05:40:00Z"}]}
                                        """)
                                .status())
                .isEqualTo(201);
        tia(SAMS_TASK, null, "2026-10-03T15:30:00Z", "2026-10-03T16:30:00Z");
        ended(RecordedSession.End.DELETED, "2026-08-10T01:00:00Z", "2026-08-10T02:00:00Z");
        ended(RecordedSession.End.PAUSED, "2026-08-11T01:00:00Z", "2026-08-11T02:00:00Z");
        RecordedSession.of(
                        SampleData.TIAS_OTHER_ROLE,
                        new MarkingTarget.OneTask(SampleData.TASK_OF_OTHER_UNIT),
                        "2026-08-12T01:00:00Z",
                        "2026-08-12T02:00:00Z")
                .send(server, "tia");
    }

    /// @param bounds of its segments, in pairs
    void tia(MarkingTarget target, @Nullable Integer submissions, String... bounds) {
        List<Segment> segments = new ArrayList<>();
        for (int index = 0; index < bounds.length; index += 2) {
            segments.add(
                    new Segment(Instant.parse(bounds[index]), Instant.parse(bounds[index + 1])));
        }
        new RecordedSession(
                        UUID.randomUUID(),
                        SampleData.TIAS_ROLE,
                        target,
                        segments,
                        submissions,
                        RecordedSession.End.COMPLETED)
                .send(server, "tia");
    }

    private void ended(RecordedSession.End end, String from, String to) {
        new RecordedSession(
                        UUID.randomUUID(),
                        SampleData.TOMS_ROLE,
                        SAMS_TASK,
                        List.of(new Segment(Instant.parse(from), Instant.parse(to))),
                        null,
                        end)
                .send(server, "tom");
    }

    void change(String sql, Object... values) {
        server.database().write(handle -> handle.execute(sql, values));
    }

    /// The unit's completed sessions as the list gives them, the first first.
    List<JsonNode> stored() {
        List<JsonNode> sessions = new ArrayList<>();
        server.get("ada", "/api/tutor-times/unit/10?status=completed&limit=500")
                .body()
                .get("items")
                .forEach(sessions::add);
        return sessions.reversed();
    }

    long totalTutorTime() {
        return server.get("ada", "/api/units/10").body().get("total_tutor_time").asLong();
    }

    /// A file as it came, which is also as the contract says.
    ///
    /// @param what an extension, and the query with its question mark if there is one
    byte[] file(String user, String what) {
        assertThat(server.get(user, EXPORT + what).status()).isEqualTo(200);
        return send(user, what).body();
    }

    String text(String user, String what) {
        return new String(file(user, what), StandardCharsets.UTF_8);
    }

    HttpResponse<byte[]> send(String user, String what) {
        HttpRequest request =
                server.request("GET", EXPORT + what, null)
                        .header("Authorization", "Bearer " + user)
                        .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new CompletionException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
        }
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
