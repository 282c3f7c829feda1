package org.tutortimes.server.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.tutortimes.server.OnBothDatabases;
import org.tutortimes.server.TestDatabase;

@OnBothDatabases
class ImportSpeedTest {

    private static final int STUDENTS = 10_000;
    private static final int TASKS_EACH = 8;
    private static final Duration MOST = Duration.ofSeconds(30);

    @Parameter private TestDatabase kind;
    @TempDir private Path folder;

    @Test
    void aHundredThousandRowsTakeLessThanHalfAMinute() throws IOException {
        Path file = folder.resolve("large.json");
        writeLargeUnit(file);
        try (ImportedData data = new ImportedData(kind, folder)) {
            Duration first = timed(data, file);
            assertThat(data.value("SELECT COUNT(*) FROM tasks")).isEqualTo(STUDENTS * TASKS_EACH);
            Duration again = timed(data, file);
            System.out.printf(
                    "Import of 100,009 rows: %d ms, unchanged again: %d ms%n",
                    first.toMillis(), again.toMillis());
            assertThat(first).isLessThan(MOST);
            assertThat(again).isLessThan(MOST);
        }
    }

    private static Duration timed(ImportedData data, Path file) throws IOException {
        long start = System.nanoTime();
        ImportedData.good(data.run(file));
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static void writeLargeUnit(Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write(
                    "{\"units\": [{\"id\": 1, \"code\": \"B\", \"name\": \"B\", \"zone\":"
                            + " \"UTC\"}]");
            writeList(out, "task_definitions", TASKS_EACH, ImportSpeedTest::definition);
            writeList(out, "users", STUDENTS, ImportSpeedTest::user);
            writeList(out, "projects", STUDENTS, ImportSpeedTest::project);
            writeList(out, "tasks", STUDENTS * TASKS_EACH, ImportSpeedTest::task);
            out.write("}");
        }
    }

    private static void writeList(Writer out, String name, int count, IntFunction<String> row)
            throws IOException {
        out.write(",\n\"" + name + "\": [");
        for (int id = 1; id <= count; id++) {
            out.write((id == 1 ? "\n" : ",\n") + row.apply(id));
        }
        out.write("]");
    }

    private static String definition(int id) {
        return "{\"id\": %1$d, \"unit_id\": 1, \"abbreviation\": \"%1$d\", \"name\": \"Task\"}"
                .formatted(id);
    }

    private static String user(int id) {
        return "{\"id\": %1$d, \"username\": \"s%1$d\", \"name\": \"Student %1$d\"}".formatted(id);
    }

    private static String project(int id) {
        return "{\"id\": %1$d, \"unit_id\": 1, \"user_id\": %1$d}".formatted(id);
    }

    private static String task(int id) {
        return "{\"id\": %d, \"project_id\": %d, \"task_definition_id\": %d}"
                .formatted(id, (id - 1) / TASKS_EACH + 1, (id - 1) % TASKS_EACH + 1);
    }
}
