package org.tutortimes.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tutortimes.server.database.Database;

/// A migrated SQLite file, made once in a test process.
final class TestSqlite {

    /// Made when it is first looked at.
    private static final class Template {
        private static final byte[] BYTES = make();
    }

    private TestSqlite() {}

    /// Copies it, unless a file is there already.
    static void copyTo(Path file) {
        try {
            if (Files.notExists(file)) {
                Files.write(file, Template.BYTES);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] make() {
        try {
            Path folder = Files.createTempDirectory("tutor-times-sqlite");
            Path file = folder.resolve("migrated.db");
            Database.open("jdbc:sqlite:" + file).close();
            byte[] bytes = Files.readAllBytes(file);
            Files.delete(file);
            Files.delete(folder);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
