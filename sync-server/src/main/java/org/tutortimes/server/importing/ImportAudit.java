package org.tutortimes.server.importing;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.tutortimes.server.access.Actor;
import org.tutortimes.server.audit.Action;
import org.tutortimes.server.audit.AuditEntry;
import org.tutortimes.server.audit.AuditLog;
import org.tutortimes.server.audit.Subject;
import org.tutortimes.server.importformat.Column;
import org.tutortimes.server.importformat.ColumnKind;
import org.tutortimes.server.importformat.ImportList;
import org.tutortimes.server.importing.ImportPlan.ChangedRow;
import org.tutortimes.server.importing.ImportPlan.ListPlan;
import org.tutortimes.server.importing.ImportPlan.StoredRow;

/// Puts on record which users, units and unit roles a plan adds and changes. Of what else an import
/// brings, the log has the counts only: tasks change by the thousand every day.
final class ImportAudit {

    private record Actions(Action added, Action changed) {}

    private final Handle handle;
    private final Instant at;
    private final Actor actor;

    ImportAudit(Handle handle, Instant at, Actor actor) {
        this.handle = handle;
        this.at = at;
        this.actor = actor;
    }

    void rows(ImportPlan plan) {
        for (ListPlan list : plan.lists()) {
            actions(list.list()).ifPresent(actions -> rows(list, actions));
            if (list.list() == ImportList.USERS) {
                firstPasswords(list, plan);
            }
        }
    }

    /// New users' passwords came with them; these got theirs afterwards.
    private void firstPasswords(ListPlan users, ImportPlan plan) {
        for (ChangedRow row : users.changed()) {
            if (row.after().id() instanceof Long user && plan.passwords().containsKey(user)) {
                record(AuditEntry.done(Action.PASSWORD_CHANGED, Subject.user(user)));
            }
        }
    }

    /// An import as a whole.
    void whole(String source, ImportResult.Imported result) {
        record(AuditEntry.added(Action.DATA_IMPORTED, Subject.importOf(source), result));
    }

    private void rows(ListPlan list, Actions actions) {
        for (StoredRow row : list.added()) {
            record(
                    AuditEntry.added(
                            actions.added(), subject(list.list(), row), shown(list.list(), row)));
        }
        for (ChangedRow row : list.changed()) {
            if (!row.before().equals(row.after())) {
                record(
                        AuditEntry.changed(
                                actions.changed(),
                                subject(list.list(), row.after()),
                                shown(list.list(), row.before()),
                                shown(list.list(), row.after())));
            }
        }
    }

    private void record(AuditEntry entry) {
        AuditLog.record(handle, at, actor, entry);
    }

    private static Optional<Actions> actions(ImportList list) {
        return switch (list) {
            case USERS -> Optional.of(new Actions(Action.USER_ADDED, Action.USER_CHANGED));
            case UNITS -> Optional.of(new Actions(Action.UNIT_ADDED, Action.UNIT_CHANGED));
            case UNIT_ROLES ->
                    Optional.of(new Actions(Action.UNIT_ROLE_ADDED, Action.UNIT_ROLE_CHANGED));
            case PROJECTS, TASK_DEFINITIONS, TASKS, TUTORIALS, CLASSES -> Optional.empty();
        };
    }

    private static Subject subject(ImportList list, StoredRow row) {
        long id = (Long) row.id();
        return switch (list) {
            case USERS -> Subject.user(id);
            case UNITS -> Subject.unit(id);
            case UNIT_ROLES -> {
                Object unit = row.values().get(list.position("unit_id"));
                yield Subject.unitRole(id, (Long) Objects.requireNonNull(unit));
            }
            case PROJECTS, TASK_DEFINITIONS, TASKS, TUTORIALS, CLASSES ->
                    throw new IllegalArgumentException("not on record by row: " + list.table());
        };
    }

    /// A row as the API gives it.
    private static Map<String, Object> shown(ImportList list, StoredRow row) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", row.id());
        for (Column column : list.columns()) {
            Object value = row.values().get(list.position(column.name()));
            if (value != null) {
                shown.put(
                        column.name(),
                        column.kind().equals(ColumnKind.FLAG) ? (Object) value.equals(1L) : value);
            }
        }
        return shown;
    }
}
