package org.tutortimes.server.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tutortimes.model.bench.BenchReport;
import org.tutortimes.model.bench.Row;

/// The participants of a class session in one JSON column, beside the same in a join table.
@ExtendWith(BenchReport.class)
class ParticipantsBench {

    private static final int[] SIZES = {30, 300, 1_000};
    private static final int SIZE_OF_WARM_UP = 300;
    private static final Duration WARM_UP = Duration.ofMillis(1500);
    private static final Duration MEASURED = Duration.ofSeconds(5);

    private interface Opening {
        StoredClasses of(int students) throws Exception;
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void participantsOnSqlite() {
        BenchReport.measure("6-participants-sqlite", "participants", ParticipantsBench::onSqlite);
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void participantsOnPostgresql() {
        BenchReport.measure(
                "6-participants-postgresql", "participants", ParticipantsBench::onPostgres);
    }

    private static List<Row> onSqlite() throws Exception {
        return rows(
                "SQLite",
                students ->
                        StoredClasses.onSqlite(BenchReport.workFolder("participants"), students));
    }

    private static List<Row> onPostgres() throws Exception {
        Path folder = BenchReport.workFolder("participants");
        try (DurablePostgres server = new DurablePostgres(folder)) {
            return rows("PostgreSQL", students -> StoredClasses.onPostgres(server, students));
        }
    }

    private static List<Row> rows(String kind, Opening opening) throws Exception {
        try (StoredClasses classes = opening.of(SIZE_OF_WARM_UP)) {
            // Or else the smallest class would be measured with code that is not compiled yet.
            List<Row> _ = new ParticipantRows(classes, kind, SIZE_OF_WARM_UP, WARM_UP).all();
        }
        List<Row> rows = new ArrayList<>();
        for (int students : SIZES) {
            try (StoredClasses classes = opening.of(students)) {
                rows.addAll(new ParticipantRows(classes, kind, students, MEASURED).all());
            }
        }
        return rows;
    }
}
