package org.tutortimes.trust.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tutortimes.trust.Amount;
import org.tutortimes.trust.ServerFile;

/// The packaged server, killed under load again and again on the same folder. A thousand kills:
///
///     mvn verify -pl shared-model,sync-server,desktop-app,trust -Dtest=NONE -Dit.test=ServerKillIT \
///         -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false \
///         -Dkills=1000
///
/// and other ones with `-Dfirst.seed=…`. A seed gives the same calls, and the same number of
/// answers before the kill; where exactly that hits the server differs.
class ServerKillIT {

    private static final int SYNCING = 3;
    private static final int MOST_ANSWERS = 60;
    private static final int FIRST_STEPS = 10;
    private static final int MOST_MICROS_MORE = 10_000;
    private static final int LONGEST_WAIT_SECONDS = 60;
    private static final int LEAST_BETWEEN_CHECKS = 8;
    private static final int MOST_CHECKS = 20;

    @TempDir private Path folder;
    private final List<SyncingTutor> syncing = new ArrayList<>();
    private final List<LoadingTutor> tutors = new ArrayList<>();
    private ServerProcess server;
    private ServerFile file;
    private volatile boolean killed;

    @BeforeEach
    void tutorsSignIn() throws IOException, InterruptedException {
        server = new ServerProcess(folder, SYNCING + 1);
        server.serveToKeepClasses();
        file = new ServerFile(server.data());
        for (int tutor = 1; tutor <= SYNCING; tutor++) {
            syncing.add(new SyncingTutor(server.address(), tutor, Amount.firstSeed() + tutor));
        }
        tutors.addAll(syncing);
        tutors.add(new OnlineTutor(server.address(), SYNCING + 1, Amount.firstSeed()));
        for (LoadingTutor tutor : tutors) {
            for (int step = 0; step < FIRST_STEPS; step++) {
                tutor.step(server.address());
            }
        }
        server.stop();
        server.serve();
    }

    @AfterEach
    void endAll() {
        tutors.forEach(LoadingTutor::close);
        server.close();
    }

    @Test
    @Timeout(value = 3, unit = TimeUnit.HOURS)
    void whatTheServerHasConfirmedOutlivesEveryKill() throws IOException, InterruptedException {
        int kills = Amount.ofKills();
        int betweenChecks = Math.max(LEAST_BETWEEN_CHECKS, kills / MOST_CHECKS);
        for (int kill = 1; kill <= kills; kill++) {
            long seed = Amount.firstSeed() + kill;
            try {
                killUnderLoad(new SplittableRandom(seed));
                server.serve();
                tutors.forEach(tutor -> tutor.assertNewKept(file));
                if (kill % betweenChecks == 0) {
                    tutors.forEach(tutor -> tutor.assertAllKept(file));
                    server.assertClean();
                }
            } catch (AssertionError | IOException e) {
                throw new AssertionError("At kill %d, seed %d".formatted(kill, seed), e);
            }
            Amount.tellKills(kill);
        }
        for (SyncingTutor tutor : syncing) {
            tutor.assertAllCome(server.address());
        }
        assertThat(tutors).allMatch(tutor -> tutor.acknowledged() > kills);
        server.assertClean();
    }

    private void killUnderLoad(SplittableRandom random) throws IOException, InterruptedException {
        // None at times: it is killed as soon as it listens.
        int answers = Math.max(0, random.nextInt(-MOST_ANSWERS / 8, MOST_ANSWERS));
        CountDownLatch answered = new CountDownLatch(answers);
        killed = false;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> loads = new ArrayList<>();
            for (LoadingTutor tutor : tutors) {
                loads.add(threads.submit(() -> load(tutor, answered)));
            }
            boolean come = answered.await(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
            // Somewhere in the next call, not always right after an answer.
            LockSupport.parkNanos(random.nextInt(MOST_MICROS_MORE) * 1_000L);
            killed = true;
            server.kill();
            for (Future<?> each : loads) {
                each.get();
            }
            assertThat(come).as("%d answers come", answers).isTrue();
        } catch (ExecutionException e) {
            throw new AssertionError("a tutor got a wrong answer", e.getCause());
        }
    }

    private Void load(LoadingTutor tutor, CountDownLatch answered)
            throws IOException, InterruptedException {
        while (!killed) {
            try {
                tutor.step(server.address());
                answered.countDown();
            } catch (IOException e) {
                if (!killed) {
                    throw e;
                }
            }
        }
        return null;
    }
}
