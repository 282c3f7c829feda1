package org.tutortimes.server.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.tutortimes.model.timer.TimerEvent;
import org.tutortimes.server.ManyTutors;
import org.tutortimes.server.OnBothDatabases;
import org.tutortimes.server.SampleData;
import org.tutortimes.server.TestDatabase;
import org.tutortimes.server.TestServer;
import org.tutortimes.server.TestServer.Answer;
import org.tutortimes.server.VirtualClock;
import org.tutortimes.server.check.Check;

/// Many devices that synchronise at the same moment, all in one unit, on PostgreSQL with two
/// servers.
@OnBothDatabases
class SyncAtOnceTest {

    private static final int TUTORS = 50;
    private static final int ROUNDS = 5;

    @Parameter private TestDatabase kind;
    @TempDir Path folder;
    private final VirtualClock clock = new VirtualClock("2026-08-03T12:00:00Z");
    private TestServer server;
    private TestServer other;
    private final AtomicInteger turn = new AtomicInteger();

    @BeforeEach
    void start() {
        server = TestServer.on(kind, folder, clock);
        other = server.besides(kind, folder, clock);
        ManyTutors.add(server.database(), TUTORS);
    }

    @AfterEach
    void stop() {
        assertThat(new Check(server.database()).failures()).isEmpty();
        other.close();
        server.close();
    }

    @Test
    void totalIsExactAfterEveryRoundOfManyTutorsInOneUnit() throws Exception {
        for (int round = 1; round <= ROUNDS; round++) {
            int hour = round;
            List<Answer> answers = ManyTutors.atOnce(TUTORS, tutor -> syncHour(tutor, hour));
            assertThat(answers).extracting(Answer::status).containsOnly(200);
            assertThat(total()).isEqualTo(TUTORS * 600L * round);
        }
    }

    @Test
    void devicesOfOneTutorGetRevisionsWithoutGaps() throws Exception {
        List<Answer> answers = ManyTutors.atOnce(TUTORS, _ -> syncHour(0, 3));
        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(answers)
                .extracting(answer -> answer.body().get("next").asLong())
                .contains(TUTORS * 2L)
                .allSatisfy(next -> assertThat(next % 2).isZero())
                .doesNotHaveDuplicates();
        // All of it is the same ten minutes of one tutor.
        assertThat(total()).isEqualTo(600);
    }

    @Test
    void eventsSentTwiceAtOnceCountOnce() throws Exception {
        Wire device = new Wire();
        TimerEvent started = started(device, 0, 5);
        TimerEvent completed = device.completed(started, "2026-08-03T05:10:00Z", 600_000);
        List<Answer> answers =
                ManyTutors.atOnce(TUTORS, _ -> sync(0, device.request(started, completed)));
        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(answers)
                .extracting(answer -> answer.body().at("/results/0/status").asText())
                .containsOnlyOnce("stored")
                .containsOnly("stored", "duplicate");
        assertThat(total()).isEqualTo(600);
    }

    /// What fails to be taken is another tutor's session, under the same id.
    @Test
    void sessionThatManyClaimAtOnceBelongsToOne() throws Exception {
        UUID session = UUID.randomUUID();
        List<Answer> answers =
                ManyTutors.atOnce(
                        TUTORS,
                        tutor -> {
                            Wire device = new Wire();
                            TimerEvent claim =
                                    device.started(
                                            session,
                                            "2026-08-03T05:00:00Z",
                                            ManyTutors.role(tutor),
                                            SampleData.TASK);
                            return sync(tutor, device.request(claim));
                        });
        assertThat(answers)
                .extracting(answer -> answer.body().at("/results/0/status").asText())
                .containsOnlyOnce("stored")
                .containsOnly("stored", "refused");
    }

    private Answer syncHour(int tutor, int hour) {
        Wire device = new Wire();
        TimerEvent started = started(device, tutor, hour);
        TimerEvent completed =
                device.completed(started, "2026-08-03T0%d:10:00Z".formatted(hour), 600_000);
        return sync(tutor, device.request(started, completed));
    }

    private static TimerEvent started(Wire device, int tutor, int hour) {
        return device.started(
                UUID.randomUUID(),
                "2026-08-03T0%d:00:00Z".formatted(hour),
                ManyTutors.role(tutor),
                SampleData.TASK);
    }

    private Answer sync(int tutor, String body) {
        TestServer either = turn.getAndIncrement() % 2 == 0 ? server : other;
        return either.post(ManyTutors.username(tutor), "/api/sync", body);
    }

    private long total() {
        return server.get("cora", "/api/units/10").body().get("total_tutor_time").asLong();
    }
}
