package org.tutortimes.server.attempts;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.classes.AttemptStatus;
import org.tutortimes.model.classes.Highlight;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.database.Locks;
import org.tutortimes.server.live.Announcer;
import org.tutortimes.server.live.Topic;

/// What students work on: begun, filled with highlights and submitted by themselves alone.
public final class Attempts {

    static final String WHAT = "attempt";

    private final Database database;
    private final Announcer announcer;
    private final Supplier<UUID> ids;
    private final Clock clock;

    /// @param ids gives a new id for an attempt each time
    public Attempts(Database database, Announcer announcer, Supplier<UUID> ids, Clock clock) {
        this.database = database;
        this.announcer = announcer;
        this.ids = ids;
        this.clock = clock;
    }

    /// An attempt that a call was to begin, and whether this very call began it.
    record Outcome(Attempt attempt, boolean isNew) {}

    /// Begins an attempt, once: where the same is open already, that is the one.
    Outcome start(Caller caller, Beginning beginning) {
        return database.write(handle -> {
            UUID id = beginning.id() == null ? ids.get() : beginning.id();
            Attempt attempt = beginning.attempt(id, caller.userId(), now());
            Attempt known = Beginnings.known(handle, caller, attempt);
            if (known != null) {
                return new Outcome(whole(handle, known), false);
            }
            AttemptStore.add(handle, attempt);
            Beginnings.note(handle, attempt);
            announce(attempt);
            return new Outcome(attempt, true);
        });
    }

    /// Begins the attempt of a participant of a class session.
    public Attempt startIn(Caller caller, UUID classSessionId) {
        return start(caller, new Beginning(null, classSessionId, null, null)).attempt();
    }

    /// An attempt, with what is highlighted in it.
    public Attempt one(Caller caller, UUID id) {
        return database.read(handle -> whole(handle, AttemptAccess.seen(handle, caller, id)));
    }

    /// Adds highlights. Those that are there already stay as they are.
    public Attempt highlight(Caller caller, UUID id, List<Highlight> highlights) {
        return database.write(handle -> {
            Attempt attempt = own(handle, caller, id);
            List<Highlight> all = new ArrayList<>(AttemptStore.highlights(handle, id));
            boolean isNews = HighlightMerge.add(all, highlights);
            if (isNews) {
                refuseClosed(attempt);
                HighlightMerge.refuseTooMany(all);
                HighlightMerge.refuseMisfits(handle, attempt, highlights);
                AttemptStore.highlight(handle, id, all);
                announce(attempt);
            }
            return Attempt.of(attempt, all);
        });
    }

    /// Takes a highlight back; once more changes nothing.
    Attempt remove(Caller caller, UUID id, UUID highlightId) {
        return database.write(handle -> {
            Attempt attempt = own(handle, caller, id);
            List<Highlight> all = new ArrayList<>(AttemptStore.highlights(handle, id));
            boolean isNews = HighlightMerge.remove(all, highlightId, now());
            if (isNews) {
                refuseClosed(attempt);
                AttemptStore.highlight(handle, id, all);
                announce(attempt);
            }
            return Attempt.of(attempt, all);
        });
    }

    /// Submits an attempt, for good; once more changes nothing.
    public Attempt submit(Caller caller, UUID id) {
        return database.write(handle -> {
            Attempt attempt = own(handle, caller, id);
            if (attempt.status() != AttemptStatus.SUBMITTED) {
                refuseClosed(attempt);
                AttemptStore.submit(handle, id, now());
                announce(attempt);
            }
            return whole(handle, AttemptStore.one(handle, id).orElseThrow());
        });
    }

    private static Attempt own(Handle handle, Caller caller, UUID id) {
        Locks.attempt(handle, id);
        Attempt attempt = AttemptAccess.seen(handle, caller, id);
        if (attempt.studentId() != caller.userId()) {
            throw new Refused(
                    new Refusal.Forbidden(
                            "Only the student may change an attempt.", "not_your_attempt"));
        }
        AttemptAccess.refuseRemoved(handle, caller, attempt);
        return attempt;
    }

    private static void refuseClosed(Attempt attempt) {
        if (!attempt.isOpen()) {
            throw new Refused(over(attempt));
        }
    }

    /// Why nothing more is taken for an attempt.
    static Refusal over(Attempt attempt) {
        return new Refusal.WrongState(
                attempt.status() == AttemptStatus.SUBMITTED
                        ? "The attempt has been submitted and cannot change any more."
                        : "The class session ended before the attempt was submitted.",
                "attempt_over",
                Map.of("id", attempt.id(), "status", attempt.status()));
    }

    private static Attempt whole(Handle handle, Attempt attempt) {
        return Attempt.of(attempt, AttemptStore.highlights(handle, attempt.id()));
    }

    private void announce(Attempt attempt) {
        @Nullable UUID sessionId = attempt.classSessionId();
        if (sessionId != null) {
            announcer.changedByThisWrite(Topic.classSession(sessionId));
        }
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }

    /// What an attempt is to be at.
    ///
    /// @param id null where a new one shall be made
    record Beginning(
            @Nullable UUID id,
            @Nullable UUID classSessionId,
            @Nullable Long testId,
            @Nullable Long taskId) {

        Attempt attempt(UUID newId, long studentId, Instant now) {
            return new Attempt(
                    Objects.requireNonNullElse(id, newId),
                    classSessionId,
                    studentId,
                    testId,
                    taskId,
                    AttemptStatus.IN_PROGRESS,
                    now,
                    null,
                    0,
                    List.of());
        }
    }
}
