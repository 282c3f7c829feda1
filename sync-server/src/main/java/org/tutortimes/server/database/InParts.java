package org.tutortimes.server.database;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Reads the rows of many ids, a fixed number of ids at a time, so that however many there are the
/// statement's text is the same and stays prepared.
public final class InParts {

    private static final int IDS_AT_A_TIME = 100;
    private static final String PLACES = String.join(", ", Collections.nCopies(IDS_AT_A_TIME, "?"));

    private InParts() {}

    /// Completes a statement whose only parameters are these ids.
    ///
    /// @param sql ends where the list of ids begins, such as `… WHERE id IN`
    public static String sql(String sql) {
        return sql.stripTrailing() + " (" + PLACES + ")";
    }

    /// All rows, in no order that holds across all of them.
    ///
    /// @param sql as [#sql] has made it
    /// @param ids numbers or texts, none twice
    public static <T> List<T> list(Handle handle, String sql, Sql.Row<T> row, List<?> ids) {
        List<T> rows = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += IDS_AT_A_TIME) {
            List<?> part = ids.subList(from, Math.min(ids.size(), from + IDS_AT_A_TIME));
            Object[] values = new Object[IDS_AT_A_TIME];
            // An id that stands in the list again gives no further row.
            Arrays.fill(values, part.getLast());
            System.arraycopy(part.toArray(), 0, values, 0, part.size());
            rows.addAll(Sql.list(handle, sql, row, values));
        }
        return rows;
    }
}
