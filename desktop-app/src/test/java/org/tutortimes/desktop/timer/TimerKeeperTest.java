package org.tutortimes.desktop.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tutortimes.desktop.timer.Desk.OTHER_PILE;
import static org.tutortimes.desktop.timer.Desk.OTHER_UNIT;
import static org.tutortimes.desktop.timer.Desk.PILE;
import static org.tutortimes.desktop.timer.Desk.failure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tutortimes.desktop.VirtualComputer;
import org.tutortimes.desktop.journal.Delivery;
import org.tutortimes.model.timer.Fact;
import org.tutortimes.model.timer.PauseReason;
import org.tutortimes.model.timer.SessionStatus;

class TimerKeeperTest {
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

    @Test
    void theDayIsTheSumOfItsSessionsInWholeSeconds() {
        for (int session = 0; session < 3; session++) {
            desk.keeper.start(Desk.PILE).join();
            desk.computer.pass(Duration.ofMillis(1_900));
            desk.keeper.complete().join();
        }
        assertThat(desk.shown().todayMillis()).isEqualTo(3_000);
        assertThat(desk.shown().weekMillis()).isEqualTo(3_000);
    }

    @Test
    void startRunsAndShowsItself() {
        desk.keeper.start(PILE).join();

        assertThat(desk.current().status()).isEqualTo(SessionStatus.ACTIVE);
        assertThat(desk.current().runningSinceMillis()).isEqualTo(desk.clock.millis());
        assertThat(desk.events()).hasSize(1);
        assertThat(desk.shown().today().getFirst().delivery()).isEqualTo(Delivery.WAITING);
    }

    @Test
    void pauseKeepsWorkedTime() {
        desk.keeper.start(PILE).join();
        desk.work(Duration.ofMinutes(5));
        desk.keeper.pause().join();

        assertThat(desk.current().status()).isEqualTo(SessionStatus.PAUSED);
        assertThat(desk.current().closedMillis()).isEqualTo(300_000);
        assertThat(desk.shown().todayMillis()).isEqualTo(300_000);
        assertThat(desk.shown().weekMillis()).isEqualTo(300_000);
    }

    @Test
    void resumeAddsToTheSameSession() {
        desk.keeper.start(PILE).join();
        desk.work(Duration.ofMinutes(5));
        desk.keeper.pause().join();
        desk.work(Duration.ofMinutes(30));
        desk.keeper.resume().join();
        desk.work(Duration.ofMinutes(1));
        desk.keeper.complete().join();

        assertThat(desk.shown().current()).isNull();
        assertThat(desk.shown().today()).hasSize(1);
        assertThat(desk.shown().today().getFirst().millis()).isEqualTo(360_000);
        assertThat(desk.shown().today().getFirst().end()).isEqualTo(desk.clock.now());
    }

    @Test
    void startPausesWhatRunsInAnyUnit() {
        desk.keeper.start(PILE).join();
        UUID first = desk.current().sessionId();
        desk.work(Duration.ofMinutes(2));
        desk.keeper.start(OTHER_UNIT).join();

        assertThat(desk.events()).hasSize(3);
        assertThat(desk.events().get(1).sessionId()).isEqualTo(first);
        assertThat(desk.events().get(1).fact())
                .isInstanceOfSatisfying(
                        Fact.Paused.class,
                        paused -> assertThat(paused.reason()).isEqualTo(PauseReason.SUPERSEDED));
        assertThat(Desk.worked(desk.events().get(1))).isEqualTo(120_000);
        assertThat(desk.current().choice().target()).isEqualTo(OTHER_UNIT.target());
    }

    @Test
    void completingTheSecondBringsThePausedFirstBack() {
        desk.keeper.start(PILE).join();
        UUID first = desk.current().sessionId();
        desk.work(Duration.ofMinutes(2));
        desk.keeper.start(OTHER_PILE).join();
        desk.work(Duration.ofMinutes(1));
        desk.keeper.complete().join();

        assertThat(desk.current().sessionId()).isEqualTo(first);
        desk.keeper.resume(first).join();
        assertThat(desk.current().status()).isEqualTo(SessionStatus.ACTIVE);
    }

    @Test
    void nothingIsCompletedBeforeASecondWasWorked() {
        desk.keeper.start(PILE).join();
        desk.computer.pass(Duration.ofMillis(400));

        assertThat(failure(desk.keeper.complete())).contains("Less than a second");
        assertThat(desk.current().status()).isEqualTo(SessionStatus.ACTIVE);
    }

    @Test
    void stepsThatDoNotFitAreRefusedWithASentence() {
        assertThat(failure(desk.keeper.pause())).isEqualTo("No session is open. Start one.");
        desk.keeper.start(PILE).join();
        assertThat(failure(desk.keeper.resume())).isEqualTo("This session is running already.");
        assertThat(failure(desk.keeper.keepAwayAndResume())).contains("no time away");
        assertThat(failure(desk.keeper.resume(UUID.randomUUID()))).contains("not known");
    }

    @Test
    void nobodyRecordsWithoutAnAccount() {
        desk.keeper.useAccount(null).join();

        assertThat(failure(desk.keeper.start(PILE))).startsWith("Sign in first");
        assertThat(desk.events()).isEmpty();
    }

    @Test
    void anotherAccountSeesNothingOfTheFirst() {
        desk.keeper.start(PILE).join();
        desk.work(Duration.ofMinutes(3));
        desk.keeper.useAccount("2@http://localhost").join();

        assertThat(desk.shown().current()).isNull();
        assertThat(desk.shown().today()).isEmpty();
        assertThat(desk.shown().weekMillis()).isZero();

        desk.keeper.useAccount(Desk.TIA).join();
        assertThat(desk.current().status()).isEqualTo(SessionStatus.PAUSED);
        assertThat(desk.shown().todayMillis()).isEqualTo(180_000);
    }

    @Test
    void quitPausesDurablyAndTheNextStartShowsIt() {
        desk.keeper.start(PILE).join();
        desk.work(Duration.ofMinutes(3));
        desk.close();
        desk.computer.reboot();
        desk.computer.pass(Duration.ofHours(1));
        desk = new Desk(folder, desk.computer);

        assertThat(desk.current().status()).isEqualTo(SessionStatus.PAUSED);
        assertThat(desk.pause().reason()).isEqualTo(PauseReason.QUIT);
        assertThat(desk.current().closedMillis()).isEqualTo(180_000);
        assertThat(desk.shown().notice()).isNull();
    }
}
