package org.tutortimes.server.directory;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.tutortimes.server.database.Sql;

/// Finds rows of `users` by their names. Databases that order text by its bytes know large and
/// small letters only of ASCII: so is what they look for.
final class DirectoryStore {

    /// By what somebody can be named, the surest first.
    enum Key {
        USERNAME("username"),
        EMAIL("email"),
        NAME("name");

        private final String column;

        Key(String column) {
            this.column = column;
        }
    }

    private DirectoryStore() {}

    static List<Person> exactly(Handle handle, Key key, String text) {
        return Sql.list(
                handle,
                """
                SELECT id, username, name FROM users
                WHERE lower(%s) = ? AND active = 1 ORDER BY username
                """
                        .formatted(key.column),
                row -> new Person(row.getLong(1), row.getString(2), row.getString(3)),
                small(text));
    }

    /// Whose user name or name begins so; of those who have or had a role in any unit, whose name
    /// also holds it. They are few, so that all of them can be looked at.
    static List<Person> similar(Handle handle, String text, int most) {
        String begin = small(text);
        String end = begin + Character.toString(Character.MAX_CODE_POINT);
        return Sql.list(
                handle,
                """
                SELECT u.id, u.username, u.name FROM (
                    SELECT id FROM users
                    WHERE lower(username) >= ? AND lower(username) < ?
                    UNION
                    SELECT id FROM users WHERE lower(name) >= ? AND lower(name) < ?
                    UNION
                    SELECT s.id FROM unit_roles r JOIN users s ON s.id = r.user_id
                    WHERE lower(s.name) LIKE '%' || ? || '%' ESCAPE '\\'
                ) AS found JOIN users u ON u.id = found.id
                WHERE u.active = 1 ORDER BY u.name, u.username LIMIT ?
                """,
                row -> new Person(row.getLong(1), row.getString(2), row.getString(3)),
                begin,
                end,
                begin,
                end,
                begin.replaceAll("([%_\\\\])", "\\\\$1"),
                most);
    }

    private static String small(String text) {
        StringBuilder small = new StringBuilder();
        text.codePoints()
                .map(letter -> letter >= 'A' && letter <= 'Z' ? letter - 'A' + 'a' : letter)
                .forEach(small::appendCodePoint);
        return small.toString();
    }
}
