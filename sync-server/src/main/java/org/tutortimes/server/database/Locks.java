package org.tutortimes.server.database;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// Who waits for whom where several write at once; on SQLite, whose one writer needs no locks,
/// nothing is done.
///
/// Every lock lasts until the transaction ends, and may be taken again within it. Whoever needs
/// several takes them in this order, and before reading what is decided on: reference data,
/// sessions, users, what is observed, a class, class sessions, an attempt. A lock that is not to be
/// had for ten seconds refuses the write as busy.
public final class Locks {

    /// Whether others may hold a lock at the same time.
    enum Mode {
        SHARED,
        EXCLUSIVE
    }

    /// What is locked one by one, because it is read, changed and written back.
    enum Row {
        TEACHING_CLASS("classes"),
        CLASS_SESSION("class_sessions"),
        ATTEMPT("attempts");

        private final String table;

        Row(String table) {
            this.table = table;
        }

        String table() {
            return table;
        }
    }

    private Locks() {}

    /// Units, roles, projects and tasks, for whoever judges an event by them: they stay as they are
    /// until the transaction ends.
    public static void shareReference(Handle handle) {
        Dialect.of(handle).lockReference(handle, Mode.SHARED);
    }

    /// The same, for whoever changes them: so no event is held for a task that is just being
    /// imported. Nothing of timer events is written meanwhile.
    public static void takeReference(Handle handle) {
        Dialect.of(handle).lockReference(handle, Mode.EXCLUSIVE);
    }

    /// Sessions that may not exist yet, so that no two become the owner of one.
    public static void sessions(Handle handle, Collection<String> sessionIds) {
        Dialect.of(handle).lockSessions(handle, sessionIds);
    }

    /// The events and sessions of users: whoever changes them holds this.
    public static void users(Handle handle, Collection<Long> userIds) {
        Dialect.of(handle).lockUsers(handle, userIds);
    }

    /// What is observed of users: whoever adds to it holds this.
    public static void observed(Handle handle, Collection<Long> userIds) {
        Dialect.of(handle).lockObserved(handle, userIds);
    }

    /// A class, if it exists: who is enrolled, whether it is archived.
    public static void teachingClass(Handle handle, UUID id) {
        Dialect.of(handle).lockRow(handle, Row.TEACHING_CLASS, id.toString());
    }

    /// A class session, if it exists: how far it is, and who is there. Whoever needs several takes
    /// them by rising ids.
    public static void classSession(Handle handle, UUID id) {
        Dialect.of(handle).lockRow(handle, Row.CLASS_SESSION, id.toString());
    }

    /// An attempt, if it exists.
    public static void attempt(Handle handle, UUID id) {
        Dialect.of(handle).lockRow(handle, Row.ATTEMPT, id.toString());
    }

    /// Whether there is anything to wait for, so that what only locks need can be left out.
    public static boolean matter(Handle handle) {
        return Dialect.of(handle) instanceof Postgres;
    }

    /// The next number of the server as a writer of events. Under the lock of a session's owner
    /// later numbers belong to later events; there may be gaps.
    public static long nextServerSeq(Handle handle) {
        return Dialect.of(handle).nextServerSeq(handle);
    }

    /// A number that [#nextServerSeq] has given out or passed by; empty where the counter is gone.
    public static Optional<Long> lastServerSeq(Handle handle) {
        return Dialect.of(handle).lastServerSeq(handle);
    }
}
