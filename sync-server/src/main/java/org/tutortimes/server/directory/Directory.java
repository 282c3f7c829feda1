package org.tutortimes.server.directory;

import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// Looks up people by user name, e-mail address or full name. Who is deactivated is not found: a
/// new role would be of no use to them.
public final class Directory {

    private static final int MOST_SIMILAR = 20;
    private static final int SHORTEST_PART = 2;

    private Directory() {}

    /// Whom a text names, in whatever letter case. A user name goes before an e-mail address, and
    /// that before a name, which several may have.
    public static Named named(Handle handle, String text) {
        String wanted = text.strip();
        if (wanted.isEmpty()) {
            return new Named.Nobody(List.of());
        }
        return Stream.of(DirectoryStore.Key.values())
                .map(key -> DirectoryStore.exactly(handle, key, wanted))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .map(found -> of(found, wanted))
                .orElseGet(() -> new Named.Nobody(List.of()));
    }

    /// User names that differ in nothing but their letter case may be stored from earlier times.
    private static Named of(List<Person> found, String wanted) {
        return found.stream()
                .filter(person -> found.size() == 1 || person.username().equals(wanted))
                .findFirst()
                .<Named>map(Named.One::new)
                .orElseGet(() -> new Named.Several(found));
    }

    /// The same, with those whom somebody may have meant where nobody is called so.
    public static Named namedOrSimilar(Handle handle, String text) {
        String wanted = text.strip();
        return switch (named(handle, text)) {
            case Named.Nobody _ when wanted.length() >= SHORTEST_PART ->
                    new Named.Nobody(DirectoryStore.similar(handle, wanted, MOST_SIMILAR));
            case Named other -> other;
        };
    }
}
