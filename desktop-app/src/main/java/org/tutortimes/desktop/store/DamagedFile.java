package org.tutortimes.desktop.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// A damaged database: put aside under a name with the time, never deleted, and read as far as it
/// can be read. What is synced and cannot be read comes back from the server.
final class DamagedFile {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss").withZone(ZoneOffset.UTC);
    private static final List<String> PARTS = List.of("", "-wal", "-shm");

    private final Path aside;

    private DamagedFile(Path aside) {
        this.aside = aside;
    }

    static DamagedFile putAside(Path file, Instant now) {
        String name = file.getFileName() + ".damaged-" + STAMP.format(now);
        Path aside = file.resolveSibling(name);
        for (int number = 2; Files.exists(aside); number++) {
            aside = file.resolveSibling(name + "-" + number);
        }
        try {
            for (String part : PARTS) {
                Path from = file.resolveSibling(file.getFileName() + part);
                if (Files.exists(from)) {
                    Files.move(from, aside.resolveSibling(aside.getFileName() + part));
                }
            }
        } catch (IOException e) {
            throw new StorageFailure(
                    "The damaged file %s could not be put aside.".formatted(file), e);
        }
        return new DamagedFile(aside);
    }

    String notice() {
        return ("The timer's file was damaged. What could be read of it was kept; the damaged file"
                        + " is %s, and what the server has comes back with the next"
                        + " synchronisation.")
                .formatted(aside.getFileName());
    }

    /// Copies what can be read. Works on a copy, because opening a database may change it.
    void saveInto(Handle fresh) {
        try {
            Path folder = Files.createTempDirectory(aside.getParent(), "repair");
            try {
                for (String part : List.of("", "-wal")) {
                    Path from = aside.resolveSibling(aside.getFileName() + part);
                    if (Files.exists(from)) {
                        Files.copy(from, folder.resolve("copy.db" + part));
                    }
                }
                new Salvage(folder.resolve("copy.db"), fresh).run();
            } finally {
                for (String part : PARTS) {
                    Files.deleteIfExists(folder.resolve("copy.db" + part));
                }
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new StorageFailure("The damaged file could not be read for its repair.", e);
        }
    }
}
