package org.tutortimes.server.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.wire.Json;
import org.tutortimes.server.access.Actor;

/// Writes entries. Works inside the transaction of the change, so that neither is ever stored
/// without the other.
public final class AuditLog {

    private static final NoArgGenerator IDS = Generators.timeBasedEpochGenerator();

    private AuditLog() {}

    /// Writes an entry.
    ///
    /// @param handle of the transaction that makes the change
    /// @param actor who makes it, and from where
    /// @throws IllegalArgumentException where the entry would give a secret away
    public static void record(Handle handle, Instant at, Actor actor, AuditEntry entry) {
        AuditStore.add(
                handle,
                new AuditStore.Row(
                        IDS.generate().toString(),
                        at,
                        actor,
                        entry,
                        json(entry.before()),
                        json(entry.after())));
    }

    /// Something that was done.
    ///
    /// @param actor who did it
    public record Done(Instant at, String actor, Action action, @Nullable String note) {}

    /// What was done to a subject, newest first. Who may know is for the caller to ask.
    public static List<Done> about(Handle handle, Subject subject) {
        return AuditStore.about(handle, subject);
    }

    /// The entries that are looked for, newest first. Who may know is for the caller to ask.
    public static List<ListedEntry> list(Handle handle, AuditQuery query) {
        return AuditStore.list(handle, query);
    }

    private static @Nullable String json(@Nullable Object state) {
        if (state == null) {
            return null;
        }
        JsonNode tree = Json.mapper().valueToTree(state);
        refuseSecrets(tree);
        return Json.write(tree);
    }

    /// The log is read by many and kept for ever: a secret in it is a fault of who writes it.
    private static void refuseSecrets(JsonNode tree) {
        tree.properties()
                .forEach(field -> {
                    String name = field.getKey().toLowerCase(Locale.ROOT);
                    boolean namesSecret = name.contains("password") || name.endsWith("token");
                    if (name.contains("hash") || (namesSecret && field.getValue().isTextual())) {
                        throw new IllegalArgumentException("an audit entry must not hold " + name);
                    }
                });
        tree.forEach(AuditLog::refuseSecrets);
    }
}
