package org.tutortimes.trust.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tutortimes.trust.Amount;
import org.tutortimes.trust.JournalFile;
import org.tutortimes.trust.ServerFile;

/// The desktop's core on the real clock and disk, killed again and again on the same folder while
/// it synchronises with the packaged server: in a burst of clicks, between two, or as it starts. A
/// second desktop works without a click meanwhile, for longer than it takes to a heartbeat, and is
/// killed then. A thousand kills:
///
///     mvn verify -pl shared-model,sync-server,desktop-app,trust -Dtest=NONE -Dit.test=DesktopKillIT \
///         -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false \
///         -Dkills=1000
///
/// and other ones with `-Dfirst.seed=…`. A seed gives the same clicks and the same wait before the
/// kill; where exactly that hits the desktop differs.
class DesktopKillIT {

    private static final int CLICKING = 1;
    private static final int WORKING = 2;
    private static final int LONGEST_CLICKING_MILLIS = 500;
    private static final int LONGEST_STARTING_MILLIS = 400;

    @TempDir private Path folder;
    private ServerProcess server;
    private KilledDesk clicking;
    private LongWork working;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        server = new ServerProcess(folder, WORKING);
        server.serve();
        DeskClasses classes = new DeskClasses(folder);
        clicking = new KilledDesk(classes, folder.resolve("clicking"), server.address(), CLICKING);
        working =
                new LongWork(
                        new KilledDesk(
                                classes, folder.resolve("working"), server.address(), WORKING),
                        Amount.firstSeed());
        clicking.keepClasses();
    }

    @AfterEach
    void endAll() {
        clicking.close();
        working.close();
        server.close();
    }

    @Test
    @Timeout(value = 3, unit = TimeUnit.HOURS)
    void whatTheDesktopHasConfirmedOutlivesEveryKill() throws IOException, InterruptedException {
        int kills = Amount.ofKills();
        working.begin();
        for (int kill = 1; working.kills() + kill < kills; kill++) {
            long seed = Amount.firstSeed() + kill;
            try {
                killOnce(new SplittableRandom(seed), seed);
                working.killWhenDue();
            } catch (AssertionError | IOException e) {
                throw new AssertionError("At kill %d, seed %d".formatted(kill, seed), e);
            }
            Amount.tellKills(kill);
        }
        working.killAtLast();
        drain();
    }

    private void killOnce(SplittableRandom random, long seed)
            throws IOException, InterruptedException {
        if (random.nextInt(8) == 0) {
            clicking.begin();
            pass(random.nextInt(LONGEST_STARTING_MILLIS));
            clicking.killSilently();
        } else {
            var _ = clicking.open();
            clicking.click(seed);
            pass(random.nextInt(LONGEST_CLICKING_MILLIS));
            clicking.kill();
        }
    }

    /// The moment of the kill is not to depend on anything that the desktop does.
    private static void pass(int millis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    private void drain() throws IOException, InterruptedException {
        var _ = clicking.open();
        clicking.drain();
        working.desk().drain();
        ServerFile stored = new ServerFile(server.data());
        long total = 0;
        for (int tutor : List.of(CLICKING, WORKING)) {
            JournalFile journal = tutor == CLICKING ? clicking.journal() : working.desk().journal();
            assertThat(journal.waiting()).isEmpty();
            assertThat(journal.objected()).isEmpty();
            assertThat(stored.events(tutor)).isNotEmpty().isEqualTo(journal.events());
            assertThat(stored.completedSeconds(tutor)).isEqualTo(journal.completedSeconds());
            total += journal.completedSeconds();
        }
        assertThat(stored.unitTotal()).isEqualTo(total);
        server.assertClean();
    }
}
