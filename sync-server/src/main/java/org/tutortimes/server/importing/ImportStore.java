package org.tutortimes.server.importing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.tutortimes.server.database.JsonText;
import org.tutortimes.server.directory.LetterCases;
import org.tutortimes.server.importformat.Column;
import org.tutortimes.server.importformat.ColumnKind;
import org.tutortimes.server.importformat.ImportList;
import org.tutortimes.server.importing.ImportPlan.ChangedRow;
import org.tutortimes.server.importing.ImportPlan.StoredRow;

/// Reads and writes whole tables of what an import brings. The statements are put together from the
/// columns of [ImportList], the one place that names them.
final class ImportStore implements StoredRows {

    /// A batch keeps its values in memory until it is sent.
    private static final int BATCH_ROWS = 2_000;

    private static final int VALUES_OF_A_QUERY = 1_000;

    private final Handle handle;

    ImportStore(Handle handle) {
        this.handle = handle;
    }

    @Override
    public Map<Object, StoredRow> of(ImportList list, Collection<?> ids) {
        Map<Object, StoredRow> rows = new HashMap<>();
        where(list, "id", ids.stream()).forEach(row -> rows.put(row.id(), row));
        return rows;
    }

    /// The rows in which an expression that has an index has one of these values.
    private List<StoredRow> where(ImportList list, String indexed, Stream<?> values) {
        String columns =
                list.columns().stream().map(Column::storedAs).collect(Collectors.joining(", "));
        List<StoredRow> rows = new ArrayList<>();
        eachOf(
                "SELECT id, %s FROM %s WHERE %s IN ".formatted(columns, list.table(), indexed),
                values.collect(Collectors.toSet()),
                row -> rows.add(stored(list, row)));
        return rows;
    }

    @Override
    public List<StoredRow> alike(ImportList list, Collection<StoredRow> rows) {
        return list == ImportList.USERS
                ? where(
                        list,
                        "lower(username)",
                        values(list, "username", rows).flatMap(LetterCases::of))
                : where(list, "user_id", values(list, "user_id", rows));
    }

    private static Stream<Object> values(
            ImportList list, String column, Collection<StoredRow> rows) {
        return rows.stream().map(row -> row.value(list, column)).filter(Objects::nonNull);
    }

    @Override
    public Set<Long> usersWithPassword(Collection<Long> ids) {
        Set<Long> users = new HashSet<>();
        eachOf(
                "SELECT id FROM users WHERE password_hash IS NOT NULL AND id IN ",
                ids,
                row -> users.add(row.getLong(1)));
        return users;
    }

    /// The next free id of this server's own range, which no import comes near: an imported row
    /// must never take the place of one that was added here.
    long nextOwnId(ImportList list) {
        return handle.createQuery(
                        """
                        SELECT COALESCE(MAX(id) + 1, 1000000000000) FROM %s
                        WHERE id >= 1000000000000 AND id < 2000000000000
                        """
                                .formatted(list.table()))
                .mapTo(Long.class)
                .one();
    }

    /// The units in which these users have a role or are students.
    Set<Long> unitsOf(Collection<Long> userIds) {
        Set<Long> units = new HashSet<>();
        for (String table : List.of("unit_roles", "projects")) {
            eachOf(
                    "SELECT DISTINCT unit_id FROM " + table + " WHERE user_id IN ",
                    userIds,
                    row -> units.add(row.getLong(1)));
        }
        return units;
    }

    /// The number of the state that timers will be told of next.
    long nextRevision() {
        handle.execute(
                """
                UPDATE server_identity SET reference_revision = reference_revision + 1 WHERE id = 1
                """);
        return handle.createQuery("SELECT reference_revision FROM server_identity WHERE id = 1")
                .mapTo(Long.class)
                .one();
    }

    void insert(ImportList list, List<StoredRow> rows, long revision) {
        List<String> columns = Stream.concat(Stream.of("id"), written(list)).toList();
        String sql =
                "INSERT INTO %s (%s) VALUES (%s)"
                        .formatted(
                                list.table(),
                                String.join(", ", columns),
                                String.join(", ", Collections.nCopies(columns.size(), "?")));
        inBatches(
                sql,
                rows,
                row -> {
                    List<@Nullable Object> values = new ArrayList<>();
                    values.add(row.id());
                    values.addAll(bound(list, row));
                    if (list.isReference()) {
                        values.add(revision);
                    }
                    return values;
                });
    }

