package org.tutortimes.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.TestPostgres;

/// PostgreSQL crashes under load and comes back: whoever asks meanwhile is refused plainly, and
/// nothing is lost that was acknowledged.
class PostgresRestartTest {

    private static final int WRITERS = 8;

    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<Refusal> refusals = new ConcurrentLinkedQueue<>();
    private final Queue<RuntimeException> strange = new ConcurrentLinkedQueue<>();
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicBoolean stopped = new AtomicBoolean();

    @TempDir Path folder;

    @Test
    void nothingAcknowledgedIsLostAndWorkGoesOnAfterTheCrash() throws Exception {
        TestPostgres.endWithThisProcess(folder);
        try (EmbeddedPostgres server = server(0);
                Database database = Database.open(server.getJdbcUrl("postgres", "postgres"))) {
            database.write(handle -> handle.execute("CREATE TABLE words (word TEXT PRIMARY KEY)"));
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int writer = 0; writer < WRITERS; writer++) {
                    threads.execute(() -> writeUntilStopped(database));
                }
                crashAndRestart(server);
            }
            assertThat(strange).isEmpty();
            assertThat(refusals).isNotEmpty().containsOnly(new Refusal.StorageUnavailable());
            List<String> stored =
                    database.read(handle ->
                            Sql.list(handle, "SELECT word FROM words", row -> row.getString(1)));
            assertThat(stored).containsAll(acknowledged);
        } finally {
            crash();
        }
    }

    private void crashAndRestart(EmbeddedPostgres server) throws IOException {
        try {
            awaitUntil(() -> acknowledged.size() > 200);
            crash();
            awaitUntil(() -> !refusals.isEmpty());
            int before = acknowledged.size();
            int port = server.getPort();
            server.close();
            // Ended by the last lines of the test, through the file that tells its process.
            assertThat(server(port).getPort()).isEqualTo(port);
            awaitUntil(() -> acknowledged.size() > before + 200);
        } finally {
            stopped.set(true);
        }
    }

    private static void awaitUntil(Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(90)).until(condition);
    }

    private void writeUntilStopped(Database database) {
        while (!stopped.get()) {
            String word = "word" + next.incrementAndGet();
            try {
                int added =
                        database.write(
                                handle -> Sql.update(handle, "INSERT INTO words VALUES (?)", word));
                assertThat(added).isEqualTo(1);
                acknowledged.add(word);
            } catch (Refused e) {
                refusals.add(e.refusal());
            } catch (RuntimeException e) {
                strange.add(e);
                return;
            }
        }
    }

    private EmbeddedPostgres server(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(folder.resolve("data"))
                .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
                .setCleanDataDirectory(false)
                .start();
    }

    /// At once, as a crash would: without a checkpoint, and without a word to the clients.
    private void crash() throws IOException {
        Path file = folder.resolve("data/postmaster.pid");
        if (Files.exists(file)) {
            long process = Long.parseLong(Files.readAllLines(file).getFirst().strip());
            new ProcessBuilder("kill", "-QUIT", Long.toString(process)).start();
            await().atMost(Duration.ofSeconds(30))
                    .until(() ->
                            ProcessHandle.of(process).filter(ProcessHandle::isAlive).isEmpty());
        }
    }
}
