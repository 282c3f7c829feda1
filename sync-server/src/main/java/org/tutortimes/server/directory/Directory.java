package org.tutortimes.server.directory;

import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// Looks up people by user name, e-mail address or full name. Who is deactivated is not found: a
/// new role would be of no use to them.
public final class Directory {

    /// The most characters that are looked for: an e-mail address has no more, and databases refuse
    /// patterns that are much longer.
    public static final int LONGEST = 320;

    private static final int MOST_SIMILAR = 20;
    private static final int SHORTEST_PART = 2;
    private static final int SHORTEST_PART_FOR_CONVENORS = 3;

    private Directory() {}

    /// Whom a text names, in whatever letter case. A user name goes before an e-mail address, and
    /// that before a name, which several may have.
    public static Named named(Handle handle, String text) {
        String wanted = text.strip();
        if (wanted.isEmpty() || wanted.length() > LONGEST) {
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

    /// The same, with those whom somebody may have meant where nobody is called so. Administrators
    /// may look through all accounts. Others are helped with the names of colleagues only, so that
    /// nobody's account or e-mail address can be spelled out here.
    public static Named namedOrSimilar(Handle handle, String text, boolean admin) {
        String wanted = text.strip();
        return switch (named(handle, text)) {
            case Named.Nobody _ when isLong(wanted, admin) ->
                    new Named.Nobody(
                            admin
                                    ? DirectoryStore.similar(handle, wanted, MOST_SIMILAR)
                                    : DirectoryStore.colleagues(handle, wanted, MOST_SIMILAR));
            case Named other -> other;
        };
    }

    /// Whether a text says enough to look for those whose names hold it.
    private static boolean isLong(String wanted, boolean admin) {
        long letters = wanted.codePoints().filter(Character::isLetterOrDigit).count();
        return wanted.length() <= LONGEST
                && (admin
                        ? wanted.length() >= SHORTEST_PART
                        : letters >= SHORTEST_PART_FOR_CONVENORS);
    }
}