    void update(ImportList list, List<ChangedRow> changed, long revision) {
        List<StoredRow> rows = changed.stream().map(ChangedRow::after).toList();
        if (list == ImportList.USERS) {
            freeUsernames(rows);
        }
        String assignments =
                written(list).map(column -> column + " = ?").collect(Collectors.joining(", "));
        inBatches(
                "UPDATE " + list.table() + " SET " + assignments + " WHERE id = ?",
                rows,
                row -> {
                    List<@Nullable Object> values = bound(list, row);
                    if (list.isReference()) {
                        values.add(revision);
                    }
                    values.add(row.id());
                    return values;
                });
    }

    /// A student's name stands in the timers' copies of the projects.
    void touchProjectsOf(Collection<Long> userIds, long revision) {
        inBatches(
                "UPDATE projects SET changed_in = ? WHERE user_id = ?",
                List.copyOf(userIds),
                userId -> List.of(revision, userId));
    }

    void setPasswords(Map<Long, String> hashes) {
        inBatches(
                "UPDATE users SET password_hash = ? WHERE id = ? AND password_hash IS NULL",
                List.copyOf(hashes.entrySet()),
                hash -> List.of(hash.getValue(), hash.getKey()));
    }

    /// Users may swap names in one import, and no two may have the same one in between.
    private void freeUsernames(List<StoredRow> users) {
        inBatches(
                "UPDATE users SET username = ? WHERE id = ?",
                users,
                user -> List.of("\u0001" + user.id(), user.id()));
    }

    private interface Reading {
        void row(ResultSet row) throws SQLException;
    }

    /// Reads the rows of a query that ends with `IN`, for all of these values.
    private void eachOf(String sql, Collection<?> values, Reading reading) {
        List<?> all = List.copyOf(values);
        for (int from = 0; from < all.size(); from += VALUES_OF_A_QUERY) {
            List<?> some = all.subList(from, Math.min(all.size(), from + VALUES_OF_A_QUERY));
            String marks = String.join(", ", Collections.nCopies(some.size(), "?"));
            try (Query query = handle.createQuery(sql + "(" + marks + ")")) {
                for (int position = 0; position < some.size(); position++) {
                    query.bind(position, some.get(position));
                }
                query.map(
                                (row, _) -> {
                                    reading.row(row);
                                    return row;
                                })
                        .forEach(_ -> {});
            }
        }
    }

    private interface Values<T> {
        List<? extends @Nullable Object> of(T row);
    }

    private <T> void inBatches(String sql, List<T> rows, Values<T> values) {
        for (int from = 0; from < rows.size(); from += BATCH_ROWS) {
            try (PreparedBatch batch = handle.prepareBatch(sql)) {
                for (T row : rows.subList(from, Math.min(rows.size(), from + BATCH_ROWS))) {
                    List<? extends @Nullable Object> bound = values.of(row);
                    for (int position = 0; position < bound.size(); position++) {
                        batch.bind(position, bound.get(position));
                    }
                    batch.add();
                }
                batch.execute();
            }
        }
    }

    private static Stream<String> written(ImportList list) {
        Stream<String> columns = list.columns().stream().map(Column::storedAs);
        return list.isReference() ? Stream.concat(columns, Stream.of("changed_in")) : columns;
    }

    private static List<@Nullable Object> bound(ImportList list, StoredRow row) {
        List<@Nullable Object> bound = new ArrayList<>();
        for (int position = 0; position < list.columns().size(); position++) {
            Object value = row.values().get(position);
            boolean isList = list.columns().get(position).kind().isList();
            bound.add(isList && value != null ? new JsonText(value.toString()).argument() : value);
        }
        return bound;
    }

    private static StoredRow stored(ImportList list, ResultSet row) throws SQLException {
        List<Column> columns = list.columns();
        List<@Nullable Object> values = new ArrayList<>(columns.size());
        for (Column column : columns) {
            values.add(value(row, column.storedAs(), column.kind()));
        }
        Object id = value(row, "id", list.id().kind());
        if (id == null) {
            throw new SQLException("a row of " + list.table() + " has no id");
        }
        return new StoredRow(id, values);
    }

    /// SQLite says Integer or Long as the number is small or large, so the kind decides.
    private static @Nullable Object value(ResultSet row, String column, ColumnKind kind)
            throws SQLException {
        if (kind.isList()) {
            // Databases that know JSON write it down anew, with spaces.
            return row.getString(column).replace(" ", "");
        }
        if (!kind.numeric()) {
            return row.getString(column);
        }
        long number = row.getLong(column);
        return row.wasNull() ? null : number;
    }
}
