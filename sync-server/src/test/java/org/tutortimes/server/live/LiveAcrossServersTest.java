package org.tutortimes.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tutortimes.server.TestDatabase;
import org.tutortimes.server.pages.SampleDesktop;
import org.tutortimes.server.pages.SampleServer;

/// Two servers on one database: whoever views at one sees what is done at the other.
class LiveAcrossServersTest {

    private static final TestDatabase KIND = TestDatabase.POSTGRESQL;

    @TempDir Path folder;
    private SampleServer server;
    private SampleServer other;

    @BeforeEach
    void start() {
        server = new SampleServer(KIND, folder);
        other = SampleServer.besides(KIND, folder);
    }

    @AfterEach
    void stop() {
        server.close();
        other.close();
    }

    @Test
    void viewerOfOneServerSeesChangesMadeThroughTheOtherWithinASecond() throws Exception {
        SampleDesktop cora = new SampleDesktop(server.address(), "cora");
        SampleDesktop tia = new SampleDesktop(other.address(), "tia");
        try (EventReader events =
                new EventReader(server.address(), SampleServer.UNIT, cora.token())) {
            events.next("snapshot");
            for (int round = 1; round <= 5; round++) {
                Instant begin = Instant.now().minus(Duration.ofDays(round));
                Instant sent = Instant.now();
                tia.record(SampleServer.TIAS_ROLE, begin, Duration.ofHours(1));
                long total = 0;
                while (total < 3_600L * round) {
                    total = events.next("change").at("/totals/total_tutor_time").asLong();
                }
                assertThat(Duration.between(sent, Instant.now())).isLessThan(Duration.ofSeconds(1));
            }
        }
    }

    @Test
    void viewersAreRefreshedOnceALostConnectionIsBack() throws Exception {
        SampleDesktop cora = new SampleDesktop(server.address(), "cora");
        try (EventReader events =
                new EventReader(server.address(), SampleServer.UNIT, cora.token())) {
            events.next("snapshot");
            // Nobody tells of this, and the connection that listens is cut.
            KIND.byHand(
                    folder,
                    "UPDATE units SET total_tutor_time = 77 WHERE id = 10",
                    """
                    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                    WHERE datname = current_database() AND query LIKE 'LISTEN %'
                    """);
            assertThat(events.next("change").at("/totals/total_tutor_time").asLong()).isEqualTo(77);
        }
    }
}
