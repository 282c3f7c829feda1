package org.tutortimes.trust.kill;

import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tutortimes.desktop.timer.TimerActions;
import org.tutortimes.desktop.timer.TimerSnapshot;
import org.tutortimes.desktop.timer.TimerSnapshot.Current;
import org.tutortimes.model.timer.SessionStatus;
import org.tutortimes.trust.MarkedUnit;

/// Clicks as fast as they are acknowledged, with a rest now and then, and says what each wrote.
final class QuickClicks {

    private static final int MOST_IN_A_BURST = 30;
    private static final int LONGEST_REST_MILLIS = 250;
    private static final int ANOTHER_SESSION_IN = 12;

    private final TimerActions timer;
    private final Supplier<@Nullable TimerSnapshot> shown;
    private final int tutor;
    private final Random random;
    private final CountDownLatch never = new CountDownLatch(1);

    QuickClicks(TimerActions timer, Supplier<@Nullable TimerSnapshot> shown, int tutor, long seed) {
        this.timer = timer;
        this.shown = shown;
        this.tutor = tutor;
        this.random = new Random(seed);
    }

    /// Until the process is killed, or nobody listens any more.
    void clickForEver() throws InterruptedException {
        while (!System.out.checkError()) {
            for (int click = random.nextInt(MOST_IN_A_BURST); click >= 0; click--) {
                click();
            }
            // What runs in the meantime works.
            boolean _ = never.await(random.nextInt(LONGEST_REST_MILLIS), TimeUnit.MILLISECONDS);
        }
    }

    private void click() {
        Current current = current();
        if (current == null || random.nextInt(ANOTHER_SESSION_IN) == 0) {
            start();
        } else if (current.closedMillis() >= 1_000) {
            timer.complete().join();
            say("completed", current);
        } else if (current.status() == SessionStatus.ACTIVE) {
            timer.pause().join();
            say("paused", current);
        } else {
            timer.resume().join();
            say("resumed", current);
        }
    }

    /// What runs is paused by that, in the same breath.
    void start() {
        Current before = current();
        timer.start(MarkedUnit.choice(tutor)).join();
        Current started = current();
        if (started == null) {
            throw new IllegalStateException("nothing runs after the start");
        }
        String superseded =
                before != null && before.status() == SessionStatus.ACTIVE
                        ? "superseded:" + before.sessionId() + " "
                        : "";
        DeskMain.say(DeskMain.CLICKED + superseded + "started:" + started.sessionId());
    }

    private static void say(String kind, Current current) {
        DeskMain.say(DeskMain.CLICKED + kind + ":" + current.sessionId());
    }

    private @Nullable Current current() {
        TimerSnapshot snapshot = shown.get();
        return snapshot == null ? null : snapshot.current();
    }
}
