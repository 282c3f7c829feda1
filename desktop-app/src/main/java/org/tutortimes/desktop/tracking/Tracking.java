package org.tutortimes.desktop.tracking;

import org.tutortimes.desktop.clock.RunningClock;
import org.tutortimes.desktop.reference.ChoiceIndex;
import org.tutortimes.desktop.sync.SyncLoop;
import org.tutortimes.desktop.sync.SyncStatus;

/// What this computer tells the tracker and asks of it: beside the synchronisation, on its thread
/// and with its means, and never in its way.
public final class Tracking {
    private final PresenceCalls presence;
    private final ObservedMarking observed;

    public Tracking(
            SyncLoop.Parts parts, SyncLoop sync, ChoiceIndex choices, NotMarking notMarking) {
        TrackingCalls calls =
                new TrackingCalls(
                        parts.calls(), parts.accounts(), parts.tokens(), parts.plainHttp());
        RunningClock clock = parts.computer().clock();
        this.presence = new PresenceCalls(calls, choices, clock, sync, parts.byItself());
        this.observed =
                new ObservedMarking(
                        new ObservedMarking.Parts(
                                calls,
                                choices,
                                notMarking,
                                sync,
                                parts.offset(),
                                parts.computer(),
                                parts.byItself()));
    }

    /// Says that somebody is at work.
    public PresenceCalls presence() {
        return presence;
    }

    /// What was observed while no timer ran.
    public ObservedMarking observed() {
        return observed;
    }

    /// How far the synchronisation has come, on its thread.
    public void heard(SyncStatus status) {
        presence.signInNeeded(status.state() == SyncStatus.State.SIGN_IN_NEEDED);
        if (status.state() == SyncStatus.State.SYNCED) {
            observed.synced();
        }
    }
}
