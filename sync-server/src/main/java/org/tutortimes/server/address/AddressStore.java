package org.tutortimes.server.address;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tutortimes.server.database.Sql;

/// What marking sessions hold of addresses.
final class AddressStore {

    private AddressStore() {}

    /// A session's address.
    ///
    /// @param sealed null once it is erased
    record Kept(long unitId, @Nullable String sealed) {}

    static Optional<Kept> ofSession(Handle handle, long sessionId) {
        return Sql.first(
                handle,
                "SELECT unit_id, ip_address_sealed FROM marking_sessions WHERE id = ?",
                row -> new Kept(row.getLong(1), row.getString(2)),
                sessionId);
    }

    /// The key that this database's addresses belong to: this one, if there was none.
    static String claim(Handle handle, String keyId) {
        Sql.update(
                handle,
                "UPDATE server_identity SET address_key_id = ? WHERE address_key_id IS NULL",
                keyId);
        return Sql.first(
                        handle,
                        "SELECT address_key_id FROM server_identity WHERE id = 1",
                        row -> row.getString(1))
                .orElseThrow();
    }

    /// Gives up every address, and the key that they belong to.
    ///
    /// @return of how many sessions
    static int giveUp(Handle handle) {
        Sql.update(handle, "UPDATE server_identity SET address_key_id = NULL");
        return Sql.update(
                handle,
                """
                UPDATE marking_sessions
                SET ip_address = NULL, ip_address_sealed = NULL, newest = 0
                WHERE ip_address IS NOT NULL
                """);
    }

    /// Erases addresses of sessions that began before an instant, the oldest first.
    ///
    /// @return of how many sessions
    static int erase(Handle handle, Instant before, int most) {
        return Sql.update(
                handle,
                """
                UPDATE marking_sessions
                SET ip_address = NULL, ip_address_sealed = NULL, newest = 0
                WHERE id IN (SELECT id FROM marking_sessions
                    WHERE ip_address IS NOT NULL AND start_time < ?
                    ORDER BY start_time LIMIT ?)
                """,
                before.toEpochMilli(),
                most);
    }
}
