package org.tutortimes.trust.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A mistake that a time recorder can make, and how the product's source would have to read to make
/// it. The changed source is compiled for the test alone.
///
/// @param name a sentence that says what goes wrong
record PlantedFault(String name, List<Change> changes) {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    /// One place in one source file.
    ///
    /// @param file below the base package's folder, such as `server/sync/SyncExchange.java`
    record Change(String file, String text, String instead) {}

    static PlantedFault of(String name, String file, String text, String instead) {
        return new PlantedFault(name, List.of(new Change(file, text, instead)));
    }

    PlantedFault and(String file, String text, String instead) {
        List<Change> more = new ArrayList<>(changes);
        more.add(new Change(file, text, instead));
        return new PlantedFault(name, more);
    }

    /// The files that it touches.
    List<String> files() {
        return changes.stream().map(Change::file).distinct().toList();
    }

    /// A file's text with the fault in it.
    ///
    /// @throws IllegalStateException where the source has moved on, and the fault must follow
    String planted(String file) {
        String text = read(file);
        for (Change change : changes) {
            if (change.file().equals(file)) {
                if (!text.contains(change.text())) {
                    throw new IllegalStateException(
                            "%s: %s no longer holds\n%s".formatted(name, file, change.text()));
                }
                text = text.replace(change.text(), change.instead());
            }
        }
        return text;
    }

    private static String read(String file) {
        String module =
                switch (file.substring(0, file.indexOf('/'))) {
                    case "server" -> "sync-server";
                    case "desktop" -> "desktop-app";
                    default -> "shared-model";
                };
        try {
            return Files.readString(ROOT.resolve(module + "/src/main/java/org/tutortimes/" + file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
