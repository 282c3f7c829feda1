package org.tutortimes.desktop.trouble;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.tutortimes.desktop.CoreDesk;
import org.tutortimes.desktop.VirtualComputer;
import org.tutortimes.desktop.store.DataFolder;
import org.tutortimes.desktop.store.LocalDatabase;
import org.tutortimes.desktop.store.StorageFailure;
import org.tutortimes.desktop.sync.FakeServer;
import org.tutortimes.model.trouble.FailingFiles;
import org.tutortimes.model.trouble.NthCall;

/// Each call of a tutor's day fails: the first, the second, and so on until a day has gone by with
/// nothing failing; once, and all from then on until somebody mends it.
class NthFailureTest {
    private static final int AT_ONCE = 8;
    private static final NthCall NONE = new NthCall(0, false);
    private static final FailingNetwork SOUND_NETWORK = new FailingNetwork(NONE, false);

    @TempDir Path folder;
    private final Logger logger = (Logger) LoggerFactory.getLogger("org.tutortimes.desktop");
    private final FakeServer server = new FakeServer();
    private final AtomicInteger days = new AtomicInteger();

    @BeforeEach
    void beQuiet() {
        logger.setLevel(Level.OFF);
        // A migrated file, so that not each day begins with all migrations.
        LocalDatabase.open(folder.resolve("fresh.db"), false, Instant.EPOCH).close();
    }

    @AfterEach
    void leave() {
        logger.setLevel(null);
        server.close();
    }

    @Test
    void aDiskThatFailsOnceLosesNothing() throws Exception {
        assertThat(failAtCalls(false, 1, call -> spendADay(call, NONE, SOUND_NETWORK)))
                .as("calls of a day")
                .isGreaterThan(200);
    }

    @Test
    void aDiskThatFailsUntilItIsMendedLosesNothing() throws Exception {
        // Two calls that follow each other differ little here; all of them are met by command.
        int step = Integer.getInteger("nth.step", 5);
        assertThat(failAtCalls(true, step, call -> spendADay(call, NONE, SOUND_NETWORK)))
                .as("calls of a day")
                .isGreaterThan(200);
    }

    @Test
    void filesThatFailLoseNothing() throws Exception {
        for (boolean persistently : new boolean[] {false, true}) {
            assertThat(failAtCalls(persistently, 1, call -> spendADay(NONE, call, SOUND_NETWORK)))
                    .as("calls of a day")
                    .isGreaterThan(20);
        }
    }

    private interface Day {
        /// @return whether a call failed
        boolean spend(NthCall call) throws Exception;
    }

    /// @return how many calls a day has, at least
    private static int failAtCalls(boolean persistently, int step, Day day) throws Exception {
        int number = 1;
        // Most of a day is spent waiting for the disk, so several go by at once.
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            boolean failed = true;
            while (failed) {
                List<Callable<Boolean>> days = new ArrayList<>();
                for (int count = 0; count < AT_ONCE; count++) {
                    NthCall call = new NthCall(number, persistently);
                    number += step;
                    days.add(() -> day.spend(call));
                }
                for (Future<Boolean> each : threads.invokeAll(days)) {
                    failed &= each.get();
                }
            }
        }
        return number;
    }

    @Test
    void aNetworkThatFailsLosesNothing() throws Exception {
        for (boolean persistently : new boolean[] {false, true}) {
            for (boolean afterwards : new boolean[] {false, true}) {
                int number = 1;
                while (spendADay(
                        NONE,
                        NONE,
                        new FailingNetwork(new NthCall(number, persistently), afterwards))) {
                    number++;
                }
                assertThat(number).as("calls of a day").isGreaterThan(3);
            }
        }
    }

    @Test
    void aStartThatFailsStillTellsTheNextOneHowTheLastRunEnded() throws IOException {
        NthCall call;
        int number = 1;
        do {
            Path own = Files.createDirectory(folder.resolve("ended badly " + number));
            Files.writeString(own.resolve("desktop.lock"), "4711 and a secret, of who was killed");
            call = new NthCall(number++, false);
            try {
                DataFolder.claim(FailingFiles.in(own, call)).leaveAsItWas();
            } catch (StorageFailure e) {
                assertThat(call.failed()).isTrue();
            }
            try (DataFolder next = DataFolder.claim(own)) {
                assertThat(next.endedBadly()).as("%s", call).isTrue();
            }
        } while (call.failed());
        assertThat(number).isGreaterThan(5);
    }

    @Test
    void theFirstOpeningOfAllWorksAtTheNextTry() {
        NthCall call;
        int number = 1;
        do {
            Path own = folder.resolve("first " + number);
            call = new NthCall(number++, true);
            try {
                open(own, call);
            } catch (StorageFailure e) {
                assertThat(e).hasMessageContaining("The disk is full.");
                assertThat(call.failed()).isTrue();
            }
            open(own, NONE);
        } while (call.failed());
        assertThat(number).isGreaterThan(10);
    }

    private static void open(Path own, NthCall call) {
        CoreDesk.on(own, new VirtualComputer(), new FailingDisk(call), SOUND_NETWORK.around())
                .close();
    }

    /// @return whether a call failed
    private boolean spendADay(NthCall ofTheDisk, NthCall ofFiles, FailingNetwork network)
            throws Exception {
        String when =
                "the disk's %s; the files' %s; the network's %s"
                        .formatted(ofTheDisk, ofFiles, network);
        String username = "tia" + days.incrementAndGet();
        Path own = Files.createDirectory(folder.resolve(username));
        Files.copy(folder.resolve("fresh.db"), own.resolve("tutor-times-desktop.db"));
        try (PersistentTutor tutor =
                new PersistentTutor(own, new FailingDisk(ofTheDisk), ofFiles, network)) {
            tutor.spendTheDay(server.address(), username);
            holdAgainst(tutor.journal(), username);
        } catch (AssertionError | RuntimeException | SQLException e) {
            throw new AssertionError(when, e);
        }
        return ofTheDisk.failed() || ofFiles.failed() || network.call().failed();
    }

    private void holdAgainst(List<JournalFile.Line> journal, String username) {
        List<String> texts = journal.stream().map(JournalFile.Line::text).toList();
        assertThat(texts.subList(0, 8))
                .containsExactly(
                        "started",
                        "paused by_hand 40000",
                        "resumed",
                        "paused idle 20000",
                        "away_kept",
                        "resumed",
                        "completed 20000",
                        "started");
        // Where the program could not pause at its end, it did so at the last heartbeat.
        assertThat(texts.subList(8, texts.size()))
                .containsAnyOf("paused quit 20000", "paused crash 15000", "paused crash 0")
                .hasSize(1);
        assertThat(server.eventsOf(username))
                .containsExactlyInAnyOrderElementsOf(
                        journal.stream().map(JournalFile.Line::id).toList());
    }
}
