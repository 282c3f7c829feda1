package org.tutortimes.desktop.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tutortimes.desktop.timer.Desk.PILE;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tutortimes.desktop.VirtualComputer;
import org.tutortimes.model.timer.PauseReason;
import org.tutortimes.model.timer.SessionStatus;

class CrashRecoveryTest {
    @TempDir Path folder;
    private Desk desk;

    @BeforeEach
    void sitDown() {
        desk = new Desk(folder, new VirtualComputer());
    }

    @AfterEach
    void leave() {
        desk.close();
    }

    private void crashAndStartAfter(Duration off) {
        desk.crash();
        desk.computer.reboot();
        desk.computer.pass(off);
        desk = new Desk(folder, desk.computer);
    }

    @Test
    void aCrashCostsAtMostFifteenSeconds() {
        desk.keeper.start(PILE).join();
        desk.work(Duration.ofSeconds(100));
        crashAndStartAfter(Duration.ofHours(3));

        assertThat(desk.current().status()).isEqualTo(SessionStatus.PAUSED);
        assertThat(desk.pause().reason()).isEqualTo(PauseReason.CRASH);
        assertThat(desk.current().closedMillis()).isBetween(85_000L, 100_000L);
        assertThat(desk.shown().notice()).contains("ended unexpectedly").contains("12:01");
    }

    @Test
    void aCrashBeforeTheFirstHeartbeatLosesOnlyTheSecondsBefore() {
        desk.keeper.start(PILE).join();
        desk.work(Duration.ofSeconds(10));
        crashAndStartAfter(Duration.ofMinutes(1));

        assertThat(desk.current().closedMillis()).isZero();
        assertThat(desk.pause().reason()).isEqualTo(PauseReason.CRASH);
    }

    @Test
    void theHeartbeatOfAnEarlierSegmentIsNotTakenForThisOne() {
        desk.keeper.start(PILE).join();
        desk.work(Duration.ofMinutes(10));
        desk.keeper.pause().join();
        desk.keeper.resume().join();
        desk.work(Duration.ofSeconds(2));
        crashAndStartAfter(Duration.ofMinutes(1));

        assertThat(desk.current().closedMillis()).isEqualTo(600_000);
    }

    @Test
    void theRecoveryIsTakenOnce() {
        desk.keeper.start(PILE).join();
        desk.work(Duration.ofSeconds(40));
        crashAndStartAfter(Duration.ofMinutes(1));
        crashAndStartAfter(Duration.ofMinutes(1));

        assertThat(desk.events()).hasSize(2);
        assertThat(desk.shown().notice()).isNull();
    }

    @Test
    void theSessionCanGoOnAfterACrash() {
        desk.keeper.start(PILE).join();
        desk.work(Duration.ofSeconds(60));
        crashAndStartAfter(Duration.ofMinutes(1));
        desk.keeper.dismissNotice().join();
        desk.keeper.resume().join();
        desk.work(Duration.ofSeconds(60));
        desk.keeper.complete().join();

        assertThat(desk.shown().notice()).isNull();
        assertThat(desk.shown().todayMillis()).isEqualTo(120_000);
    }
}
