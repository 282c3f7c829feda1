package org.tutortimes.trust.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.tutortimes.desktop.DesktopConfig;
import org.tutortimes.desktop.DesktopCore;
import org.tutortimes.desktop.Surroundings;
import org.tutortimes.desktop.clock.RunningClock;
import org.tutortimes.desktop.computer.Computer;
import org.tutortimes.desktop.sync.SyncStatus;
import org.tutortimes.desktop.web.Network;
import org.tutortimes.trust.JournalFile;
import org.tutortimes.trust.MarkedUnit;
import org.tutortimes.trust.SomebodyThere;

/// The desktop's core, which loses its patience with the network sooner than a tutor's does.
final class ProxiedDesk implements AutoCloseable {

    private static final Duration BEFORE_NOW = Duration.ofDays(30);
    private static final int LONGEST_SEGMENT_SECONDS = 20;
    private static final int MOST_TRIES = 100;

    private final DesktopCore core;
    private final int tutor;
    private final JournalFile journal;
    private final AtomicLong nanos = new AtomicLong();
    private final List<SyncStatus> statuses = new CopyOnWriteArrayList<>();
    private final Instant beginning = Instant.now().minus(BEFORE_NOW);

    ProxiedDesk(Path folder, int tutor) {
        this.tutor = tutor;
        this.core =
                DesktopCore.open(
                        new DesktopConfig(null, folder, null, false),
                        new Surroundings(impatient(), _ -> {}, statuses::add, false));
        this.journal = new JournalFile(folder);
    }

    private Computer impatient() {
        RunningClock clock =
                new RunningClock() {
                    @Override
                    public long nanos() {
                        return nanos.get();
                    }

                    @Override
                    public String name() {
                        return "moved by hand";
                    }
                };
        Computer usual =
                Computer.with(
                        clock,
                        () -> beginning.plusNanos(nanos.get()),
                        new SomebodyThere(),
                        () -> ZoneId.of("Australia/Melbourne"));
        Network network = usual.network();
        return new Computer(
                usual.clock(),
                usual.wall(),
                usual.input(),
                usual.zone(),
                usual.ids(),
                usual.random(),
                usual.disk(),
                new Network(
                        network.client()
                                .newBuilder()
                                .connectTimeout(300, TimeUnit.MILLISECONDS)
                                .readTimeout(200, TimeUnit.MILLISECONDS)
                                .callTimeout(300, TimeUnit.MILLISECONDS)
                                .build(),
                        Set::of),
                usual.threads());
    }

    /// As often as it takes: the server's first answers of all may be slow.
    void signIn(URI server) {
        List<Throwable> failures = new ArrayList<>();
        while (core.account().isEmpty()) {
            try {
                core.signIn(server, MarkedUnit.username(tutor), MarkedUnit.PASSWORD).join();
            } catch (CompletionException e) {
                failures.add(e);
                assertThat(failures).hasSizeLessThan(MOST_TRIES);
            }
        }
    }

    /// A session from its start to its completion.
    ///
    /// @return how many seconds it counts for
    long record(SplittableRandom random) {
        core.timer().start(MarkedUnit.choice(tutor)).join();
        long seconds = work(random);
        for (int rest = random.nextInt(3); rest > 0; rest--) {
            core.timer().pause().join();
            long _ = work(random);
            core.timer().resume().join();
            seconds += work(random);
        }
        core.timer().complete().join();
        return seconds;
    }

    private long work(SplittableRandom random) {
        int seconds = 1 + random.nextInt(LONGEST_SEGMENT_SECONDS);
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
        return seconds;
    }

    /// One round.
    ///
    /// @return all that the status line said in it
    List<SyncStatus> round() {
        statuses.clear();
        var _ = core.syncRound().join();
        return List.copyOf(statuses);
    }

    /// Until the outbox is empty.
    void drain() {
        for (int round = 0; round < MOST_TRIES; round++) {
            SyncStatus last = Objects.requireNonNull(round().getLast());
            if (last.state() == SyncStatus.State.SYNCED && last.waiting() == 0) {
                return;
            }
        }
        throw new AssertionError("still waiting: " + statuses);
    }

    JournalFile journal() {
        return journal;
    }

    @Override
    public void close() {
        core.close();
    }
}
