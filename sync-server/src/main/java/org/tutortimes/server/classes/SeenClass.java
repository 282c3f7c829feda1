package org.tutortimes.server.classes;

import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.access.Caller;

/// A class and what somebody is in it. Whoever is neither does not see that it exists.
///
/// @param staff whether it is theirs to run: they teach it, convene its unit or administrate
/// @param enrolled whether they are a student of it
public record SeenClass(TeachingClass teachingClass, boolean staff, boolean enrolled) {

    private static final String CLASS = "class";

    /// The class, for whoever runs it.
    ///
    /// @throws Refused to anybody else
    public static TeachingClass run(Handle handle, Caller caller, UUID id) {
        return ClassStore.seen(handle, caller, id)
                .filter(SeenClass::staff)
                .map(SeenClass::teachingClass)
                .orElseThrow(() -> new Refused(new Refusal.NotFound(CLASS)));
    }

    /// What the caller is in the class of a class session.
    ///
    /// @throws Refused to whom it is invisible
    public static SeenClass ofSession(Handle handle, Caller caller, ClassSession session) {
        return seen(handle, caller, session)
                .orElseThrow(() -> new Refused(new Refusal.NotFound(ClassSessions.WHAT)));
    }

    /// Whether the caller runs the class of a class session.
    public static boolean runs(Handle handle, Caller caller, ClassSession session) {
        return seen(handle, caller, session).filter(SeenClass::staff).isPresent();
    }

    /// The class of a class session, for whoever runs it. Its students may know that it exists.
    ///
    /// @throws Refused to anybody else
    public static TeachingClass runOfSession(Handle handle, Caller caller, ClassSession session) {
        SeenClass seen = ofSession(handle, caller, session);
        if (!seen.staff()) {
            throw new Refused(
                    new Refusal.Forbidden(
                            "Only the class's teacher, a convenor of its unit or an administrator"
                                    + " may do this.",
                            "not_your_class"));
        }
        return seen.teachingClass();
    }

    private static Optional<SeenClass> seen(Handle handle, Caller caller, ClassSession session) {
        return ClassStore.seen(handle, caller, session.classId())
                .filter(seen -> seen.staff() || seen.enrolled());
    }
}
