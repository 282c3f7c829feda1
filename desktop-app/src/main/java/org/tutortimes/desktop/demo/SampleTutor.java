package org.tutortimes.desktop.demo;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tutortimes.desktop.DesktopConfig;
import org.tutortimes.desktop.DesktopCore;
import org.tutortimes.desktop.Surroundings;
import org.tutortimes.desktop.clock.RunningClock;
import org.tutortimes.desktop.computer.Computer;
import org.tutortimes.desktop.idle.InputIdle;
import org.tutortimes.desktop.timer.Choice;
import org.tutortimes.desktop.timer.TimerSnapshot;
import org.tutortimes.model.timer.SessionStatus;

/// A tutor at work through the real client, only quicker than people are: some seconds a step.
final class SampleTutor implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SampleTutor.class);
    private static final int SHORTEST_STEP_SECONDS = 6;
    private static final int LONGEST_STEP_SECONDS = 25;
    private static final int CHOICES = 60;

    private final ScheduledExecutorService hands =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("sample tutor").daemon(true).factory());
    private final AtomicReference<@Nullable TimerSnapshot> seen = new AtomicReference<>();
    private final DesktopCore core;
    private final Random random;

    record SignIn(String username, String password) {}

    /// Somebody who is always there, so that no sample tutor goes idle.
    private static final class AlwaysThere implements InputIdle {
        @Override
        public String name() {
            return "the demonstration";
        }

        @Override
        public boolean isSystemWide() {
            return true;
        }

        @Override
        public Reading read() {
            return new SinceInput(Duration.ZERO);
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }

    private SampleTutor(Path data, URI server, Random random) {
        this.random = random;
        this.core =
                DesktopCore.open(new DesktopConfig(server, data, null, false), surroundings(seen));
    }

    static SampleTutor atWork(Path data, URI server, SignIn signIn, Random random) {
        SampleTutor tutor = new SampleTutor(data, server, random);
        tutor.core.signIn(server, signIn.username(), signIn.password()).join();
        tutor.core.syncRound().join();
        tutor.act();
        return tutor;
    }

    static Surroundings surroundings() {
        return surroundings(new AtomicReference<>());
    }

    private static Surroundings surroundings(AtomicReference<@Nullable TimerSnapshot> seen) {
        return new Surroundings(
                Computer.ofThisMachine(RunningClock.ofThisMachine(), new AlwaysThere()),
                seen::set,
                _ -> {},
                true);
    }

    private void act() {
        try {
            step();
        } catch (CompletionException e) {
            LOG.warn("A sample tutor could not go on at once", e);
        }
        int seconds = random.nextInt(SHORTEST_STEP_SECONDS, LONGEST_STEP_SECONDS);
        var _ = hands.schedule(this::act, seconds, TimeUnit.SECONDS);
    }

    /// What people do: mostly go on marking, now and then a break, then the next one.
    private void step() {
        TimerSnapshot snapshot = seen.get();
        TimerSnapshot.Current current = snapshot == null ? null : snapshot.current();
        if (current == null) {
            startSomething();
        } else if (current.status() == SessionStatus.PAUSED) {
            core.timer().resume().join();
        } else {
            switch (random.nextInt(4)) {
                case 0 -> core.timer().pause().join();
                case 1, 2 -> core.timer().complete().join();
                default -> {}
            }
        }
    }

    private void startSomething() {
        List<Choice> choices = core.choices().matching("", CHOICES);
        if (!choices.isEmpty()) {
            core.timer().start(choices.get(random.nextInt(choices.size()))).join();
        }
    }

    @Override
    public void close() {
        hands.shutdownNow();
        core.close();
    }
}
