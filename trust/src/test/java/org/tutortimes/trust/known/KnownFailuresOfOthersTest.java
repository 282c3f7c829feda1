package org.tutortimes.trust.known;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tutortimes.trust.known.OwnComputer.MORNING;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tutortimes.desktop.journal.Delivery;
import org.tutortimes.desktop.sync.SyncStatus.State;
import org.tutortimes.trust.known.UnitServer.Session;

/// Each of these lost or invented somebody's time in another tracker. The figures are those that
/// the server stores, reckoned by hand; its clock is right.
class KnownFailuresOfOthersTest {
    private static final String NO_FLAGS = "";

    @TempDir Path folder;
    private final OwnComputer computer = new OwnComputer();
    private final RoughNetwork network = new RoughNetwork();
    private UnitServer server;
    private TiasDesk desk;

    @BeforeEach
    void signIn() throws IOException {
        server = new UnitServer(folder, computer.rightClock());
        open();
        desk.signIn(server.address());
        desk.sync();
    }

    @AfterEach
    void leave() {
        desk.close();
        assertThat(server.failures()).isEmpty();
        server.close();
    }

    private void open() {
        desk = new TiasDesk(folder.resolve("desktop"), computer, network);
    }

    @Test
    @DisplayName("toggldesktop 1181: an idle prompt that nobody answers overnight")
    void anIdlePromptUnansweredOvernightAddsNothing() {
        desk.start();
        desk.work(Duration.ofMinutes(5));
        desk.leaveAlone(Duration.ofHours(15));
        desk.work(Duration.ofMinutes(2));
        assertThat(desk.shown().away()).isNotNull();
        desk.complete();
        assertThat(desk.sync().state()).isEqualTo(State.SYNCED);
        assertThat(server.sessions()).containsExactly(completed(MORNING, 300, 300));
    }

    @Test
    @DisplayName("toggldesktop 1050: a night's sleep of the computer counted as work")
    void aNightsSleepIsNoWork() {
        desk.start();
        desk.work(Duration.ofMinutes(10));
        desk.sleep(Duration.ofHours(8));
        desk.work(Duration.ofSeconds(5));
        desk.timer().discardAwayAndResume().join();
        desk.work(Duration.ofMinutes(20));
        desk.complete();
        desk.sync();
        // 10 min, 8 h asleep, 5 s before the answer, which comes 1 ms before it goes on, 20 min.
        Instant end = MORNING.plusSeconds(600 + 28_800 + 5 + 1_200).plusMillis(1);
        assertThat(server.sessions())
                .containsExactly(new Session("completed", MORNING, end, 1_800, NO_FLAGS));
    }

    @Test
    @DisplayName("super-productivity 4734: short sleeps counted as work")
    void shortSleepsAreNoWorkEither() {
        desk.start();
        desk.work(Duration.ofMinutes(5));
        desk.sleep(Duration.ofMinutes(4));
        desk.work(Duration.ofMinutes(5));
        desk.sleep(Duration.ofSeconds(40));
        desk.work(Duration.ofMinutes(1));
        desk.complete();
        desk.sync();
        assertThat(server.sessions())
                .containsExactly(completed(MORNING, 300 + 240 + 300 + 40 + 60, 660));
    }

    @Test
    @DisplayName("toggldesktop 4801: an entry twice after its answer was lost")
    void aLostAnswerMakesNoSecondEntry() {
        desk.record(TiasDesk.PILE, Duration.ofMinutes(2));
        network.become(RoughNetwork.State.LOSES_ANSWERS);
        for (int round = 0; round < 3; round++) {
            assertThat(desk.sync().state()).isEqualTo(State.OFFLINE);
        }
        network.become(RoughNetwork.State.SOUND);
        assertThat(desk.sync().state()).isEqualTo(State.SYNCED);
        assertThat(server.sessions()).containsExactly(completed(MORNING, 120, 120));
        assertThat(server.events()).isEqualTo(2);
    }

    @Test
    @DisplayName("toggldesktop 1971: one bad row that keeps all others from the server")
    void oneBadRowBlocksNoOther() {
        desk.record(TiasDesk.choice(999), Duration.ofMinutes(1));
        desk.record(TiasDesk.PILE, Duration.ofMinutes(2));
        assertThat(desk.sync().waiting()).isZero();
        assertThat(desk.sync().refused()).isNotEmpty();
        assertThat(server.sessions()).containsExactly(completed(MORNING.plusSeconds(60), 120, 120));
    }

