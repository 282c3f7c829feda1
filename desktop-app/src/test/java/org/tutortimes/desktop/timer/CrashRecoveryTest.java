package org.tutortimes.desktop.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tutortimes.desktop.timer.Desk.PILE;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tutortimes.desktop.VirtualComputer;
import org.tutortimes.model.sync.EventCodec;
import org.tutortimes.model.timer.Fact;
import org.tutortimes.model.timer.PauseReason;
import org.tutortimes.model.timer.SessionStatus;
import org.tutortimes.model.timer.TimerEvent;

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

    /// As after an old copy of the journal was put back: what this computer wrote later comes back
    /// from the server, with higher numbers than what runs.
    @Test
    void aCrashIsFoundBehindOwnEventsThatCameBackFromTheServer() {
        desk.keeper.start(PILE).join();
        desk.work(Duration.ofSeconds(40));
        UUID session = UUID.randomUUID();
        UUID opener = UUID.randomUUID();
        comeBack(opener, session, 50, new Fact.Started(PILE.unitRoleId(), PILE.target(), false));
        comeBack(
                UUID.randomUUID(),
                session,
                51,
                new Fact.Completed(new Fact.Closing(opener, 60_000L), null));
        crashAndStartAfter(Duration.ofHours(3));

        assertThat(desk.pause().reason()).isEqualTo(PauseReason.CRASH);
        assertThat(desk.current().closedMillis()).isEqualTo(30_000);
        assertThat(desk.events().getLast().seq()).isEqualTo(52);
    }

    private void comeBack(UUID id, UUID session, long seq, Fact fact) {
        Instant at = desk.computer.instant().minus(Duration.ofHours(2));
        TimerEvent event =
                new TimerEvent(id, session, desk.journal.device(), seq, at, "UTC", 0, fact);
        desk.database
                .jdbi()
                .useTransaction(handle ->
                        desk.journal.take(handle, Desk.TIA, List.of(EventCodec.encode(event)), at));
    }

    @Test
    void aCrashAfterACorrectionElsewhereIsDatedByWhatWasWorked() {
        desk.keeper.start(PILE).join();
        desk.work(Duration.ofHours(1));
        Instant corrected = desk.computer.instant();
        TimerEvent amended =
                new TimerEvent(
                        UUID.randomUUID(),
                        desk.current().sessionId(),
                        UUID.randomUUID(),
                        1,
                        corrected,
                        "UTC",
                        0,
                        new Fact.Amended(List.of(), null, "all of it was something else"));
        desk.database
                .jdbi()
                .useTransaction(handle ->
                        desk.journal.take(
                                handle, Desk.TIA, List.of(EventCodec.encode(amended)), corrected));
        desk.work(Duration.ofMinutes(2));
        crashAndStartAfter(Duration.ofMinutes(1));

        assertThat(desk.current().closedMillis()).isBetween(105_000L, 120_000L);
        assertThat(desk.pause().at())
                .isBetween(corrected.plusSeconds(105), corrected.plusSeconds(120));
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
