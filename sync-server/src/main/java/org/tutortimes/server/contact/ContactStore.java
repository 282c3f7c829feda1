package org.tutortimes.server.contact;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.tutortimes.server.database.Sql;

/// Rows of `device_contacts`.
public final class ContactStore {

    /// When the device that runs session `t` was last heard of, by `c`, its row here, or when its
    /// open segment began where that was later; null where nothing is known.
    public static final String LAST_WORD =
            """
            CASE WHEN c.heard_at > t.open_since THEN c.heard_at
                 WHEN c.heard_at IS NOT NULL THEN t.open_since END
            """;

    /// A word of a device.
    record Contact(UUID deviceId, long userId, Instant at) {}

    /// A running session of whose device nothing was heard.
    record Silent(String sessionId, long unitId) {}

    private ContactStore() {}

    /// Notes devices of those who have or had a role somewhere. What is known already may be newer,
    /// by another process of the same database.
    static int heard(Handle handle, Collection<Contact> contacts) {
        int written = 0;
        for (Contact contact : contacts) {
            written +=
                    Sql.update(
                            handle,
                            """
                            INSERT INTO device_contacts (device_id, heard_at)
                            SELECT CAST(? AS TEXT), CAST(? AS BIGINT)
                             WHERE EXISTS (SELECT 1 FROM unit_roles WHERE user_id = ?)
                            ON CONFLICT (device_id) DO UPDATE SET heard_at = excluded.heard_at
                             WHERE device_contacts.heard_at < excluded.heard_at
                            """,
                            contact.deviceId().toString(),
                            contact.at().toEpochMilli(),
                            contact.userId());
        }
        return written;
    }

    /// Forgets devices that nobody uses any more.
    static int forget(Handle handle, Instant heardBefore) {
        return Sql.update(
                handle,
                "DELETE FROM device_contacts WHERE heard_at < ?",
                heardBefore.toEpochMilli());
    }

    /// The condition on the role and the status as an expression have SQLite walk the index of open
    /// segments, which are few, and not that of all sessions by their status.
    static Set<Silent> silent(Handle handle, Instant lastWordBefore) {
        return Sql.list(
                        handle,
                        """
                        SELECT t.id, t.unit_id
                          FROM tutor_times t
                          JOIN device_contacts c ON c.device_id = t.opened_on
                         WHERE t.open_since IS NOT NULL AND t.unit_role_id > 0
                           AND t.status || '' = 'active' AND t.deleted_at IS NULL
                           AND %s < ?
                        """
                                .formatted(LAST_WORD),
                        row -> new Silent(row.getString("id"), row.getLong("unit_id")),
                        lastWordBefore.toEpochMilli())
                .stream()
                .collect(Collectors.toSet());
    }
}
