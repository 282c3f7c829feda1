package org.tutortimes.server.live;

import java.util.UUID;

/// What somebody may view live.
///
/// @param name as the processes of one database tell it to each other, such as `unit/10`
public record Topic(String name) {

    /// The figures of a unit.
    public static Topic unit(long id) {
        return new Topic("unit/" + id);
    }

    /// Everything about a class session: who is there, how far they are.
    public static Topic classSession(UUID id) {
        return new Topic("class-session/" + id);
    }

    /// The state of a class session alone, as its students see it.
    public static Topic classSessionState(UUID id) {
        return new Topic("class-session-state/" + id);
    }
}
