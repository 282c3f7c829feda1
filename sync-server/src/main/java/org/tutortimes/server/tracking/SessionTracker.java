package org.tutortimes.server.tracking;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tutortimes.model.tracking.Observed;
import org.tutortimes.model.tracking.TrackingRules;
import org.tutortimes.model.tracking.TrackingRules.Step;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.address.AddressKey;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.database.Locks;
import org.tutortimes.server.tracking.Activity.Work;
import org.tutortimes.server.tracking.TrackingStore.Newest;

/// Turns what tutors do into marking sessions. The rules are in shared-model; here they are kept to
/// while many observe at once.
public final class SessionTracker {

    private static final Logger LOG = LoggerFactory.getLogger(SessionTracker.class);

    private final Database database;
    private final AddressKey key;
    private final Supplier<UUID> ids;
    private final Clock clock;
    private final AtomicLong faults = new AtomicLong();

    /// @param ids gives a new id for an activity each time
    public SessionTracker(Database database, AddressKey key, Supplier<UUID> ids, Clock clock) {
        this.database = database;
        this.key = key;
        this.ids = ids;
        this.clock = clock;
    }

    /// Keeps others from adding to what is observed of these, until the transaction ends.
    void lock(Handle handle, Collection<Long> userIds) {
        Locks.observed(handle, userIds);
    }

    /// Records an action, once, if it is marking.
    public Recorded record(Handle handle, Person person, Activity activity) {
        Place place = place(handle, person, activity.work()).orElse(null);
        if (place == null) {
            return Recorded.NOTHING;
        }
        lock(handle, List.of(person.userId()));
        String id = Objects.requireNonNullElseGet(activity.id(), ids).toString();
        Optional<TrackingStore.Known> known =
                activity.id() == null ? Optional.empty() : TrackingStore.known(handle, id);
        if (known.isPresent()) {
            return knownAlready(known.get(), id, person);
        }
        Instant now = now();
        Instant at = observedAt(activity.occurredAt(), now);
        long session = observe(handle, person, place.unitId(), at, now);
        TrackingStore.add(
                handle,
                new TrackingStore.Row(
                        id, session, place, activity.action(), activity.changedStatus(), at),
                now);
        return Recorded.activity(id, session);
    }

    private static Instant observedAt(@Nullable Instant occurredAt, Instant now) {
        if (occurredAt != null) {
            TrackingRules.refusal(occurredAt, now)
                    .ifPresent(refusal -> {
                        throw new Refused(TrackingRefusals.of(refusal));
                    });
        }
        return TrackingRules.observedAt(occurredAt, now);
    }

    private static Recorded knownAlready(
            TrackingStore.Known known, String activityId, Person person) {
        if (known.userId() != person.userId()) {
            throw new Refused(
                    new Refusal.WrongState(
                            "Another activity has this id already.", "id_taken", Map.of()));
        }
        return Recorded.activity(activityId, known.markingSessionId());
    }

    /// Somebody is at work: begins or extends a session, and counts for nothing else.
    public Recorded heartbeat(Handle handle, Person person, Work work) {
        Place place = place(handle, person, work).orElse(null);
        if (place == null) {
            return Recorded.NOTHING;
        }
        lock(handle, List.of(person.userId()));
        Instant now = now();
        return Recorded.heartbeat(observe(handle, person, place.unitId(), now, now));
    }

    /// Records an action that another request is about, in that request's write. A fault of the
    /// tracker's own is told and counted, and the request goes on.
    public void alongside(Handle handle, Person person, Activity activity) {
        database.alongside(handle, inner -> record(inner, person, activity))
                .ifPresent(fault ->
                        LOG.error(
                                "The tracker failed for the {}. time since the start: {} of user {}"
                                        + " was not recorded",
                                faults.incrementAndGet(),
                                activity.action(),
                                person.userId(),
                                fault));
    }

    /// How often the tracker itself was at fault since the start.
    public long faults() {
        return faults.get();
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }

    /// The session that an observation belongs to, begun now if need be.
    private long observe(Handle handle, Person person, long unitId, Instant at, Instant now) {
        TrackingStore.Key where =
                new TrackingStore.Key(person.userId(), unitId, key.comparable(person.address()));
        Newest newest = TrackingStore.newest(handle, where).orElse(null);
        Observed observed = newest == null || newest.deleted() ? null : newest.observed();
        Instant since = observed != null && observed.start().isBefore(at) ? observed.start() : at;
        Step step =
                TrackingRules.next(
                        observed, at, PlaceStore.tutorials(handle, person.userId(), unitId, since));
        return switch (step) {
            case Step.Continue(Instant end) when newest != null -> {
                TrackingStore.moveEnd(handle, newest, end, now);
                yield newest.id();
            }
            case Step.Continue _ -> throw new IllegalStateException("nothing to go on with");
            case Step.Begin(@Nullable Instant endOfNewest, boolean duringTutorial) -> {
                if (newest != null) {
                    TrackingStore.close(handle, newest);
                    if (endOfNewest != null) {
                        TrackingStore.moveEnd(handle, newest, endOfNewest, now);
                    }
                }
                yield TrackingStore.begin(
                        handle, where, key.sealed(person.address()), at, duringTutorial, now);
            }
        };
    }

    /// Where the person was at work; empty where that is not theirs to mark.
    private static Optional<Place> place(Handle handle, Person person, Work work) {
        Place place = whole(handle, work).orElse(null);
        if (place == null) {
            if (person.reported()) {
                throw new Refused(new Refusal.NotFound(work.unitId() == null ? "project" : "unit"));
            }
            return Optional.empty();
        }
        if (!PlaceStore.marksIn(handle, person.userId(), place.unitId())) {
            return Optional.empty();
        }
        return Optional.of(narrowed(handle, place, work))
                .filter(found -> !Objects.equals(found.studentId(), person.userId()));
    }

    /// The unit, or the enrolment in it.
    private static Optional<Place> whole(Handle handle, Work work) {
        Long unitId = work.unitId();
        Long projectId = work.projectId();
        if (unitId != null) {
            return PlaceStore.unit(handle, unitId);
        }
        return projectId == null ? Optional.empty() : PlaceStore.project(handle, projectId);
    }

    /// The project and the task in it, which must belong to what was found.
    private static Place narrowed(Handle handle, Place place, Work work) {
        Place found = place;
        Long projectId = work.projectId();
        if (projectId != null && found.projectId() == null) {
            found =
                    PlaceStore.project(handle, projectId)
                            .filter(project -> project.unitId() == place.unitId())
                            .orElseThrow(() -> new Refused(TrackingRefusals.unknownProject()));
        }
        Long taskId = work.taskId();
        if (taskId != null) {
            found =
                    PlaceStore.task(handle, taskId)
                            .filter(task -> task.unitId() == place.unitId())
                            .filter(task ->
                                    projectId == null
                                            || Objects.equals(task.projectId(), projectId))
                            .orElseThrow(() -> new Refused(TrackingRefusals.unknownTask()));
        }
        return found;
    }
}
