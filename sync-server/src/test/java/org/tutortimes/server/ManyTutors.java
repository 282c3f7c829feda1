package org.tutortimes.server;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Handle;
import org.tutortimes.server.database.Database;

/// Many tutors of the sample's unit 10, and what many do at once.
public final class ManyTutors {

    private static final long FIRST_USER = 2_000;
    private static final long FIRST_ROLE = 3_000;

    private ManyTutors() {}

    /// Adds tutors, whose tokens are their user names.
    public static void add(Database database, int count) {
        database.write(handle -> {
            for (int number = 0; number < count; number++) {
                add(handle, number);
            }
            return count;
        });
    }

    private static void add(Handle handle, int number) {
        handle.execute(
                "INSERT INTO users (id, username, name) VALUES (?, ?, ?)",
                FIRST_USER + number,
                username(number),
                "Tutor " + number);
        handle.execute(
                "INSERT INTO unit_roles (id, unit_id, user_id, role, changed_in)"
                        + " VALUES (?, ?, ?, 'tutor', 1)",
                role(number),
                SampleData.UNIT,
                FIRST_USER + number);
        SampleData.addToken(handle, username(number));
    }

    public static String username(int number) {
        return "tutor" + number;
    }

    public static long role(int number) {
        return FIRST_ROLE + number;
    }

    /// Something that one of many does.
    public interface Deed<T> {
        T of(int number) throws Exception;
    }

    /// Lets all begin at the same moment, and gives what each of them got.
    public static <T> List<T> atOnce(int count, Deed<T> deed) throws Exception {
        CountDownLatch ready = new CountDownLatch(count);
        List<Future<T>> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < count; number++) {
                int own = number;
                Callable<T> task =
                        () -> {
                            ready.countDown();
                            ready.await();
                            return deed.of(own);
                        };
                outcomes.add(threads.submit(task));
            }
        }
        List<T> all = new ArrayList<>();
        for (Future<T> outcome : outcomes) {
            all.add(outcome.get());
        }
        return all;
    }
}