    @Test
    @DisplayName("toggl_api_docs 213: a negative duration from a clock that was wrong")
    void aWrongClockMakesNoNegativeDuration() {
        desk.start();
        desk.work(Duration.ofMinutes(1));
        computer.setWall(Duration.ofHours(-3));
        desk.work(Duration.ofMinutes(1));
        desk.close();
        open();
        desk.timer().resume().join();
        desk.work(Duration.ofMinutes(1));
        computer.setWall(Duration.ofDays(400));
        desk.work(Duration.ofMinutes(1));
        desk.complete();
        desk.sync();
        assertThat(server.sessions())
                .singleElement()
                .satisfies(session -> {
                    assertThat(session.seconds()).isEqualTo(240);
                    assertThat(session.start()).isEqualTo(MORNING);
                    assertThat(session.end())
                            .isBetween(MORNING.plusSeconds(240), MORNING.plusSeconds(241));
                });
    }

    @Test
    @DisplayName("solidtime-desktop 115: an entry made offline that vanishes")
    void anEntryMadeOfflineStays() {
        network.become(RoughNetwork.State.DOWN);
        desk.record(TiasDesk.PILE, Duration.ofMinutes(3));
        assertThat(desk.sync().state()).isEqualTo(State.OFFLINE);
        desk.close();
        open();
        assertThat(desk.sync().waiting()).isEqualTo(2);
        assertThat(desk.shown().today())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.millis()).isEqualTo(180_000);
                    assertThat(row.delivery()).isEqualTo(Delivery.WAITING);
                });
        network.become(RoughNetwork.State.SOUND);
        desk.sync();
        assertThat(server.sessions()).containsExactly(completed(MORNING, 180, 180));
        assertThat(desk.shown().today().getFirst().delivery()).isEqualTo(Delivery.SYNCED);
    }

    @Test
    @DisplayName("kimai 4905: entries back to back refused as overlapping")
    void entriesBackToBackDoNotOverlap() {
        desk.record(TiasDesk.PILE, Duration.ofMinutes(5));
        desk.record(TiasDesk.PILE, Duration.ofMinutes(7));
        assertThat(desk.sync().refused()).isEmpty();
        assertThat(server.sessions())
                .containsExactly(
                        completed(MORNING, 300, 300),
                        completed(MORNING.plusSeconds(300), 420, 420));
        assertThat(server.unitTotal()).isEqualTo(720);
    }

    @Test
    @DisplayName("aw-client 115: a queue that is dropped when the server says 503")
    void a503DropsNothing() {
        network.become(RoughNetwork.State.SAYS_503);
        for (int count = 0; count < 3; count++) {
            desk.record(TiasDesk.PILE, Duration.ofMinutes(1));
            assertThat(desk.sync().waiting()).isEqualTo(2 * (count + 1));
        }
        assertThat(server.events()).isZero();
        network.become(RoughNetwork.State.SOUND);
        assertThat(desk.sync().waiting()).isZero();
        assertThat(server.sessions())
                .extracting(Session::seconds)
                .isEqualTo(List.of(60L, 60L, 60L));
    }

    @Test
    @DisplayName("toggldesktop 1020: the idle dialog of a stopped timer that changes an old entry")
    void idlenessOfAStoppedTimerTouchesNoEntry() {
        desk.record(TiasDesk.PILE, Duration.ofMinutes(5));
        desk.start();
        desk.work(Duration.ofMinutes(1));
        desk.timer().pause().join();
        desk.leaveAlone(Duration.ofHours(2));
        desk.work(Duration.ofMinutes(1));
        assertThat(desk.shown().away()).isNull();
        desk.complete();
        desk.sync();
        Session second = completed(MORNING.plusSeconds(300), 60, 60);
        assertThat(server.sessions()).containsExactly(completed(MORNING, 300, 300), second);
        assertThat(server.events()).isEqualTo(5);
    }

    private static Session completed(Instant start, long secondsToEnd, long seconds) {
        return new Session("completed", start, start.plusSeconds(secondsToEnd), seconds, NO_FLAGS);
    }
}
