package org.tutortimes.server.reconciliation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.tutortimes.model.replay.SessionAnswer;
import org.tutortimes.model.timer.EntryRules;
import org.tutortimes.model.timer.Segment;
import org.tutortimes.model.timer.SessionStatus;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.timer.EnteredTime;
import org.tutortimes.server.timer.OnlineTimer;

/// Takes a stretch off a timer session that somebody forgot to stop, and undoes what these reports
/// offer to do.
public final class RecordCorrection {

    private static final String TAKEN_OFF = "Taken off: nothing was observed meanwhile.";
    private static final String PUT_BACK = "Put back.";

    private final OnlineTimer timer;
    private final EnteredTime entered;

    public RecordCorrection(OnlineTimer timer, EnteredTime entered) {
        this.timer = timer;
        this.entered = entered;
    }

    /// Takes the stretch off. A completed session of which nothing would be left is deleted.
    public SessionAnswer takeOff(Caller caller, UUID id, Segment stretch) {
        SessionAnswer session = timer.get(caller, id);
        boolean nothingLeft =
                session.status() == SessionStatus.COMPLETED
                        && !EntryRules.isEnough(Segment.minus(closed(session), List.of(stretch)));
        return nothingLeft
                ? timer.delete(caller, id, TAKEN_OFF)
                : entered.reshape(
                        caller, id, time -> Segment.minus(time, List.of(stretch)), TAKEN_OFF);
    }

    /// The undo of it.
    public SessionAnswer putBack(Caller caller, UUID id, Segment stretch) {
        SessionAnswer session = timer.get(caller, id);
        return session.deletedAt() != null
                ? timer.restore(caller, id)
                : entered.reshape(
                        caller,
                        id,
                        time ->
                                Segment.disjoint(
                                        Stream.concat(time.stream(), Stream.of(stretch)).toList()),
                        PUT_BACK);
    }

    /// The undo of having recorded what was observed. Done twice, it does nothing the second time.
    public SessionAnswer undo(Caller caller, UUID id) {
        SessionAnswer session = timer.get(caller, id);
        return session.deletedAt() == null ? timer.delete(caller, id, null) : session;
    }

    private static List<Segment> closed(SessionAnswer session) {
        return session.segments().stream()
                .flatMap(each ->
                        Optional.ofNullable(each.end())
                                .map(end -> new Segment(each.start(), end))
                                .stream())
                .toList();
    }
}
