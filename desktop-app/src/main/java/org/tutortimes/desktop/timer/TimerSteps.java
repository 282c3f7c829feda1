package org.tutortimes.desktop.timer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tutortimes.desktop.clock.DeviceClock;
import org.tutortimes.desktop.journal.EventPen;
import org.tutortimes.desktop.journal.Journal;
import org.tutortimes.model.replay.ReplayedSession.OpenSegment;
import org.tutortimes.model.replay.TimerSession;
import org.tutortimes.model.timer.Fact;
import org.tutortimes.model.timer.PauseReason;
import org.tutortimes.model.timer.SessionStatus;
import org.tutortimes.model.timer.TimerRefusal;
import org.tutortimes.model.timer.TimerRules;
import org.tutortimes.model.timer.TimerRules.Step;

/// What the tutor asks of the timer, step by step. Timer thread only.
final class TimerSteps {
    private final TimerState state;
    private final DeviceClock clock;
    private final Journal journal;

    TimerSteps(TimerState state, DeviceClock clock, Journal journal) {
        this.state = state;
        this.clock = clock;
        this.journal = journal;
    }

    void start(Choice choice) {
        long now = clock.millis();
        List<EventPen.Entry> entries = new ArrayList<>();
        pauseRunning(now, PauseReason.SUPERSEDED, entries);
        EventPen.Entry started =
                state.pen()
                        .entry(
                                state.pen().newId(),
                                clock.now(),
                                new Fact.Started(choice.unitRoleId(), choice.target(), false));
        entries.add(started);
        state.write(entries);
        state.runs(started, now);
    }

    void pause(PauseReason reason) {
        List<EventPen.Entry> entries = new ArrayList<>();
        pauseRunning(clock.millis(), reason, entries);
        if (entries.isEmpty()) {
            TimerSession current = current(Step.PAUSE);
            OpenSegment open = Objects.requireNonNull(current.replayed().open());
            // It runs on another computer, which alone knows how long.
            entries.add(
                    entry(
                            current.id(),
                            new Fact.Paused(reason, new Fact.Closing(open.openedBy(), null))));
        }
        state.write(entries);
        state.stopped();
    }

    void resume() {
        Absence absence = state.absence();
        if (absence != null) {
            resumeAfter(absence, new Fact.AwayDiscarded(absence.until(clock.now())));
        } else {
            resume(current(Step.RESUME).id());
        }
    }

    void resume(UUID id) {
        Absence absence = state.absence();
        if (absence != null && absence.sessionId().equals(id)) {
            resume();
            return;
        }
        allow(Step.RESUME, session(id), 0);
        resumeWith(id, List.of());
    }

    void resumeKeeping() {
        Absence absence = awaited();
        resumeAfter(absence, new Fact.AwayKept(absence.until(clock.now())));
    }

    void resumeDiscarding() {
        Absence absence = awaited();
        resumeAfter(absence, new Fact.AwayDiscarded(absence.until(clock.now())));
    }

    void completeAtAway() {
        Absence absence = awaited();
        complete(
                session(absence.sessionId()),
                List.of(
                        entry(
                                absence.sessionId(),
                                new Fact.AwayDiscarded(absence.until(clock.now())))));
    }

    void complete() {
        RunningSegment running = state.running();
        Absence absence = state.absence();
        if (running == null && absence != null) {
            completeAtAway();
        } else {
            complete(
                    running == null ? current(Step.COMPLETE) : session(running.sessionId()),
                    List.of());
        }
    }

    private void complete(TimerSession session, List<EventPen.Entry> before) {
        RunningSegment running = state.running();
        long worked = running == null ? 0 : running.workedAt(clock.millis());
        OpenSegment elsewhere = running == null ? session.replayed().open() : null;
        // How long it has run on another computer is not for this one to judge.
        long known = elsewhere == null ? session.recordedMillis() + worked : Long.MAX_VALUE;
        allow(Step.COMPLETE, session, known);
        List<EventPen.Entry> entries = new ArrayList<>(before);
        if (running != null) {
            Instant end = running.after(worked);
            clock.reached(end);
            entries.add(
                    state.pen()
                            .entry(
                                    session.id(),
                                    end,
                                    new Fact.Completed(running.closing(worked), null)));
        } else {
            if (session.status() == SessionStatus.PAUSED) {
                pauseSuperseded(session, entries);
            }
            Fact.Closing closing =
                    session.status() == SessionStatus.ACTIVE && elsewhere != null
                            ? new Fact.Closing(elsewhere.openedBy(), null)
                            : null;
            entries.add(entry(session.id(), new Fact.Completed(closing, null)));
        }
        state.write(entries);
        state.stopped();
        state.awaits(null);
    }

