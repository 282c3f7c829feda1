package org.tutortimes.server.events;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tutortimes.server.database.Locks;
import org.tutortimes.server.units.RoleStore;
import org.tutortimes.server.units.RoleStore.UnitRole;

/// Which locks what is written through the inbox needs, in the order that [Locks] wants.
final class InboxLocks {

    private InboxLocks() {}

    /// For events from a device. Only an administrator's may be about sessions of others.
    static void ofBatch(Handle handle, Admission.Sender sender, @Nullable Incoming[] batch) {
        if (!Locks.matter(handle)) {
            return;
        }
        Set<String> sessions =
                Arrays.stream(batch)
                        .filter(Objects::nonNull)
                        .map(Incoming::sessionId)
                        .collect(Collectors.toSet());
        Locks.shareReference(handle);
        Locks.sessions(handle, sessions);
        Set<Long> owners = new TreeSet<>(Set.of(sender.userId()));
        if (sender.admin()) {
            sessions.forEach(session -> owner(handle, session).ifPresent(owners::add));
        }
        Locks.users(handle, owners);
    }

    /// For a session that its owner may be about to begin.
    static void ofOwner(Handle handle, long ownerId, UUID sessionId) {
        Locks.shareReference(handle);
        Locks.sessions(handle, List.of(sessionId.toString()));
        Locks.users(handle, List.of(ownerId));
    }

    static void ofOwner(Handle handle, long ownerId) {
        Locks.shareReference(handle);
        Locks.users(handle, List.of(ownerId));
    }

    /// For a session that exists; its owner never changes.
    static void ofSession(Handle handle, UUID sessionId) {
        if (Locks.matter(handle)) {
            owner(handle, sessionId.toString())
                    .ifPresent(ownerId -> ofOwner(handle, ownerId, sessionId));
        }
    }

    private static Optional<Long> owner(Handle handle, String sessionId) {
        return RoleStore.ofSession(handle, sessionId)
                .map(UnitRole::userId)
                .or(() -> EventStore.starterOf(handle, sessionId));
    }
}
