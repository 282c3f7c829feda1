package org.tutortimes.desktop.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tutortimes.desktop.CoreDesk;
import org.tutortimes.desktop.VirtualComputer;
import org.tutortimes.desktop.endtoend.CuttingProxy.Mode;
import org.tutortimes.desktop.journal.Delivery;
import org.tutortimes.desktop.sync.SyncStatus;

/// Two computers of one tutor and the server's own program, with all that can go wrong between
/// them.
class TwoDesktopsIT {

    private static final Duration HALF_HOUR = Duration.ofMinutes(30);
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final int MOST_ROUNDS = 20;

    @TempDir private Path folder;
    private ServerProgram server;
    private CuttingProxy laptopNetwork;
    private CuttingProxy officeNetwork;
    private CoreDesk laptop;
    private CoreDesk office;

    @BeforeEach
    void startAll() throws IOException, InterruptedException {
        Path data = Files.createDirectory(folder.resolve("server"));
        server = new ServerProgram(data);
        server.run("import", SampleUnit.file(folder).toString());
        server.serve();
        laptopNetwork = new CuttingProxy(server.port());
        officeNetwork = new CuttingProxy(server.port());
        // Both show the same time, which no test machine's clock has a part in.
        laptop = new CoreDesk(folder.resolve("laptop"), new VirtualComputer());
        office = new CoreDesk(folder.resolve("office"), new VirtualComputer());
        laptop.signIn(URI.create(laptopNetwork.address()), "tia");
        office.signIn(URI.create(officeNetwork.address()), "tia");
    }

    @AfterEach
    void endAll() throws IOException {
        laptop.close();
        office.close();
        laptopNetwork.close();
        officeNetwork.close();
        server.close();
    }

    @Test
    void theTotalIsRightThroughOutagesLostAnswersAndOverlaps()
            throws IOException, InterruptedException {
        laptop.record(HALF_HOUR);
        laptop.sync();
        assertThat(total()).isEqualTo(1_800);

        bothWorkWhileTheServerIsStopped();
        theAnswersToTheLaptopAreLostAndThenTheServerIsKilled();
        drain(laptop);
        drain(office);
        drain(laptop);

        // 30 + 20 + 20 minutes were recorded; ten of them at once count once.
        assertThat(total()).isEqualTo(3_600);
        assertThat(laptop.shown().todayMillis()).isEqualTo(3_600_000);
        assertThat(office.shown().todayMillis()).isEqualTo(3_600_000);
        assertThat(laptop.shown().today())
                .hasSize(3)
                .allMatch(row -> row.delivery() == Delivery.SYNCED);
        assertThat(sumOfSegments()).isEqualTo(3_600);
        assertThat(server.run("check")).contains("well");
    }

    /// For ten minutes at the same time.
    private void bothWorkWhileTheServerIsStopped() throws InterruptedException {
        server.stop();
        office.computer.pass(HALF_HOUR);
        laptop.core.timer().start(CoreDesk.PILE).join();
        laptop.work(TEN_MINUTES);
        laptop.sync();
        assertThat(laptop.status().state()).isEqualTo(SyncStatus.State.OFFLINE);
        office.computer.pass(TEN_MINUTES);
        office.core.timer().start(CoreDesk.PILE).join();
        laptop.work(TEN_MINUTES);
        office.work(TEN_MINUTES);
        laptop.core.timer().complete().join();
        office.work(TEN_MINUTES);
        office.core.timer().complete().join();
    }

    private void theAnswersToTheLaptopAreLostAndThenTheServerIsKilled()
            throws IOException, InterruptedException {
        server.serve();
        laptopNetwork.switchTo(Mode.LOSE_ANSWERS);
        laptop.sync();
        assertThat(laptopNetwork.lostAnswers()).isPositive();
        assertThat(laptop.status().waiting()).isPositive();
        server.kill();
        server.serve();
        laptopNetwork.switchTo(Mode.CARRY);
        officeNetwork.switchTo(Mode.CARRY);
    }

    @Test
    void aSessionCompletedOnTheOtherComputerEndsHereWithItsOwnWork()
            throws IOException, InterruptedException {
        laptop.core.timer().start(CoreDesk.PILE).join();
        laptop.sync();
        office.computer.pass(TEN_MINUTES);
        office.sync();
        office.core.timer().complete().join();
        office.sync();
        // The laptop has not heard of it and works on.
        laptop.work(Duration.ofMinutes(15));
        laptop.sync();
        laptop.work(Duration.ofSeconds(2));
        drain(laptop);
        drain(office);
        assertThat(laptop.shown().notice()).isNotNull();
        assertThat(total()).isBetween(15 * 60L, 15 * 60L + 2);
        assertThat(office.shown().todayMillis()).isEqualTo(laptop.shown().todayMillis());
        assertThat(server.run("check")).contains("well");
    }

    @Test
    void whatWaitsSurvivesTheEndOfTheProgramAndReachesTheServerAfterwards()
            throws IOException, InterruptedException {
        laptopNetwork.switchTo(Mode.CUT);
        laptop.record(HALF_HOUR);
        laptop.sync();
        laptop.close();
        laptop = new CoreDesk(folder.resolve("laptop"), laptop.computer);
        laptop.sync();
        assertThat(laptop.status().waiting()).isEqualTo(2);
        laptopNetwork.switchTo(Mode.CARRY);
        drain(laptop);
        assertThat(total()).isEqualTo(1_800);
    }

    private static void drain(CoreDesk desk) {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            desk.sync();
            if (desk.status().state() == SyncStatus.State.SYNCED && desk.status().waiting() == 0) {
                return;
            }
        }
        throw new AssertionError("still not synced: " + desk.status());
    }

    private long total() throws IOException, InterruptedException {
        return get("/api/units/10", "cora").get("total_tutor_time").longValue();
    }

    /// What the tutor's own sessions say, segment by segment.
    private long sumOfSegments() throws IOException, InterruptedException {
        long seconds = 0;
        for (var row : laptop.shown().today()) {
            JsonNode session = get("/api/tutor-times/" + row.sessionId(), "tia");
            long millis = 0;
            for (JsonNode segment : session.get("segments")) {
                millis += segment.get("counted_ms").longValue();
            }
            seconds += millis / 1_000;
        }
        return seconds;
    }

    private JsonNode get(String path, String username) throws IOException, InterruptedException {
        return new ApiCalls(server.address(), username).get(path);
    }
}
