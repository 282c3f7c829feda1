package org.tutortimes.server.events;

import com.fasterxml.uuid.Generators;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.tutortimes.model.timer.Fact;
import org.tutortimes.model.timer.TimerEvent;
import org.tutortimes.server.database.Locks;
import org.tutortimes.server.database.Sql;

/// The server as a writer of events: one device per database, with its own counter there.
public final class ServerDevice {

    private static final String ZONE = "UTC";

    private final Supplier<UUID> ids;

    public ServerDevice() {
        this(Generators.timeBasedEpochGenerator()::generate);
    }

    /// @param ids gives a new id each time
    public ServerDevice(Supplier<UUID> ids) {
        this.ids = ids;
    }

    /// A fresh id for a session.
    public UUID newId() {
        return ids.get();
    }

    /// As which device the server writes.
    public static UUID id(Handle handle) {
        return Sql.first(
                        handle,
                        "SELECT device_id FROM server_identity WHERE id = 1",
                        row -> UUID.fromString(row.getString(1)))
                .orElseThrow();
    }

    /// Writes an event down, though it is not stored yet.
    ///
    /// @param at when it takes effect, at least 1 ms after the latest event of the session
    public TimerEvent event(Handle handle, UUID sessionId, Instant at, Fact fact) {
        return Sql.first(
                        handle,
                        "SELECT device_id FROM server_identity WHERE id = 1",
                        row ->
                                new TimerEvent(
                                        ids.get(),
                                        sessionId,
                                        UUID.fromString(row.getString(1)),
                                        Locks.nextServerSeq(handle),
                                        at,
                                        ZONE,
                                        0,
                                        fact))
                .orElseThrow();
    }
}
