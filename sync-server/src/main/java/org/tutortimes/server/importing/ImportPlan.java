package org.tutortimes.server.importing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tutortimes.server.importformat.ImportFault;
import org.tutortimes.server.importformat.ImportList;

/// What an import would write, or why it writes nothing.
///
/// @param lists one for each list of the import, in the order in which they are written
/// @param passwords by user id, for users who have none yet
/// @param renamed ids of users whose name stands in timers' copies of their projects
/// @param units ids of units whose viewers see something else afterwards
/// @param faults by place; nothing is written where there is one
record ImportPlan(
        List<ListPlan> lists,
        Map<Long, String> passwords,
        Set<Long> renamed,
        Set<Long> units,
        List<ImportFault> faults) {

    /// A row as it is stored.
    ///
    /// @param values in the order of [ImportList#columns]
    record StoredRow(Object id, List<@Nullable Object> values) {
        StoredRow {
            values = Collections.unmodifiableList(new ArrayList<>(values));
        }

        /// The value of a column of its list.
        @Nullable Object value(ImportList list, String column) {
            return values.get(list.position(column));
        }
    }

    /// A stored row and what it becomes. Both are the same where a user only gets a password.
    record ChangedRow(StoredRow before, StoredRow after) {}

    /// What becomes of one list.
    record ListPlan(
            ImportList list, List<StoredRow> added, List<ChangedRow> changed, int unchanged) {

        boolean writes() {
            return !added.isEmpty() || !changed.isEmpty();
        }
    }

    /// Whether timers must be told.
    boolean changesReference() {
        return !renamed.isEmpty()
                || lists.stream().anyMatch(plan -> plan.list().isReference() && plan.writes());
    }
}
