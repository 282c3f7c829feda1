package org.tutortimes.server.contact;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.tutortimes.server.database.Sql;

/// Rows of `device_contacts`.
final class ContactStore {

    /// A running session of whose device nothing was heard.
    record Silent(String sessionId, long unitId) {}

    private ContactStore() {}

    /// What is known already may be newer, by another process of the same database.
    static int heard(Handle handle, Map<UUID, Instant> contacts) {
        int written = 0;
        for (Map.Entry<UUID, Instant> contact : contacts.entrySet()) {
            written +=
                    Sql.update(
                            handle,
                            """
                            INSERT INTO device_contacts (device_id, heard_at) VALUES (?, ?)
                            ON CONFLICT (device_id) DO UPDATE SET heard_at = excluded.heard_at
                             WHERE device_contacts.heard_at < excluded.heard_at
                            """,
                            contact.getKey().toString(),
                            contact.getValue().toEpochMilli());
        }
        return written;
    }

    /// The condition on the role and the status as an expression have SQLite walk the index of open
    /// segments, which are few, and not that of all sessions by their status.
    static Set<Silent> silent(Handle handle, Instant heardBefore) {
        return Sql.list(
                        handle,
                        """
                        SELECT t.id, t.unit_id
                          FROM tutor_times t
                          JOIN device_contacts c ON c.device_id = t.opened_on
                         WHERE t.open_since IS NOT NULL AND t.unit_role_id > 0
                           AND t.status || '' = 'active' AND t.deleted_at IS NULL
                           AND c.heard_at < ?
                        """,
                        row -> new Silent(row.getString("id"), row.getLong("unit_id")),
                        heardBefore.toEpochMilli())
                .stream()
                .collect(Collectors.toSet());
    }
}
