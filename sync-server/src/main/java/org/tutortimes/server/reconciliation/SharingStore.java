package org.tutortimes.server.reconciliation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.tutortimes.model.tracking.Observed;
import org.tutortimes.model.tracking.ReconciliationAnswer.Tutor;
import org.tutortimes.server.database.Sql;
import org.tutortimes.server.request.Period;

/// Reads marking sessions whose addresses can still be compared.
final class SharingStore {

    private static final Duration LONGEST_SESSION = Duration.ofDays(7);

    private SharingStore() {}

    /// Those that touch the period, in the order of their beginnings.
    static List<Sharing.Addressed> sessions(Handle handle, long unitId, Period period) {
        Instant from = period.segment().start();
        return Sql.list(
                handle,
                """
                SELECT s.id, s.user_id, u.name, s.start_time, s.end_time, s.ip_address
                FROM marking_sessions s JOIN users u ON u.id = s.user_id
                WHERE s.unit_id = ? AND s.start_time >= ? AND s.start_time < ? AND s.end_time >= ?
                    AND s.ip_address IS NOT NULL AND s.actions > 0 AND s.deleted_at IS NULL
                ORDER BY s.start_time, s.id
                """,
                row ->
                        new Sharing.Addressed(
                                row.getLong(1),
                                new Tutor(row.getLong(2), row.getString(3)),
                                new Observed(
                                        Instant.ofEpochMilli(row.getLong(4)),
                                        Instant.ofEpochMilli(row.getLong(5))),
                                row.getString(6)),
                unitId,
                from.minus(LONGEST_SESSION).toEpochMilli(),
                period.toMillis(),
                from.toEpochMilli());
    }
}
