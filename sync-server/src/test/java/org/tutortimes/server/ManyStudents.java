package org.tutortimes.server;

import java.util.List;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;
import org.tutortimes.server.database.Database;

/// Many students of the sample's unit 10.
public final class ManyStudents {

    private static final long FIRST_USER = 5_000;
    private static final long FIRST_PROJECT = 6_000;

    private ManyStudents() {}

    /// Adds students, whose tokens are their user names.
    public static void add(Database database, int count) {
        add(database, 0, count);
    }

    /// Adds those from one number up to another.
    public static void add(Database database, int from, int to) {
        database.write(handle -> {
            for (int number = from; number < to; number++) {
                add(handle, number);
            }
            return to;
        });
    }

    private static void add(Handle handle, int number) {
        handle.execute(
                "INSERT INTO users (id, username, name) VALUES (?, ?, ?)",
                id(number),
                username(number),
                "Student " + number);
        handle.execute(
                "INSERT INTO projects (id, unit_id, user_id, changed_in) VALUES (?, ?, ?, 1)",
                FIRST_PROJECT + number,
                SampleData.UNIT,
                id(number));
        SampleData.addToken(handle, username(number));
    }

    public static String username(int number) {
        return "student" + number;
    }

    public static long id(int number) {
        return FIRST_USER + number;
    }

    /// The ids of the first of them.
    public static List<Long> ids(int count) {
        return LongStream.range(FIRST_USER, FIRST_USER + count).boxed().toList();
    }
}
