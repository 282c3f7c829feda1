package org.tutortimes.server.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.tutortimes.server.OnBothDatabases;
import org.tutortimes.server.TestDatabase;

/// `export.csv`, read back by the CSV library's parser.
@OnBothDatabases
class CsvExportTest {

    private static final String HEADER =
            "Session ID,Tutor,User ID,Unit,Task,Task Name,Student,Start Date,Start Time,End"
                    + " Date,End Time,Timezone,Counted Seconds,Duration (h:mm),Duration"
                    + " (h),Recorded Seconds,Overlapped Seconds,Submissions,Entered by Hand,Flags";

    @Parameter private TestDatabase kind;
    @TempDir Path folder;
    private ExportedUnit unit;

    @BeforeEach
    void start() {
        unit = ExportedUnit.on(kind, folder);
    }

    @AfterEach
    void stop() {
        unit.close();
    }

    @Test
    void rowsSayWhatIsStored() throws IOException {
        unit.record();
        String text = unit.text("cora", "csv");
        assertThat(text).startsWith(HEADER + "\r\n").endsWith("\r\n").doesNotStartWith("\uFEFF");
        List<CSVRecord> rows = rows(text);
        List<JsonNode> stored = unit.stored();
        assertThat(rows).hasSize(stored.size());
        for (int index = 0; index < rows.size(); index++) {
            Map<String, String> row = rows.get(index).toMap();
            JsonNode session = stored.get(index);
            assertThat(row)
                    .containsEntry("Session ID", session.get("id").asText())
                    .containsEntry("User ID", session.get("user_id").asText())
                    .containsEntry("Counted Seconds", session.get("duration_seconds").asText())
                    .containsEntry("Recorded Seconds", session.get("recorded_seconds").asText())
                    .containsEntry("Overlapped Seconds", session.get("overlapped_seconds").asText())
                    .containsEntry("Submissions", session.get("submissions").asText(""))
                    .containsEntry("Entered by Hand", session.get("manual").asText());
        }
    }

    @Test
    void namesDaysAndDurationsAreThoseOfThePeopleAndTheZone() throws IOException {
        unit.record();
        assertThat(rows(unit.text("cora", "csv")).stream().map(row -> line(row)))
                .containsExactly(
                        "Tia Tutor,1,SIT221,1.1P,Arrays,Sam Student,2026-08-03,11:00:00,2026-08-03,"
                                + "12:00:00,Australia/Melbourne,2700,0:45,0.7500,2730,30,,false,"
                                + "overlap",
                        "Tia Tutor,1,SIT221,1.1P,Arrays,,2026-08-03,11:25:00,2026-08-03,11:35:00,"
                                + "Australia/Melbourne,600,0:10,0.1667,600,0,8,false,",
                        "Tom Tutor,2,SIT221,1.1P,Arrays,,2026-08-05,15:00:00,2026-08-05,15:40:00,"
                                + "Australia/Melbourne,2400,0:40,0.6667,2400,0,,true,",
                        "Tia Tutor,1,SIT221,1.1P,Arrays,Sam Student,2026-10-04,01:30:00,2026-10-04,"
                                + "03:30:00,Australia/Melbourne,3600,1:00,1.0000,3600,0,,false,");
        assertThat(rows(unit.text("cora", "csv?timezone=America/New_York&from=2026-10-03")))
                .singleElement()
                .satisfies(row ->
                        assertThat(line(row))
                                .contains(
                                        "2026-10-03,11:30:00,2026-10-03,12:30:00,America/New_York"));
    }

    @Test
    void countedSecondsAddUpToTheUnitsTotal() throws IOException {
        unit.record();
        List<CSVRecord> rows = rows(unit.text("ada", "csv"));
        long sum = rows.stream().mapToLong(row -> Long.parseLong(row.get("Counted Seconds"))).sum();
        assertThat(sum).isEqualTo(9_300).isEqualTo(unit.totalTutorTime());
        assertThat(rows.stream().map(row -> new BigDecimal(row.get("Duration (h)"))))
                .allMatch(hours -> hours.scale() == 4);
    }

    @Test
    void aDayAndMoreOfOneSessionIsToldInHours() throws IOException {
        unit.tia(ExportedUnit.PILE, 1, "2026-08-03T00:00:00Z", "2026-08-04T03:07:59Z");
        assertThat(rows(unit.text("cora", "csv")))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get("Duration (h:mm)")).isEqualTo("27:07");
                    assertThat(row.get("Duration (h)")).isEqualTo("27.1331");
                    assertThat(row.get("Flags")).isEqualTo("long_running");
                });
    }

    @Test
    void noNameIsCalculatedWithAndNoneIsLost() throws IOException {
        unit.record();
        unit.change("UPDATE users SET name = '=HYPERLINK(\"http://x\",\"y\")' WHERE id = 1");
        unit.change("UPDATE users SET name = '+1;2' WHERE id = 2");
        unit.change("UPDATE users SET name = '@SUM(A1)' WHERE id = 50");
        unit.change("UPDATE task_definitions SET abbreviation = '-1', name = '\tÜbung 😀, \"A\"'");
        unit.change("UPDATE units SET code = '=1+1' WHERE id = 10");
        List<CSVRecord> rows = rows(unit.text("cora", "csv"));
        assertThat(line(rows.getFirst()))
                .startsWith(
                        "'=HYPERLINK(\"http://x\",\"y\"),1,'=1+1,'-1,'\tÜbung 😀, \"A\",'@SUM(A1)");
        assertThat(rows.get(2).get("Tutor")).isEqualTo("'+1;2");
    }

    @Test
    void unitWithoutSessionsGivesTheHeaderAlone() {
        assertThat(unit.text("cora", "csv")).isEqualTo(HEADER + "\r\n");
    }

    private static List<CSVRecord> rows(String text) throws IOException {
        CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            return parser.getRecords();
        }
    }

    /// All but the id, as it was read.
    private static String line(CSVRecord row) {
        return String.join(",", row.toList().subList(1, row.size()));
    }
}
