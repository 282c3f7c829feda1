package org.tutortimes.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.tutortimes.server.ManyTutors;
import org.tutortimes.server.OnBothDatabases;
import org.tutortimes.server.TestDatabase;

/// What is promised of every write and read, on every database.
@OnBothDatabases
class ParallelWritesTest {

    @Parameter private TestDatabase kind;
    @TempDir Path folder;
    private Database database;

    @BeforeEach
    void open() {
        database = Database.open(kind.migrated(folder));
        database.write(handle -> handle.execute("CREATE TABLE words (word TEXT PRIMARY KEY)"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void failureOfOneWriteLeavesItsNeighboursAlone() throws Exception {
        List<String> outcomes =
                ManyTutors.atOnce(
                        40,
                        number -> {
                            try {
                                return database.write(handle -> addOrFail(handle, number));
                            } catch (IllegalStateException e) {
                                return String.valueOf(e.getMessage());
                            }
                        });
        assertThat(outcomes).filteredOn("undone"::equals).hasSize(10);
        assertThat(words())
                .hasSize(30)
                .containsAll(outcomes.stream().filter(word -> !word.equals("undone")).toList());
    }

    private static String addOrFail(Handle handle, int number) {
        String word = add(handle, "word" + number);
        if (number % 4 == 0) {
            throw new IllegalStateException("undone");
        }
        return word;
    }

    @Test
    void whatFollowsACommitComesOnceAndOnlyForWhatWasCommitted() {
        List<String> heard = new ArrayList<>();
        database.write(handle -> {
            database.afterCommit(() -> heard.add("kept"));
            return add(handle, "kept");
        });
        assertThatThrownBy(() ->
                        database.write(handle -> {
                            database.afterCommit(() -> heard.add("lost"));
                            throw new IllegalStateException("undone");
                        }))
                .hasMessage("undone");
        database.write(handle -> add(handle, "last"));
        assertThat(heard).containsExactly("kept");
    }

    @Test
    void readSeesOneSnapshotAndCannotWrite() {
        List<Integer> counts = new ArrayList<>();
        database.read(handle -> {
            counts.add(count(handle));
            database.write(writer -> add(writer, "meanwhile"));
            counts.add(count(handle));
            return counts;
        });
        assertThat(counts).containsExactly(0, 0);
        assertThatThrownBy(() -> database.read(handle -> add(handle, "x")))
                .isInstanceOf(RuntimeException.class);
        assertThat(words()).containsExactly("meanwhile");
    }

    @Test
    void writeInsideAWriteIsAFault() {
        assertThatThrownBy(
                        () -> database.write(_ -> database.write(handle -> add(handle, "inner"))))
                .isInstanceOf(IllegalStateException.class);
        assertThat(words()).isEmpty();
    }

    /// Each takes first what the other takes second. On PostgreSQL the database ends one of them,
    /// which then runs again; on SQLite they come one after the other.
    @Test
    void writesThatBlockEachOtherBothComeToPass() throws Exception {
        database.write(handle -> add(handle, "a") + add(handle, "b"));
        CountDownLatch bothHoldOne = new CountDownLatch(kind == TestDatabase.POSTGRESQL ? 2 : 1);
        AtomicInteger attempts = new AtomicInteger();
        List<String> done =
                ManyTutors.atOnce(
                        2,
                        number ->
                                database.write(handle -> {
                                    attempts.incrementAndGet();
                                    touch(handle, number == 0 ? "a" : "b");
                                    bothHoldOne.countDown();
                                    await(bothHoldOne);
                                    touch(handle, number == 0 ? "b" : "a");
                                    return add(handle, "done" + number);
                                }));
        assertThat(done).containsExactly("done0", "done1");
        assertThat(words()).containsExactly("a", "b", "done0", "done1");
        assertThat(attempts).hasValue(kind == TestDatabase.POSTGRESQL ? 3 : 2);
    }

    private static void touch(Handle handle, String word) {
        Sql.update(handle, "UPDATE words SET word = word WHERE word = ?", word);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String add(Handle handle, String word) {
        Sql.update(handle, "INSERT INTO words VALUES (?)", word);
        return word;
    }

    private static int count(Handle handle) {
        return Sql.first(handle, "SELECT COUNT(*) FROM words", row -> row.getInt(1)).orElse(-1);
    }

    private List<String> words() {
        return database.read(handle ->
                Sql.list(handle, "SELECT word FROM words ORDER BY word", row -> row.getString(1)));
    }
}
