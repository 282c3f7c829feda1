package org.tutortimes.trust.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A mistake that a time recorder can make, and how the product's source would have to read to make
/// it. The changed source is compiled for the test alone. They stand in `planted-faults.txt`.
///
/// @param name a sentence that says what goes wrong
/// @param seed the first that was seen to find it
/// @param invariant what that seed was seen to violate
record PlantedFault(String name, long seed, String invariant, List<Change> changes) {
    private static final Path MODULE = Path.of("").toAbsolutePath();
    private static final Path ROOT = Objects.requireNonNull(MODULE.getParent());
    private static final Pattern FAULT =
            Pattern.compile("(?ms)^# (.*?)\\n! (\\d+) (.*?)$(.*?)(?=^# |\\z)");
    private static final Pattern CHANGE =
            Pattern.compile("(?ms)^@ (.*?)$(.*?)^=>$(.*?)(?=^@ |\\z)");

    /// One place in one source file.
    ///
    /// @param file below the base package's folder, such as `server/sync/SyncExchange.java`
    record Change(String file, String text, String instead) {

        /// The text, however it is broken into lines.
        private Matcher in(String source) {
            String loosely =
                    Arrays.stream(text.strip().split("\\s+"))
                            .map(Pattern::quote)
                            .collect(Collectors.joining("\\s*"));
            return Pattern.compile(loosely).matcher(source);
        }
    }

    static List<PlantedFault> all() {
        return FAULT.matcher(read(MODULE.resolve("src/test/resources/planted-faults.txt")))
                .results()
                .map(found ->
                        new PlantedFault(
                                found.group(1),
                                Long.parseLong(found.group(2)),
                                found.group(3),
                                changes(found.group(4))))
                .toList();
    }

    private static List<Change> changes(String text) {
        return CHANGE.matcher(text)
                .results()
                .map(found -> new Change(found.group(1), found.group(2), found.group(3).strip()))
                .toList();
    }

    /// The files that it touches.
    List<String> files() {
        return changes.stream().map(Change::file).distinct().toList();
    }

    /// A file's text with the fault in it.
    ///
    /// @throws IllegalStateException where the source has moved on, and the fault must follow
    String planted(String file) {
        String source = read(ROOT.resolve(module(file) + "/src/main/java/org/tutortimes/" + file));
        for (Change change : changes) {
            if (change.file().equals(file)) {
                Matcher place = change.in(source);
                if (!place.find()) {
                    throw new IllegalStateException(
                            "%s: %s no longer holds\n%s".formatted(name, file, change.text()));
                }
                source = place.replaceFirst(Matcher.quoteReplacement(change.instead()));
            }
        }
        return source;
    }

    private static String module(String file) {
        return switch (file.substring(0, file.indexOf('/'))) {
            case "server" -> "sync-server";
            case "desktop" -> "desktop-app";
            default -> "shared-model";
        };
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
