package org.tutortimes.desktop.timer;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tutortimes.desktop.clock.DeviceClock;
import org.tutortimes.desktop.idle.InputIdle;
import org.tutortimes.desktop.journal.EventPen;
import org.tutortimes.desktop.journal.HeartbeatStore;
import org.tutortimes.desktop.journal.SessionRecord;
import org.tutortimes.model.idle.IdleRule;
import org.tutortimes.model.idle.IdleRule.Verdict;
import org.tutortimes.model.timer.Fact;
import org.tutortimes.model.timer.PauseReason;

/// Looks once a second whether somebody is there. Timer thread only.
final class IdleWatch {
    private static final long BEAT_EVERY_MILLIS = 15_000;
    // Readings of input jitter by some milliseconds: the same input must not look like a new one.
    private static final long NEW_INPUT_MILLIS = 500;

    private final TimerState state;
    private final DeviceClock clock;
    private final InputIdle input;
    private final HeartbeatStore heartbeats;
    private final Supplier<Duration> threshold;
    private final Consumer<Presence> presence;
    private IdleRule.Tick previous;
    private @Nullable Verdict unwritten;
    private long lastBeatMillis;

    IdleWatch(
            TimerState state,
            DeviceClock clock,
            InputIdle input,
            HeartbeatStore heartbeats,
            Supplier<Duration> threshold,
            Consumer<Presence> presence) {
        this.state = state;
        this.clock = clock;
        this.input = input;
        this.heartbeats = heartbeats;
        this.threshold = threshold;
        this.presence = presence;
        this.previous = new IdleRule.Tick(clock.millis(), null);
        this.lastBeatMillis = previous.nowMillis();
    }

    /// Whether something has changed.
    boolean tick() {
        RunningSegment running = state.running();
        if (running != null) {
            return watch(running);
        }
        previous = new IdleRule.Tick(clock.millis(), null);
        unwritten = null;
        Absence absence = state.absence();
        return absence != null && absence.back() == null && sawReturn(absence);
    }

    /// A segment has just begun: what was before it does not count.
    void begun() {
        previous = new IdleRule.Tick(clock.millis(), null);
        lastBeatMillis = previous.nowMillis();
        unwritten = null;
    }

    private boolean watch(RunningSegment running) {
        IdleRule.Tick now = new IdleRule.Tick(clock.millis(), sinceInput());
        Verdict verdict = unwritten;
        if (verdict == null) {
            verdict = IdleRule.judge(running.startMillis(), previous, now, threshold.get());
        }
        if (verdict instanceof Verdict.Present) {
            previous = now;
            beat(running, now.nowMillis());
            tell(running, now.sinceInputMillis());
            return false;
        }
        // Where the disk refuses the pause, it is tried again and not judged anew: by then the
        // tutor may be back, and the time away must not count.
        unwritten = verdict;
        act(running, verdict);
        unwritten = null;
        previous = now;
        return true;
    }

    private void act(RunningSegment running, Verdict verdict) {
        switch (verdict) {
            case Verdict.Present _ -> {}
            case Verdict.WentIdle idle ->
                    pauseAway(running, PauseReason.IDLE, idle.lastInputMillis());
            case Verdict.Slept slept when slept.resumesByItself() ->
                    pauseAndResume(running, slept.pausedAtMillis());
            case Verdict.Slept slept ->
                    pauseAway(running, PauseReason.SLEEP, slept.pausedAtMillis());
        }
    }

    private void pauseAway(RunningSegment running, PauseReason reason, long sinceMillis) {
        long worked = running.workedAt(sinceMillis);
        state.write(List.of(running.pause(state.pen(), reason, worked)));
        state.stopped();
        Absence absence =
                new Absence(running.sessionId(), running.after(worked), sinceMillis, null, reason);
        state.awaits(absence);
        sawReturn(absence);
    }

    private void pauseAndResume(RunningSegment running, long sinceMillis) {
        long now = clock.millis();
        List<EventPen.Entry> entries = new ArrayList<>();
        entries.add(running.pause(state.pen(), PauseReason.SLEEP, running.workedAt(sinceMillis)));
        EventPen.Entry resumed =
                state.pen().entry(running.sessionId(), clock.now(), new Fact.Resumed());
        entries.add(resumed);
        state.write(entries);
        state.runs(resumed, now);
        lastBeatMillis = now;
    }

    private boolean sawReturn(Absence absence) {
        long now = clock.millis();
        Long sinceInput = sinceInput();
        // Where nobody can tell, the tutor is asked at once.
        long lastInput = sinceInput == null ? now : now - sinceInput;
        if (lastInput - absence.sinceMillis() < NEW_INPUT_MILLIS) {
            return false;
        }
        Instant back = absence.since().plusMillis(lastInput - absence.sinceMillis());
        state.awaits(absence.endedAt(back));
        return true;
    }

    private void beat(RunningSegment running, long now) {
        if (now - lastBeatMillis >= BEAT_EVERY_MILLIS) {
            long worked = running.workedAt(now);
            lastBeatMillis = now;
            heartbeats.beat(
                    new HeartbeatStore.Heartbeat(
                            running.sessionId(),
                            running.openedBy(),
                            worked,
                            running.after(worked)));
        }
    }

    /// Where nobody can tell when input was, nobody is said to be there.
    private void tell(RunningSegment running, @Nullable Long sinceInput) {
        String account = state.account();
        SessionRecord record = state.book().record(running.sessionId());
        if (account != null && record != null && sinceInput != null) {
            presence.accept(
                    new Presence(
                            account,
                            record.replay().unitRoleId(),
                            record.replay().target(),
                            sinceInput));
        }
    }

    private @Nullable Long sinceInput() {
        return switch (input.read()) {
            case InputIdle.SinceInput since -> Long.valueOf(since.elapsed().toMillis());
            case InputIdle.Unavailable _ -> null;
        };
    }
}
