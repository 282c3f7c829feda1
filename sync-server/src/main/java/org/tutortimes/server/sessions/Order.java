package org.tutortimes.server.sessions;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tutortimes.server.request.Cursor;
import org.tutortimes.server.request.Query;

/// By what a table is sorted, and which page of it is shown. A page is found by the last row of the
/// one before it, so that the thousandth costs what the first does.
///
/// @param table in cursors, so that those of other tables are refused
/// @param sort the column
/// @param place beside which row the page lies; null for the first page
record Order(String table, Sort sort, boolean descending, @Nullable Place place) {

    static final int ROWS = 50;

    /// A column by which a table can be sorted.
    enum Sort {
        START,
        DURATION;

        String inAddress() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// A row, by what it is sorted by and its id.
    ///
    /// @param before whether the page lies before the row rather than after it
    record Place(long key, String id, boolean before) {}

    /// Reads `sort`, `order` and `cursor`.
    static Order of(Query query, String table) {
        String sort = query.oneOf("sort", Sort.START.inAddress(), Sort.DURATION.inAddress());
        String order = query.oneOf("order", "ascending", "descending");
        List<String> parts = query.cursor(table, 3);
        return new Order(
                table,
                Sort.DURATION.inAddress().equals(sort) ? Sort.DURATION : Sort.START,
                !"ascending".equals(order),
                parts == null
                        ? null
                        : new Place(
                                query.cursorNumber(parts, 0),
                                parts.get(1),
                                parts.get(2).equals("before")));
    }

    /// The cursor of the page beside a row.
    String cursor(long key, Object id, boolean before) {
        return Cursor.of(table, key, id, before ? "before" : "after");
    }

    /// Whether the rows are read from the last to the first.
    private boolean backwards() {
        return place != null && place.before();
    }

    /// The end of a statement that reads one row more than the page has.
    ///
    /// @param key the expression that is sorted by
    String sql(String key, String id) {
        boolean falling = descending != backwards();
        String keyset =
                place == null
                        ? ""
                        : " AND (%s, %s) %s (?, ?)".formatted(key, id, falling ? "<" : ">");
        String direction = falling ? "DESC" : "ASC";
        return "%s ORDER BY %s %s, %s %s LIMIT %d"
                .formatted(keyset, key, direction, id, direction, ROWS + 1);
    }

    /// The rows of the page in the order in which they are shown.
    ///
    /// @param read one more than the page has, if there are so many
    <T> Shown<T> shown(List<T> read) {
        boolean more = read.size() > ROWS;
        List<T> rows = more ? read.subList(0, ROWS) : read;
        return backwards()
                ? new Shown<>(rows.reversed(), more, true)
                : new Shown<>(rows, place != null, more);
    }

    /// A page of rows.
    ///
    /// @param hasBefore whether there are rows before it
    /// @param hasAfter whether there are rows after it
    record Shown<T>(List<T> rows, boolean hasBefore, boolean hasAfter) {}
}
