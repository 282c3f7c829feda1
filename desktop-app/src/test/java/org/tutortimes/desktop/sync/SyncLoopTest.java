package org.tutortimes.desktop.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tutortimes.desktop.CoreDesk;
import org.tutortimes.desktop.VirtualComputer;
import org.tutortimes.desktop.sync.SyncStatus.State;
import org.tutortimes.model.wire.ApiError;

class SyncLoopTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir Path folder;
    private final FakeServer server = new FakeServer();
    private CoreDesk desk;

    @BeforeEach
    void signIn() {
        desk = CoreDesk.byItself(folder, new VirtualComputer());
        desk.signIn(server.address(), "tia");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(desk.status().state()).isEqualTo(State.SYNCED));
    }

    @AfterEach
    void leave() {
        desk.close();
        server.close();
    }

    @Test
    void anEventGoesOutAtOnce() {
        desk.core.timer().start(CoreDesk.PILE).join();

        await().atMost(SOON).until(() -> server.eventsOf("tia").size() == 1);
    }

    @Test
    void aClickDoesNotWaitForTheRetry() {
        server.next(FakeServer.json(403, new ApiError("No.", "forbidden", Map.of())));
        desk.core.timer().start(CoreDesk.PILE).join();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(desk.status().state()).isEqualTo(State.TROUBLE));
        desk.core.timer().pause().join();

        await().atMost(SOON).until(() -> server.eventsOf("tia").size() == 2);
    }

    @Test
    void theRetryComesByItself() {
        server.next(FakeServer.json(503, new ApiError("Busy.", "busy", Map.of())));
        desk.core.timer().start(CoreDesk.PILE).join();

        await().atMost(SOON)
                .until(() -> {
                    desk.computer.pass(Duration.ofSeconds(1));
                    return server.eventsOf("tia").size() == 1;
                });
    }
}
