package org.tutortimes.desktop.reference;

import com.fasterxml.jackson.core.JacksonException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tutortimes.desktop.store.LocalDatabase;
import org.tutortimes.model.sync.Reference;
import org.tutortimes.model.wire.Json;

/// The reference data of each account, row by row as the server sent it.
public final class ReferenceStore {
    private static final Logger LOG = LoggerFactory.getLogger(ReferenceStore.class);

    private static final String UNIT = "unit";
    private static final String UNIT_ROLE = "unit_role";
    private static final String TASK_DEFINITION = "task_definition";
    private static final String TASK = "task";
    private static final String STUDENT = "student";

    /// Takes an answer in, inside the caller's transaction: all anew where it is complete, merged
    /// by id where it is not.
    public void merge(Handle handle, String account, Reference news) {
        if (news.complete()) {
            handle.createUpdate("DELETE FROM reference_rows WHERE account_id = :account")
                    .bind("account", account)
                    .execute();
        }
        put(handle, account, UNIT, news.units(), Reference.Unit::id);
        put(handle, account, UNIT_ROLE, news.unitRoles(), Reference.UnitRole::id);
        put(handle, account, TASK_DEFINITION, news.taskDefinitions(), Reference.TaskDefinition::id);
        put(handle, account, TASK, news.tasks(), Reference.Task::id);
        put(handle, account, STUDENT, news.students(), Reference.Student::projectId);
        handle.createUpdate(
                        """
                        UPDATE accounts SET reference_revision = :revision
                        WHERE account_id = :account
                        """)
                .bind("account", account)
                .bind("revision", news.revision())
                .execute();
    }

    /// All that this computer knows for the account.
    public Reference all(LocalDatabase database, String account) {
        return database.jdbi()
                .inTransaction(handle ->
                        new Reference(
                                "",
                                true,
                                rows(handle, account, UNIT, Reference.Unit.class),
                                rows(handle, account, UNIT_ROLE, Reference.UnitRole.class),
                                rows(
                                        handle,
                                        account,
                                        TASK_DEFINITION,
                                        Reference.TaskDefinition.class),
                                rows(handle, account, TASK, Reference.Task.class),
                                rows(handle, account, STUDENT, Reference.Student.class)));
    }

    private static <T> void put(
            Handle handle, String account, String kind, List<T> rows, ToLongFunction<T> id) {
        if (rows.isEmpty()) {
            return;
        }
        PreparedBatch batch =
                handle.prepareBatch(
                        """
                        INSERT INTO reference_rows (account_id, kind, id, body)
                        VALUES (:account, :kind, :id, :body)
                        ON CONFLICT (account_id, kind, id) DO UPDATE SET body = excluded.body
                        """);
        for (T row : rows) {
            batch.bind("account", account)
                    .bind("kind", kind)
                    .bind("id", id.applyAsLong(row))
                    .bind("body", Json.write(row))
                    .add();
        }
        batch.execute();
    }

    private static <T> List<T> rows(Handle handle, String account, String kind, Class<T> type) {
        List<T> rows = new ArrayList<>();
        handle.createQuery(
                        """
                        SELECT body FROM reference_rows
                        WHERE account_id = :account AND kind = :kind ORDER BY id
                        """)
                .bind("account", account)
                .bind("kind", kind)
                .mapTo(String.class)
                .forEach(body -> {
                    try {
                        rows.add(Json.read(body, type));
                    } catch (JacksonException e) {
                        LOG.warn("A {} of the reference data was left out", kind, e);
                    }
                });
        return rows;
    }
}
