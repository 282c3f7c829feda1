package org.tutortimes.server.request;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A page of a list, as every list of the API gives it.
///
/// @param nextCursor what gives the next page; null at the end of the list
public record Page<T>(List<T> items, @Nullable String nextCursor) {

    /// How many items a page has where the request does not say.
    public static final int USUAL = 100;

    /// The most that a request may ask for.
    public static final int MOST = 500;

    public Page {
        items = List.copyOf(items);
    }

    /// Makes a page of rows that were read with one more than the limit, to know whether there are
    /// more.
    ///
    /// @param cursor of the last item of the page, see [Cursor]
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, String> cursor) {
        if (rows.size() <= limit) {
            return new Page<>(rows, null);
        }
        List<T> items = rows.subList(0, limit);
        return new Page<>(items, cursor.apply(items.getLast()));
    }
}
