package org.tutortimes.server.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.wire.Json;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.account.PasswordRule;
import org.tutortimes.server.account.Passwords;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.database.Locks;
import org.tutortimes.server.events.EventInbox;
import org.tutortimes.server.importformat.ImportContent;
import org.tutortimes.server.importformat.ImportFault;
import org.tutortimes.server.importformat.ImportJson;
import org.tutortimes.server.importformat.ImportList;

/// Adds and changes single users, units, unit roles and classes. Each is an import of one row: the
/// columns, the rules and what follows from it are the same.
public final class RowEdit {

    private final Database database;
    private final Passwords passwords;
    private final ImportWriter writer;

    public RowEdit(Database database, Passwords passwords, EventInbox inbox, Clock clock) {
        this.database = database;
        this.passwords = passwords;
        this.writer = new ImportWriter(inbox, clock);
    }

    /// Adds a row, under the id that the fields give or else the next one of this server's own.
    ///
    /// @return the id, a number or, of a class, a text
    /// @throws Refused where there is such a row already, or with every fault by field
    public JsonNode add(ImportList list, ObjectNode fields, Editor editor) {
        String hash = hash(list, fields);
        return database.write(handle -> {
            Locks.takeReference(handle);
            editor.begin(handle);
            ImportStore store = new ImportStore(handle);
            if (isTaken(list, fields, store)) {
                throw new Refused(
                        new Refusal.WrongState(
                                "There is a %s with this id already.".formatted(list.singular()),
                                "id_taken",
                                Map.of("id", fields.path("id"))));
            }
            ObjectNode row = fields.deepCopy();
            if (!fields.hasNonNull("id")) {
                row.put("id", store.nextOwnId(list));
            }
            write(handle, list, List.of(row), hash, editor);
            return row.path("id");
        });
    }

    /// Changes the fields that are given, and no others.
    ///
    /// @param fields looked at once the editor has begun, who may still set some by what is stored
    /// @throws Refused where there is no such row, or with every fault by field
    public void change(ImportList list, Object id, ObjectNode fields, Editor editor) {
        String hash = hash(list, fields);
        database.write(handle -> {
            Locks.takeReference(handle);
            editor.begin(handle);
            ImportStore store = new ImportStore(handle);
            if (store.of(list, Set.of(id)).isEmpty()) {
                throw new Refused(new Refusal.NotFound(list.singular()));
            }
            JsonNode idField = Json.mapper().valueToTree(id);
            if (fields.hasNonNull("id") && !fields.path("id").asText().equals(idField.asText())) {
                throw new Refused(Refusal.Malformed.field("id", "is " + id + " and stays so"));
            }
            if (hash != null
                    && id instanceof Long user
                    && !store.usersWithPassword(Set.of(user)).isEmpty()) {
                throw new Refused(
                        Refusal.Malformed.field(
                                ImportList.PASSWORD.name(),
                                "is set already: give a one-time password instead"));
            }
            ObjectNode row = fields.deepCopy();
            row.set("id", idField);
            write(handle, list, List.of(row), hash, editor);
            return id;
        });
    }

    /// Adds and changes some rows of a list: all of them, or none where one is at fault.
    ///
    /// @param rows makes them, once the editor has begun; one without an id becomes a new row
    /// @return the rows, each with its id
    public List<ObjectNode> writeAll(
            ImportList list, Function<Handle, List<ObjectNode>> rows, Editor editor) {
        return database.write(handle -> {
            Locks.takeReference(handle);
            editor.begin(handle);
            long next = new ImportStore(handle).nextOwnId(list);
            List<ObjectNode> all = rows.apply(handle);
            for (ObjectNode row : all) {
                if (!row.hasNonNull("id")) {
                    row.put("id", next++);
                }
            }
            write(handle, list, all, null, editor);
            return all;
        });
    }

    private static boolean isTaken(ImportList list, ObjectNode fields, ImportStore store) {
        JsonNode id = fields.path("id");
        return list.id()
                .kind()
                .read(id.asText())
                .filter(known -> !store.of(list, Set.of(known)).isEmpty())
                .isPresent();
    }

    /// What is wrong with a row that is to be added, by field, whoever adds it. Tells nothing of a
    /// row that has its id already.
    public Map<String, String> faults(ImportList list, ObjectNode fields) {
        return database.read(handle -> {
            ImportStore store = new ImportStore(handle);
            ObjectNode row = fields.deepCopy();
            if (!fields.hasNonNull("id") || isTaken(list, fields, store)) {
                row.put("id", store.nextOwnId(list));
            }
            return faults(plan(list, List.of(row), store));
        });
    }

    private static ImportPlan plan(ImportList list, List<ObjectNode> rows, ImportStore store) {
        ImportContent content = new ImportContent();
        rows.forEach(row -> ImportJson.readRow(list, row, content));
        return ImportCheck.plan(content, store);
    }

    private void write(
            Handle handle,
            ImportList list,
            List<ObjectNode> rows,
            @Nullable String hash,
            Editor editor) {
        ImportPlan plan = plan(list, rows, new ImportStore(handle));
        Map<String, String> faults = faults(plan);
        if (!faults.isEmpty()) {
            throw new Refused(new Refusal.Malformed(faults));
        }
        Map<Long, String> hashes = new HashMap<>();
        if (hash != null) {
            plan.passwords().keySet().forEach(user -> hashes.put(user, hash));
        }
        writer.write(handle, plan, hashes, editor);
        editor.end(handle);
    }

    private static Map<String, String> faults(ImportPlan plan) {
        Map<String, String> faults = new HashMap<>();
        for (ImportFault fault : plan.faults()) {
            String field = fault.field();
            faults.putIfAbsent(
                    field == null ? "body" : field.substring(field.indexOf('.') + 1),
                    fault.message());
        }
        return faults;
    }

    /// The hash of a password that is given and can be one. It takes long: before the transaction.
    private @Nullable String hash(ImportList list, JsonNode fields) {
        JsonNode password = fields.path(ImportList.PASSWORD.name());
        return list == ImportList.USERS
                        && password.isTextual()
                        && PasswordRule.fault("", password.asText()).isEmpty()
                ? passwords.hash(password.asText())
                : null;
    }
}