    private void resumeAfter(Absence absence, Fact decision) {
        allow(Step.RESUME, session(absence.sessionId()), 0);
        resumeWith(absence.sessionId(), List.of(entry(absence.sessionId(), decision)));
    }

    private void resumeWith(UUID id, List<EventPen.Entry> before) {
        long now = clock.millis();
        List<EventPen.Entry> entries = new ArrayList<>(before);
        pauseRunning(now, PauseReason.SUPERSEDED, entries);
        pauseSuperseded(session(id), entries);
        EventPen.Entry resumed = entry(id, new Fact.Resumed());
        entries.add(resumed);
        state.write(entries);
        state.runs(resumed, now);
    }

    private void pauseRunning(long now, PauseReason reason, List<EventPen.Entry> entries) {
        RunningSegment running = state.running();
        if (running != null) {
            long worked = running.workedAt(now);
            clock.reached(running.after(worked));
            entries.add(running.pause(state.pen(), reason, worked));
        }
    }

    /// Writes the pause that a later start elsewhere means for a session that nobody has closed.
    private void pauseSuperseded(TimerSession session, List<EventPen.Entry> entries) {
        OpenSegment open = session.replayed().open();
        if (open == null) {
            return;
        }
        Long worked =
                state.book()
                        .successorOf(session.id())
                        .flatMap(other -> Optional.ofNullable(other.replayed().open()))
                        .map(later -> open.workedMillisUntil(later.start()))
                        .orElse(null);
        entries.add(
                entry(
                        session.id(),
                        new Fact.Paused(
                                PauseReason.SUPERSEDED,
                                new Fact.Closing(open.openedBy(), worked))));
    }

    private EventPen.Entry entry(UUID session, Fact fact) {
        return state.pen().entry(session, clock.now(), fact);
    }

    private Absence awaited() {
        Absence absence = state.absence();
        if (absence == null) {
            throw new TimerFailure("There is no time away to decide about.");
        }
        return absence;
    }

    private TimerSession current(Step step) {
        TimerSession current =
                state.book()
                        .current()
                        .map(record -> session(record.id()))
                        .orElseThrow(() -> new TimerFailure("No session is open. Start one."));
        if (step != Step.COMPLETE) {
            allow(step, current, 0);
        }
        return current;
    }

    private TimerSession session(UUID id) {
        if (state.book().record(id) == null) {
            journal.session(id).ifPresent(found -> state.book().put(List.of(found)));
        }
        TimerSession session = state.book().session(id);
        if (session == null) {
            throw new TimerFailure("This session is not known on this computer.");
        }
        return session;
    }

    private static void allow(Step step, TimerSession session, long workedMillis) {
        @Nullable TimerRefusal refusal =
                session.replayed().deleted()
                        ? new TimerRefusal.SessionDeleted()
                        : TimerRules.refusal(step, session.status(), workedMillis).orElse(null);
        if (refusal != null) {
            throw new TimerFailure(sentence(refusal));
        }
    }

    private static String sentence(TimerRefusal refusal) {
        return switch (refusal) {
            case TimerRefusal.NothingWorked _ ->
                    "Less than a second was recorded, so there is nothing to complete.";
            case TimerRefusal.SessionDeleted _ -> "This session was deleted.";
            case TimerRefusal.SessionAlreadyActive _ -> "Another session is running.";
            case TimerRefusal.WrongStep wrong ->
                    switch (wrong.current()) {
                        case ACTIVE -> "This session is running already.";
                        case PAUSED -> "This session is paused.";
                        case COMPLETED -> "This session is completed.";
                    };
        };
    }
}
