package org.tutortimes.server.audit;

import org.jspecify.annotations.Nullable;

/// What happened to something. Passwords, their hashes and tokens stand in none.
///
/// @param before the subject as it was, as the API gives it; null where it was not there
/// @param after the subject as it is now; null where it is gone
/// @param note what the person who did it wrote about it, or null
public record AuditEntry(
        Action action,
        Subject subject,
        @Nullable Object before,
        @Nullable Object after,
        @Nullable String note) {

    /// Something that was not there before.
    public static AuditEntry added(Action action, Subject subject, Object after) {
        return new AuditEntry(action, subject, null, after, null);
    }

    public static AuditEntry changed(Action action, Subject subject, Object before, Object after) {
        return new AuditEntry(action, subject, before, after, null);
    }

    /// Something that nothing can be shown of, such as a password.
    public static AuditEntry done(Action action, Subject subject) {
        return new AuditEntry(action, subject, null, null, null);
    }

    /// A file of people's records in a unit, which somebody took away.
    ///
    /// @param asked what for, see `Query.asked`
    public static AuditEntry exported(long unitId, String asked) {
        return done(Action.EXPORTED, Subject.unit(unitId)).withNote(asked);
    }

    public AuditEntry withNote(@Nullable String text) {
        return new AuditEntry(action, subject, before, after, text);
    }
}
