package org.tutortimes.desktop.timer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tutortimes.desktop.clock.DeviceClock;
import org.tutortimes.desktop.journal.Journal;
import org.tutortimes.desktop.journal.SessionRecord;
import org.tutortimes.model.replay.ReplayedSession;
import org.tutortimes.model.replay.ReplayedSession.OpenSegment;
import org.tutortimes.model.replay.TimerSession;
import org.tutortimes.model.timer.PauseReason;
import org.tutortimes.model.timer.SessionStatus;

/// Takes in what happened on other computers. Timer thread only.
final class LearnedEvents {
    private final TimerState state;
    private final DeviceClock clock;
    private final Journal journal;

    LearnedEvents(TimerState state, DeviceClock clock, Journal journal) {
        this.state = state;
        this.clock = clock;
        this.journal = journal;
    }

    void learn(Collection<UUID> sessions) {
        List<SessionRecord> changed = new ArrayList<>();
        sessions.forEach(id -> journal.session(id).ifPresent(changed::add));
        state.book().put(changed);
        state.pen().learned();
        settle();
    }

    /// Closes the running segment where its session goes on elsewhere or is over, with the time
    /// that was worked here. Called again at the next tick where the disk refused it.
    ///
    /// @return whether it was closed
    boolean settle() {
        dropDecidedAbsence();
        RunningSegment running = state.running();
        TimerSession session = running == null ? null : state.book().session(running.sessionId());
        if (running == null || session == null) {
            return false;
        }
        Optional<String> notice = endedElsewhere(running, session);
        notice.ifPresent(sentence -> close(running, sentence));
        return notice.isPresent();
    }

    private void dropDecidedAbsence() {
        Absence absence = state.absence();
        if (absence != null) {
            TimerSession away = state.book().session(absence.sessionId());
            if (away == null
                    || away.replayed().deleted()
                    || away.status() != SessionStatus.PAUSED) {
                state.awaits(null);
            }
        }
    }

    private void close(RunningSegment running, String notice) {
        long worked = running.workedAt(clock.millis());
        OpenSegment later = laterStart(running);
        if (later != null) {
            long untilLater = Duration.between(running.start(), later.start()).toMillis();
            worked = Math.clamp(untilLater, 0, worked);
        }
        state.write(List.of(running.pause(state.pen(), PauseReason.SUPERSEDED, worked)));
        state.stopped();
        state.tell(notice);
    }

    private Optional<String> endedElsewhere(RunningSegment running, TimerSession session) {
        ReplayedSession replay = session.replayed();
        if (replay.completed()) {
            return Optional.of(
                    "The running session was completed on another computer or on the web. The"
                            + " time worked here up to now is kept.");
        }
        if (replay.deleted()) {
            return Optional.of(
                    "The running session was deleted on another computer or on the web. Its time"
                            + " comes back if it is restored.");
        }
        OpenSegment open = replay.open();
        if (open == null || !open.openedBy().equals(running.openedBy())) {
            return Optional.of(
                    "The running session was paused on another computer or on the web. The time"
                            + " worked here up to now is kept.");
        }
        return laterStart(running) == null
                ? Optional.empty()
                : Optional.of(
                        "Another session was started later on another computer, so this one was"
                                + " paused where that began.");
    }

    private @Nullable OpenSegment laterStart(RunningSegment running) {
        return state.book()
                .successorOf(running.sessionId())
                .map(successor -> successor.replayed().open())
                .orElse(null);
    }
}
