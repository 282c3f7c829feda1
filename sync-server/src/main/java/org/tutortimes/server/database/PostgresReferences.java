package org.tutortimes.server.database;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Proves that what rows refer to exists. PostgreSQL sees to that itself, unless somebody has
/// switched its triggers off.
final class PostgresReferences {

    private static final String REFERENCES =
            """
            SELECT quote_ident(owner.relname), quote_ident(part.attname),
                quote_ident(target.relname), quote_ident(key.attname)
            FROM pg_constraint c
            JOIN pg_class owner ON owner.oid = c.conrelid
            JOIN pg_class target ON target.oid = c.confrelid
            JOIN pg_attribute part ON part.attrelid = owner.oid AND part.attnum = c.conkey[1]
            JOIN pg_attribute key ON key.attrelid = target.oid AND key.attnum = c.confkey[1]
            WHERE c.contype = 'f' AND c.connamespace = current_schema()::regnamespace
                AND cardinality(c.conkey) = 1
            ORDER BY 1, 2
            """;

    /// A column that refers to the key of another table.
    private record Reference(String table, String column, String target, String key) {

        List<String> broken(Handle handle) {
            return Sql.list(
                    handle,
                    """
                    SELECT %2$s, COUNT(*) FROM %1$s a
                    WHERE %2$s IS NOT NULL
                        AND NOT EXISTS (SELECT 1 FROM %3$s b WHERE b.%4$s = a.%2$s)
                    GROUP BY %2$s ORDER BY %2$s LIMIT 100
                    """
                            .formatted(table, column, target, key),
                    row ->
                            ("A row of %s refers to a row of %s that does not exist"
                                            + " (%s %s, in %d rows).")
                                    .formatted(
                                            table,
                                            target,
                                            column,
                                            row.getString(1),
                                            row.getLong(2)));
        }
    }

    private PostgresReferences() {}

    static List<String> broken(Handle handle) {
        List<Reference> references =
                Sql.list(
                        handle,
                        REFERENCES,
                        row ->
                                new Reference(
                                        row.getString(1),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getString(4)));
        List<String> broken = new ArrayList<>();
        references.forEach(reference -> broken.addAll(reference.broken(handle)));
        return broken;
    }
}
