package org.tutortimes.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.StartFailure;

class GroupedWritesTest {

    @TempDir Path folder;
    private Database database;

    @BeforeEach
    void open() {
        database = Database.open("jdbc:sqlite:" + folder.resolve("test.db"));
        database.write(
                handle -> handle.execute("CREATE TABLE words (word TEXT PRIMARY KEY, long TEXT)"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void failureOfOneWriteLeavesItsNeighboursAlone() throws Exception {
        List<Future<?>> outcomes = writeInOneGroup("a", "b", "fail", "c");
        for (int index : new int[] {0, 1, 3}) {
            outcomes.get(index).get();
        }
        assertThatThrownBy(() -> outcomes.get(2).get()).hasRootCauseMessage("no such word");
        assertThat(words()).containsExactly("a", "b", "c");
    }

    @Test
    void whatFollowsACommitComesOnlyForWhatWasCommitted() throws Exception {
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
    void whatFollowsACommitComesOnceThoughANeighbourMadeTheGroupRunAgain() throws Exception {
        List<String> heard = new CopyOnWriteArrayList<>();
        AtomicInteger runs = new AtomicInteger();
        int rounds = 0;
        // Whether both get into one group is up to the threads.
        while (runs.get() == rounds && rounds < 1_000) {
            rounds++;
            String word = "good " + rounds;
            List<Callable<Integer>> neighbours =
                    List.of(
                            () -> database.write(handle -> addOrFail(handle, "fail")),
                            () ->
                                    database.write(handle -> {
                                        runs.incrementAndGet();
                                        database.afterCommit(() -> heard.add(word));
                                        return add(handle, word);
                                    }));
            try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
                assertThat(threads.invokeAll(neighbours)).hasSize(2);
            }
        }
        // What follows a commit comes after its answer, and before the next write.
        database.write(handle -> handle);
        assertThat(runs).hasValue(rounds + 1);
        assertThat(heard).doesNotHaveDuplicates().hasSize(rounds);
        assertThat(words()).containsExactlyInAnyOrderElementsOf(heard);
    }

    @Test
    void fullDiskStoresNothingOfTheWriteAndLaterWritesGoOn() {
        database.write(handle -> add(handle, "before"));
        database.write(handle -> {
            long pages = Sql.first(handle, "PRAGMA page_count", r -> r.getLong(1)).get();
            return Sql.list(
                    handle, "PRAGMA max_page_count = " + (pages + 2), row -> row.getLong(1));
        });
        assertThatThrownBy(() ->
                        database.write(handle -> {
                            add(handle, "half");
                            return addLarge(handle);
                        }))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused ->
                                assertThat(refused.refusal())
                                        .isEqualTo(new Refusal.StorageUnavailable()));
        assertThat(words()).containsExactly("before");
        database.write(
                handle -> Sql.list(handle, "PRAGMA max_page_count = 100000", r -> r.getLong(1)));
        database.write(handle -> add(handle, "then"));
        // The very statement that met the full disk, too.
        database.write(GroupedWritesTest::addLarge);
        assertThat(words()).containsExactly("before", "large", "then");
    }

    @Test
    void readSeesOneSnapshot() {
        List<Integer> counts = new ArrayList<>();
        database.read(handle -> {
            counts.add(count(handle));
            database.write(writer -> add(writer, "meanwhile"));
            counts.add(count(handle));
            return counts;
        });
        assertThat(counts).containsExactly(0, 0);
        assertThat(words()).containsExactly("meanwhile");
    }

    @Test
    void readerCannotWrite() {
        assertThatThrownBy(() -> database.read(handle -> add(handle, "x")))
                .isInstanceOf(RuntimeException.class);
        assertThat(words()).isEmpty();
    }

    @Test
    void missingDamagedAndForeignDatabasesAreToldInASentence() throws Exception {
        assertThatThrownBy(() -> Database.openExisting("jdbc:sqlite:" + folder.resolve("no.db")))
                .isInstanceOf(StartFailure.class);
        Path damaged = folder.resolve("damaged.db");
        java.nio.file.Files.writeString(damaged, "This is a letter, and no database. ".repeat(99));
        assertThatThrownBy(() -> Database.open("jdbc:sqlite:" + damaged))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("damaged");
        Path foreign = folder.resolve("foreign.db");
        execute(foreign, "CREATE TABLE songs (title TEXT)");
        assertThatThrownBy(() -> Database.open("jdbc:sqlite:" + foreign))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("another program");
    }

    @Test
    void databaseOfANewerVersionIsRefused() throws Exception {
        Path newer = folder.resolve("newer.db");
        Database.open("jdbc:sqlite:" + newer).close();
        execute(
                newer,
                """
                INSERT INTO flyway_schema_history (installed_rank, version, description, type,
                    script, checksum, installed_by, execution_time, success)
                VALUES (99, '99', 'later', 'SQL', 'V99__later.sql', 1, '', 1, 1)
                """);
        assertThatThrownBy(() -> Database.open("jdbc:sqlite:" + newer))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("newer version");
    }

    private static void execute(Path file, String sql) throws java.sql.SQLException {
        try (var connection = java.sql.DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// Holds the writer until all have asked.
    private List<Future<?>> writeInOneGroup(String... words) throws Exception {
        CountDownLatch asked = new CountDownLatch(words.length);
        List<Future<?>> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(words.length + 1)) {
            Future<?> holder =
                    threads.submit(() ->
                            database.write(_ -> {
                                await(asked);
                                return 0;
                            }));
            for (String word : words) {
                outcomes.add(
                        threads.submit(() -> {
                            asked.countDown();
                            return database.write(handle -> addOrFail(handle, word));
                        }));
            }
            holder.get();
        }
        return outcomes;
    }

    private static int addOrFail(Handle handle, String word) {
        int added = add(handle, word);
        if (word.equals("fail")) {
            throw new IllegalStateException("no such word");
        }
        return added;
    }

    private static int add(Handle handle, String word) {
        return Sql.update(handle, "INSERT INTO words VALUES (?, NULL)", word);
    }

    private static int addLarge(Handle handle) {
        return Sql.update(handle, "INSERT INTO words VALUES (?, ?)", "large", "x".repeat(100_000));
    }

    private static int count(Handle handle) {
        return Sql.first(handle, "SELECT COUNT(*) FROM words", row -> row.getInt(1)).orElse(-1);
    }

    private List<String> words() {
        return database.read(handle ->
                Sql.list(handle, "SELECT word FROM words ORDER BY word", row -> row.getString(1)));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
