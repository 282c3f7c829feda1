package org.tutortimes.server.projection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.tutortimes.model.replay.Counting.CountedSegment;
import org.tutortimes.model.replay.Replay;
import org.tutortimes.model.replay.ReplayedSession;
import org.tutortimes.model.replay.TimerSession;
import org.tutortimes.model.timer.Segment;
import org.tutortimes.model.timer.TimerEvent;
import org.tutortimes.server.units.RoleStore;

/// Stores what the events of a session mean: its row, its segments, and what that changes in the
/// other sessions of the unit role. The unit's total follows by itself.
public final class Projection {

    private final Handle handle;
    private final Instant now;
    private final Set<Long> changedUnits = new TreeSet<>();

    public Projection(Handle handle, Instant now) {
        this.handle = handle;
        this.now = now;
    }

    /// In which units something was stored.
    public Set<Long> changedUnits() {
        return changedUnits;
    }

    /// Replays a session and stores the outcome.
    ///
    /// @param events all of the session's that are in force
    /// @param ownerId who began it
    public void project(List<TimerEvent> events, long ownerId) {
        Replay.replay(events).ifPresent(replayed -> store(replayed, ownerId));
    }

    private void store(ReplayedSession replayed, long ownerId) {
        String id = replayed.id().toString();
        Optional<SessionStore.Row> before = SessionStore.row(handle, id);
        List<SegmentStore.Row> segments =
                before.isEmpty() ? List.of() : SegmentStore.ofSession(handle, id);
        Optional<SessionStore.Row> left =
                before.filter(row -> row.unitRoleId() != replayed.unitRoleId());
        left.ifPresent(row ->
                new Recount(handle, row.unitRoleId(), id, now)
                        .change(countable(row, segments), List.of()));
        List<SegmentStore.Row> countedBefore =
                before.filter(_ -> left.isEmpty())
                        .map(row -> countable(row, segments))
                        .orElse(List.of());
        List<Long> counted =
                new Recount(handle, replayed.unitRoleId(), id, now)
                        .change(
                                countedBefore,
                                replayed.deleted() ? List.of() : replayed.segments());
        ActiveChoice choice = ActiveChoice.with(handle, replayed, now);
        choice.pauseOthers();
        TimerSession session =
                TimerSession.of(replayed, choice.isChosen(), counted(replayed, counted));
        SessionStore.Owner owner = new SessionStore.Owner(ownerId, unitId(before, replayed));
        if (before.isEmpty()) {
            SessionStore.add(handle, session, owner, now);
        } else {
            SessionStore.change(handle, session, owner, now);
        }
        if (left.isPresent()) {
            SegmentStore.removeFrom(handle, id, 0);
        }
        storeSegments(session, left.isPresent() ? List.of() : segments);
        choice.activateOther();
        changedUnits.add(owner.unitId());
        left.ifPresent(row -> {
            ActiveChoice.settle(handle, row.unitRoleId(), now);
            changedUnits.add(row.unitId());
        });
    }

    private long unitId(Optional<SessionStore.Row> before, ReplayedSession replayed) {
        return before.filter(row -> row.unitRoleId() == replayed.unitRoleId())
                .map(SessionStore.Row::unitId)
                .orElseGet(() ->
                        RoleStore.unitRole(handle, replayed.unitRoleId()).orElseThrow().unitId());
    }

    private static List<SegmentStore.Row> countable(
            SessionStore.Row row, List<SegmentStore.Row> segments) {
        return row.deleted() ? List.of() : segments;
    }

    /// Only the length of what counts is stored, so any part of the segment that is as long stands
    /// for it.
    private static List<CountedSegment> counted(ReplayedSession replayed, List<Long> millis) {
        List<CountedSegment> counted = new ArrayList<>();
        for (int ordinal = 0; ordinal < millis.size(); ordinal++) {
            Segment segment = replayed.segments().get(ordinal);
            Segment part =
                    new Segment(segment.start(), segment.start().plusMillis(millis.get(ordinal)));
            counted.add(new CountedSegment(segment, part.isEmpty() ? List.of() : List.of(part)));
        }
        return counted;
    }

    private void storeSegments(TimerSession session, List<SegmentStore.Row> before) {
        String id = session.id().toString();
        long unitRoleId = session.replayed().unitRoleId();
        int ordinal = 0;
        for (CountedSegment counted : session.segments()) {
            SegmentStore.Row row =
                    new SegmentStore.Row(
                            id,
                            ordinal,
                            counted.segment().start().toEpochMilli(),
                            counted.segment().end().toEpochMilli(),
                            counted.countedMillis());
            if (ordinal >= before.size()) {
                SegmentStore.add(handle, row, unitRoleId);
            } else if (!row.equals(before.get(ordinal))) {
                SegmentStore.change(handle, row, unitRoleId);
            }
            ordinal++;
        }
        if (ordinal < before.size()) {
            SegmentStore.removeFrom(handle, id, ordinal);
        }
    }
}
