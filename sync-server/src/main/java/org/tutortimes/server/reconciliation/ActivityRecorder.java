package org.tutortimes.server.reconciliation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.replay.SessionAnswer;
import org.tutortimes.model.sync.EventCodec;
import org.tutortimes.model.timer.EntryRules;
import org.tutortimes.model.timer.MarkingTarget;
import org.tutortimes.model.timer.Segment;
import org.tutortimes.model.tracking.Reconciliation.Unrecorded;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.database.Locks;
import org.tutortimes.server.reconciliation.ReconciliationStore.Recordable;
import org.tutortimes.server.report.Scope;
import org.tutortimes.server.timer.EnteredTime;
import org.tutortimes.server.units.RoleStore;

/// Turns what of a marking session no timer recorded into timer sessions, one for each task
/// definition that was seen. Done twice, it finds nothing the second time.
public final class ActivityRecorder {

    /// What may overlap a session begins no longer before it and ends no longer after it.
    private static final Duration AROUND = Duration.ofDays(1);

    private final Database database;
    private final EnteredTime entered;
    private final Clock clock;

    public ActivityRecorder(Database database, EnteredTime entered, Clock clock) {
        this.database = database;
        this.entered = entered;
        this.clock = clock;
    }

    /// Records it for its own tutor.
    ///
    /// @param taskDefinitionId what was marked, where no action says so
    /// @return the new sessions; none where nothing is unrecorded
    public List<SessionAnswer> record(
            Caller caller, long markingSessionId, @Nullable Long taskDefinitionId) {
        return database.write(handle -> {
            Recordable session = own(handle, caller, markingSessionId);
            Long unitRoleId = session.unitRoleId();
            if (unitRoleId == null) {
                throw new Refused(
                        new Refusal.Forbidden("You have no role in this unit.", "role_lost"));
            }
            Locks.shareReference(handle);
            Locks.users(handle, List.of(caller.userId()));
            List<SessionAnswer> made = new ArrayList<>();
            for (EnteredTime.Entry entry : entries(handle, session, unitRoleId, taskDefinitionId)) {
                made.add(entered.addWithin(handle, caller, entry).session());
            }
            return made;
        });
    }

    /// An event holds only so many segments: in the rare case of more there are more sessions.
    private List<EnteredTime.Entry> entries(
            Handle handle, Recordable session, long unitRoleId, @Nullable Long taskDefinitionId) {
        List<EnteredTime.Entry> entries = new ArrayList<>();
        shares(handle, session, taskDefinitionId)
                .forEach((taskDefinition, segments) -> {
                    for (int from = 0; from < segments.size(); from += EventCodec.MOST_SEGMENTS) {
                        int to = Math.min(segments.size(), from + EventCodec.MOST_SEGMENTS);
                        entries.add(
                                entry(
                                        session,
                                        unitRoleId,
                                        taskDefinition,
                                        segments.subList(from, to)));
                    }
                });
        return entries;
    }

    private static EnteredTime.Entry entry(
            Recordable session, long unitRoleId, long taskDefinition, List<Segment> segments) {
        return new EnteredTime.Entry(
                unitRoleId,
                new MarkingTarget.Pile(taskDefinition),
                segments,
                null,
                "Recorded from what was observed, marking session " + session.id(),
                null);
    }

    private static Recordable own(Handle handle, Caller caller, long markingSessionId) {
        Recordable session =
                ReconciliationStore.recordable(handle, markingSessionId)
                        .orElseThrow(ActivityRecorder::unknown);
        if (session.userId() != caller.userId()) {
            boolean seen =
                    caller.admin() || RoleStore.convenes(handle, caller.userId(), session.unitId());
            throw seen
                    ? new Refused(
                            new Refusal.Forbidden(
                                    "Only the tutor may record what was observed of them.",
                                    "not_your_session"))
                    : unknown();
        }
        return session;
    }

    private static Refused unknown() {
        return new Refused(new Refusal.NotFound("marking session"));
    }

    /// What is to be recorded, by task definition.
    private Map<Long, List<Segment>> shares(
            Handle handle, Recordable session, @Nullable Long taskDefinitionId) {
        Instant now = clock.instant();
        Segment around =
                new Segment(
                        session.span().start().minus(AROUND), session.span().end().plus(AROUND));
        List<Unrecorded> unrecorded =
                BothRecords.read(handle, Scope.own(session.unitId(), session.userId()), around, now)
                        .of(session.userId())
                        .unrecorded()
                        .stream()
                        .filter(each -> each.session().id() == session.id())
                        .filter(each -> EntryRules.isEnough(each.segments()))
                        .toList();
        if (unrecorded.isEmpty()) {
            return Map.of();
        }
        Map<Long, List<Segment>> shares = unrecorded.getFirst().byTaskDefinition();
        if (!shares.isEmpty()) {
            shares.values().removeIf(segments -> !EntryRules.isEnough(segments));
            return shares;
        }
        if (taskDefinitionId == null) {
            throw new Refused(
                    new Refusal.AgainstRule(
                            "Nothing says what was marked. Choose the task definition.",
                            "task_definition_needed"));
        }
        return Map.of(taskDefinitionId, unrecorded.getFirst().segments());
    }
}
