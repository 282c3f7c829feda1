package org.tutortimes.server.importing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tutortimes.server.account.Passwords;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.database.Locks;
import org.tutortimes.server.events.EventInbox;
import org.tutortimes.server.importformat.ImportContent;
import org.tutortimes.server.importformat.ImportFiles;
import org.tutortimes.server.importformat.ImportJson;
import org.tutortimes.server.importing.ImportResult.ListSummary;

/// Takes over users, units and what belongs to them from files: all or nothing, only what differs.
/// What the files do not mention stays as it is.
public final class Import {

    private final Database database;
    private final Passwords passwords;
    private final ImportWriter writer;

    public Import(Database database, Passwords passwords, EventInbox inbox, Clock clock) {
        this.database = database;
        this.passwords = passwords;
        this.writer = new ImportWriter(inbox, clock);
    }

    /// Imports a JSON file or a folder of CSV files.
    ///
    /// @throws IOException where they cannot be read
    public ImportResult run(Path source, Editor editor) throws IOException {
        return run(ImportFiles.nameOf(source), ImportFiles.read(source), editor);
    }

    /// Imports one JSON object.
    ///
    /// @param name stands in for the file's in the faults
    public ImportResult run(String name, InputStream json, Editor editor) throws IOException {
        ImportContent content = new ImportContent();
        ImportJson.read(name, json, content);
        return run(name, content, editor);
    }

    private ImportResult run(String source, ImportContent content, Editor editor) {
        // Hashing is slow by design, so it is done before the one transaction that writes, which
        // then judges again what others may have changed meanwhile.
        ImportPlan outlook =
                database.read(handle -> ImportCheck.plan(content, new ImportStore(handle)));
        if (!outlook.faults().isEmpty()) {
            return new ImportResult.Faulty(outlook.faults());
        }
        AccessLimit.hold(editor, content, outlook);
        Map<Long, String> hashes = hashes(outlook.passwords());
        return database.write(handle -> {
            Locks.takeReference(handle);
            editor.begin(handle);
            ImportPlan plan = ImportCheck.plan(content, new ImportStore(handle));
            if (!plan.faults().isEmpty()) {
                return new ImportResult.Faulty(plan.faults());
            }
            AccessLimit.hold(editor, content, plan);
            int released = writer.write(handle, plan, hashes, editor);
            ImportResult.Imported result =
                    new ImportResult.Imported(summaries(plan), content.ignored(), released);
            writer.audit(handle, editor).whole(source, result);
            editor.end(handle);
            return result;
        });
    }

    private Map<Long, String> hashes(Map<Long, String> byUser) {
        Map<Long, String> hashes = new ConcurrentHashMap<>();
        byUser.entrySet().parallelStream()
                .forEach(user -> hashes.put(user.getKey(), passwords.hash(user.getValue())));
        return hashes;
    }

    private static List<ListSummary> summaries(ImportPlan plan) {
        return plan.lists().stream()
                .map(list ->
                        new ListSummary(
                                list.list().table(),
                                list.added().size(),
                                list.changed().size(),
                                list.unchanged()))
                .toList();
    }
}
