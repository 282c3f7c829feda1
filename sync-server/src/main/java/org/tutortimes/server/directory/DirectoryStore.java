package org.tutortimes.server.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.tutortimes.server.database.Sql;

/// Finds rows of `users` by their names.
public final class DirectoryStore {

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

    /// A part of a statement in the place of `users`: those whose user name, name or e-mail address
    /// begins with a text, and of those who have or had a role in any unit, whose name holds it
    /// anywhere. They are few, so that all of them can be looked at. Each is looked up by itself:
    /// joined, PostgreSQL would read all users. Its places take [#similarTo].
    public static String similar(String... columns) {
        String all = String.join(", ", columns);
        String each =
                Stream.of(columns)
                        .map(column ->
                                "(SELECT u.%s FROM users u WHERE u.id = r.user_id)"
                                        .formatted(column))
                        .collect(Collectors.joining(", "));
        return """
        (SELECT %1$s FROM users WHERE lower(username) >= ? AND lower(username) < ?
          UNION SELECT %1$s FROM users WHERE lower(name) >= ? AND lower(name) < ?
          UNION SELECT %1$s FROM users WHERE lower(email) >= ? AND lower(email) < ?
          UNION SELECT %2$s FROM unit_roles r
            WHERE (SELECT lower(u.name) FROM users u WHERE u.id = r.user_id)
                LIKE '%%' || ? || '%%' ESCAPE '!') AS found
        """
                .formatted(all, each);
    }

    /// The values of [#similar].
    public static List<Object> similarTo(String text) {
        String begin = LetterCases.lowerFromAToZ(text);
        // No character sorts after the last one that there is.
        List<Object> range = List.of(begin, begin + Character.toString(Character.MAX_CODE_POINT));
        List<Object> values = new ArrayList<>();
        Collections.nCopies(Key.values().length, range).forEach(values::addAll);
        values.add(escaped(begin));
        return values;
    }

    private static String escaped(String text) {
        return text.replaceAll("([%_!])", "!$1");
    }

    static List<Person> exactly(Handle handle, Key key, String text) {
        List<String> cases = LetterCases.of(text).toList();
        return Sql.list(
                handle,
                """
                SELECT id, username, name FROM users
                WHERE lower(%s) IN (%s) AND active = 1 ORDER BY username
                """
                        .formatted(
                                key.column,
                                String.join(", ", Collections.nCopies(cases.size(), "?"))),
                DirectoryStore::person,
                cases.toArray());
    }

    static List<Person> similar(Handle handle, String text, int most) {
        List<Object> values = new ArrayList<>(similarTo(text));
        values.add(most);
        return Sql.list(
                handle,
                "SELECT id, username, name FROM "
                        + similar("id", "username", "name", "active")
                        + "WHERE active = 1 ORDER BY name, username LIMIT ?",
                DirectoryStore::person,
                values.toArray());
    }

    /// Of those who have or had a role in any unit, whose name holds a text, or whose user name
    /// begins with it. They are few, and each is looked up by itself, see [#similar].
    static List<Person> colleagues(Handle handle, String text, int most) {
        String part = escaped(LetterCases.lowerFromAToZ(text));
        return Sql.list(
                handle,
                """
                SELECT id, username, name FROM (
                  SELECT DISTINCT r.user_id AS id,
                    (SELECT u.username FROM users u WHERE u.id = r.user_id) AS username,
                    (SELECT u.name FROM users u WHERE u.id = r.user_id) AS name
                  FROM unit_roles r
                  WHERE (SELECT u.active FROM users u WHERE u.id = r.user_id) = 1
                    AND ((SELECT lower(u.name) FROM users u WHERE u.id = r.user_id)
                        LIKE '%' || ? || '%' ESCAPE '!'
                      OR (SELECT lower(u.username) FROM users u WHERE u.id = r.user_id)
                        LIKE ? || '%' ESCAPE '!')) AS found
                ORDER BY name, username LIMIT ?
                """,
                DirectoryStore::person,
                part,
                part,
                most);
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(row.getLong("id"), row.getString("username"), row.getString("name"));
    }
}
