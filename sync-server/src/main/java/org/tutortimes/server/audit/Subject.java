package org.tutortimes.server.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an entry is about.
///
/// @param type such as `user`, in the singular
/// @param unitId the unit that it belongs to, or null
public record Subject(String type, String id, @Nullable Long unitId) {

    public static Subject user(long id) {
        return new Subject("user", Long.toString(id), null);
    }

    public static Subject unit(long id) {
        return new Subject("unit", Long.toString(id), id);
    }

    public static Subject unitRole(long id, long unitId) {
        return new Subject("unit_role", Long.toString(id), unitId);
    }

    public static Subject token(String id) {
        return new Subject("token", id, null);
    }

    /// The server as a whole.
    public static Subject server() {
        return new Subject("server", "", null);
    }

    public static Subject markingSession(long id, long unitId) {
        return new Subject("marking_session", Long.toString(id), unitId);
    }

    public static Subject teachingClass(UUID id, long unitId) {
        return new Subject("class", id.toString(), unitId);
    }

    public static Subject classSession(UUID id, long unitId) {
        return new Subject("class_session", id.toString(), unitId);
    }

    public static Subject timerSession(UUID id, long unitId) {
        return new Subject("tutor_time", id.toString(), unitId);
    }

    /// Data that came in together.
    ///
    /// @param source such as a file's name
    public static Subject importOf(String source) {
        return new Subject("import", source, null);
    }
}
