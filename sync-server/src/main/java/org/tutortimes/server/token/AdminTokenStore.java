package org.tutortimes.server.token;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tutortimes.server.database.Sql;

/// All tokens that are in force, of people and of services, newest first.
final class AdminTokenStore {

    private static final String OF_USERS =
            """
            SELECT t.id, 'user' AS kind, t.device AS name, t.user_id, u.username,
                t.created_at, t.last_used_at, t.expires_at
            FROM auth_tokens t JOIN users u ON u.id = t.user_id
            WHERE t.expires_at > ?
            """;
    private static final String OF_SERVICES =
            """
            SELECT t.id, 'service' AS kind, t.name, CAST(NULL AS BIGINT) AS user_id,
                CAST(NULL AS TEXT) AS username, t.created_at, t.last_used_at, t.expires_at
            FROM service_tokens t
            WHERE (t.expires_at IS NULL OR t.expires_at > ?)
            """;

    /// Which tokens.
    ///
    /// @param kind null for both
    /// @param userId null for everybody's
    /// @param after the last one of the page before, or null
    record Wanted(
            ListedToken.@Nullable Kind kind,
            @Nullable Long userId,
            @Nullable Position after,
            int most) {

        boolean isOf(ListedToken.Kind other) {
            boolean isOthersOnly = other == ListedToken.Kind.SERVICE && userId != null;
            return (kind == null || kind == other) && !isOthersOnly;
        }
    }

    /// Where a token stands in the list.
    record Position(long createdAt, String id) {}

    private AdminTokenStore() {}

    static List<ListedToken> list(Handle handle, Wanted wanted, Instant now) {
        List<String> parts = new ArrayList<>();
        List<@Nullable Object> values = new ArrayList<>();
        if (wanted.isOf(ListedToken.Kind.USER)) {
            parts.add(part(OF_USERS, wanted, wanted.userId(), now, values));
        }
        if (wanted.isOf(ListedToken.Kind.SERVICE)) {
            parts.add(part(OF_SERVICES, wanted, null, now, values));
        }
        if (parts.isEmpty()) {
            return List.of();
        }
        values.add(wanted.most());
        return Sql.list(
                handle,
                String.join(" UNION ALL ", parts) + " ORDER BY created_at DESC, id DESC LIMIT ?",
                AdminTokenStore::listed,
                values.toArray());
    }

    /// Each part is cut by itself, so that neither is read to its end.
    private static String part(
            String select,
            Wanted wanted,
            @Nullable Long userId,
            Instant now,
            List<@Nullable Object> values) {
        StringBuilder sql = new StringBuilder("SELECT * FROM (").append(select);
        values.add(now.toEpochMilli());
        if (userId != null) {
            sql.append(" AND t.user_id = ?");
            values.add(userId);
        }
        Position after = wanted.after();
        if (after != null) {
            sql.append(" AND (t.created_at, t.id) < (?, ?)");
            values.add(after.createdAt());
            values.add(after.id());
        }
        values.add(wanted.most());
        return sql.append(" ORDER BY t.created_at DESC, t.id DESC LIMIT ?) AS part").toString();
    }

    static Optional<ListedToken> byId(Handle handle, String id, Instant now) {
        return Sql.first(
                handle,
                OF_USERS + " AND t.id = ? UNION ALL " + OF_SERVICES + " AND t.id = ?",
                AdminTokenStore::listed,
                now.toEpochMilli(),
                id,
                now.toEpochMilli(),
                id);
    }

    /// Ends a token of either kind.
    ///
    /// @return whether it was there still
    static boolean remove(Handle handle, ListedToken token) {
        String table =
                switch (token.kind()) {
                    case USER -> "auth_tokens";
                    case SERVICE -> "service_tokens";
                };
        return Sql.update(handle, "DELETE FROM " + table + " WHERE id = ?", token.id()) > 0;
    }

    private static ListedToken listed(ResultSet row) throws SQLException {
        return new ListedToken(
                row.getString("id"),
                ListedToken.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("name"),
                Sql.nullableLong(row, "user_id"),
                row.getString("username"),
                Instant.ofEpochMilli(row.getLong("created_at")),
                instant(row, "last_used_at"),
                instant(row, "expires_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Long millis = Sql.nullableLong(row, column);
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
