package org.tutortimes.desktop.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tutortimes.desktop.CoreDesk;
import org.tutortimes.desktop.VirtualComputer;
import org.tutortimes.desktop.tracking.Unrecorded;

/// A timer and the server's own program, which observes the tutor meanwhile.
class ObservedTutorIT {

    private static final String ACTIVITIES = "/api/session-activities";
    private static final String SESSIONS = "/api/units/10/marking_sessions";

    @TempDir private Path folder;
    private ServerProgram server;
    private CoreDesk desk;
    private ApiCalls tia;

    @BeforeEach
    void startAll() throws IOException, InterruptedException {
        server = new ServerProgram(Files.createDirectory(folder.resolve("server")));
        server.run("import", SampleUnit.file(folder).toString());
        server.serve();
        desk = new CoreDesk(folder.resolve("desk"), new VirtualComputer());
        desk.signIn(URI.create(server.address()), "tia");
        desk.sync();
        tia = new ApiCalls(server.address(), "tia");
    }

    @AfterEach
    void endAll() throws IOException {
        desk.close();
        server.close();
    }

    @Test
    void timerThatRunsBeginsAMarkingSessionThatAnActionThenIsPartOf()
            throws IOException, InterruptedException {
        desk.core.timer().start(CoreDesk.PILE).join();
        desk.work(Duration.ofSeconds(3));
        desk.core.tracking().presence().callNow().join();
        // Heartbeats alone are no evidence.
        assertThat(tia.get(SESSIONS)).isEmpty();
        Instant before = Instant.now();
        tia.post(ACTIVITIES, "{\"unit_id\": 10, \"action\": \"inbox\"}");
        JsonNode sessions = tia.get(SESSIONS);
        assertThat(sessions).hasSize(1);
        assertThat(Instant.parse(sessions.at("/0/start_time").asText())).isBefore(before);
        assertThat(server.run("check")).contains("well");
    }

    @Test
    void whatWasObservedBecomesASessionOfTheTimerWithOneClick()
            throws IOException, InterruptedException {
        List<Unrecorded> offered = new CopyOnWriteArrayList<>();
        desk.core
                .tracking()
                .observed()
                .listen(offers -> {
                    offered.clear();
                    offered.addAll(offers);
                });
        Instant aWhileAgo = Instant.now().minus(Duration.ofMinutes(14));
        tia.post(
                ACTIVITIES,
                "{\"unit_id\": 10, \"action\": \"inbox\", \"occurred_at\": \"%s\"}"
                        .formatted(aWhileAgo));
        // It may still go on, and is not offered before a quarter of an hour has passed.
        desk.core.tracking().observed().askNow().join();
        assertThat(offered).isEmpty();
        desk.computer.pass(Duration.ofMinutes(2));
        desk.core.tracking().observed().askNow().join();
        assertThat(offered).hasSize(1);

        long session = tia.get(SESSIONS).at("/0/id").asLong();
        desk.core.tracking().observed().record(session, 500L).join();

        desk.sync();
        assertThat(offered).isEmpty();
        assertThat(
                        new ApiCalls(server.address(), "cora")
                                .get("/api/units/10")
                                .get("total_tutor_time")
                                .asLong())
                .isEqualTo(300);
        assertThat(tia.get("/api/tutor-times/tutor/1").get("items")).hasSize(1);
        assertThat(server.run("check")).contains("well");
    }
}
