package org.tutortimes.server.importing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.tutortimes.server.TestDatabase;
import org.tutortimes.server.account.Passwords;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.events.EventInbox;
import org.tutortimes.server.events.UnitChanges;
import org.tutortimes.server.importformat.ImportFault;
import org.tutortimes.server.importformat.ImportList;
import org.tutortimes.server.importing.ImportResult.ListSummary;

/// A database of its own with the importer in front, for one test.
public final class ImportedData implements AutoCloseable {

    private final Database database;
    private final EventInbox inbox;
    private final Import importer;

    public ImportedData(TestDatabase kind, Path folder) {
        this.database = Database.open(kind.migrated(folder));
        this.inbox = new EventInbox(database, new UnitChanges());
        this.importer = new Import(database, new Passwords(), inbox, Clock.systemUTC());
    }

    public Database database() {
        return database;
    }

    public RowEdit rowEdit() {
        return new RowEdit(database, new Passwords(), inbox, Clock.systemUTC());
    }

    EventInbox inbox() {
        return inbox;
    }

    ImportResult run(Path source) throws IOException {
        return importer.run(source, Editor.OPERATOR);
    }

    ImportResult json(String text) throws IOException {
        InputStream bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return importer.run("import.json", bytes, Editor.OPERATOR);
    }

    /// Imports what must have no fault.
    ///
    /// @return added, changed and unchanged by list, such as `users 1 0 2`
    static List<String> good(ImportResult result) {
        if (!(result instanceof ImportResult.Imported imported)) {
            throw new AssertionError(result.toString());
        }
        return imported.lists().stream().map(ImportedData::text).toList();
    }

    /// The faults of what must have some, as they are printed.
    static List<String> faults(ImportResult result) {
        if (!(result instanceof ImportResult.Faulty faulty)) {
            throw new AssertionError(result.toString());
        }
        return faulty.faults().stream().map(ImportFault::toString).toList();
    }

    /// All rows of all tables that an import writes, but for hashes of passwords.
    Map<String, List<Map<String, Object>>> everything() {
        Map<String, List<Map<String, Object>>> tables = new TreeMap<>();
        for (ImportList list : ImportList.values()) {
            tables.put(list.table(), rows("SELECT * FROM " + list.table() + " ORDER BY id"));
        }
        tables.values().forEach(rows -> rows.forEach(row -> row.remove("password_hash")));
        return tables;
    }

    public List<Map<String, Object>> rows(String sql) {
        return database.read(handle -> handle.createQuery(sql).mapToMap().list());
    }

    /// A single value; a number that is small enough is an Integer on every database.
    public Object value(String sql) {
        Object value = rows(sql).getFirst().values().iterator().next();
        return value instanceof Long number && number.intValue() == number
                ? Integer.valueOf(number.intValue())
                : value;
    }

    public static Path resource(String name) {
        URL url = Objects.requireNonNull(ImportedData.class.getResource(name), name);
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(name, e);
        }
    }

    @Override
    public void close() {
        database.close();
    }

    private static String text(ListSummary list) {
        return "%s %d %d %d".formatted(list.list(), list.added(), list.changed(), list.unchanged());
    }
}
