package org.tutortimes.server.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.tutortimes.server.OnBothDatabases;
import org.tutortimes.server.TestDatabase;
import org.tutortimes.server.report.Scope;
import org.tutortimes.server.report.UnitAccess.SeenUnit;
import org.tutortimes.server.request.Period;

/// `export.xlsx`, read back by a reader of workbooks.
@OnBothDatabases
class XlsxExportTest {

    private static final ZoneId MELBOURNE = ZoneId.of("Australia/Melbourne");

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
    void cellsAreRealDaysTimesDurationsAndNumbers() throws IOException {
        unit.record();
        List<Row> rows = rows(unit.file("cora", "xlsx"), "Sessions");
        assertThat(texts(rows.getFirst())).isEqualTo(ExportedSession.COLUMNS);
        List<JsonNode> stored = unit.stored();
        assertThat(rows).hasSize(1 + stored.size());
        for (int index = 0; index < stored.size(); index++) {
            Row row = rows.get(index + 1);
            JsonNode session = stored.get(index);
            LocalDateTime start = local(session, "start_time");
            LocalDateTime end = local(session, "end_time");
            long counted = session.get("duration_seconds").asLong();
            assertThat(row.getCell(0).asString()).isEqualTo(session.get("id").asText());
            assertThat(whole(row, 2)).isEqualTo(session.get("user_id").asLong());
            assertThat(row.getCell(7).asDate()).isEqualTo(start.toLocalDate().atStartOfDay());
            assertThat(seconds(row, 8)).isEqualTo(start.toLocalTime().toSecondOfDay());
            assertThat(row.getCell(9).asDate()).isEqualTo(end.toLocalDate().atStartOfDay());
            assertThat(seconds(row, 10)).isEqualTo(end.toLocalTime().toSecondOfDay());
            assertThat(whole(row, 12)).isEqualTo(counted);
            assertThat(seconds(row, 13)).isEqualTo(counted);
            assertThat(row.getCell(14).asNumber())
                    .isEqualByComparingTo(ExportedSession.hours(counted));
            assertThat(whole(row, 15)).isEqualTo(session.get("recorded_seconds").asLong());
            assertThat(whole(row, 16)).isEqualTo(session.get("overlapped_seconds").asLong());
            assertThat(row.getCell(18).asBoolean()).isEqualTo(session.get("manual").asBoolean());
        }
        assertThat(whole(rows.get(2), 17)).isEqualTo(8);
        assertThat(rows.get(2).getCell(6)).isNull();
        assertThat(formats(rows.get(1), 7, 8, 9, 10, 13, 14))
                .containsExactly(
                        "yyyy-mm-dd", "hh:mm:ss", "yyyy-mm-dd", "hh:mm:ss", "[h]:mm", "0.0000");
    }

    @Test
    void clocksAreThoseOfTheZoneAlsoInTheNightInWhichTheyAreSetForward() throws IOException {
        unit.record();
        Row night = rows(unit.file("cora", "xlsx"), "Sessions").getLast();
        assertThat(night.getCell(7).asDate()).isEqualTo("2026-10-04T00:00:00");
        assertThat(seconds(night, 8)).isEqualTo(5_400);
        assertThat(seconds(night, 10)).isEqualTo(12_600);
        assertThat(seconds(night, 13)).isEqualTo(3_600);
        Row elsewhere =
                rows(unit.file("cora", "xlsx?timezone=America/New_York"), "Sessions").getLast();
        assertThat(elsewhere.getCell(7).asDate()).isEqualTo("2026-10-03T00:00:00");
        assertThat(seconds(elsewhere, 8)).isEqualTo(41_400);
        assertThat(elsewhere.getCell(11).asString()).isEqualTo("America/New_York");
    }

    @Test
    void totalsPerTutorAddUpToTheUnitsTotal() throws IOException {
        unit.record();
        byte[] file = unit.file("cora", "xlsx");
        List<Row> totals = rows(file, "Totals");
        assertThat(totals.stream().map(row -> row.getCell(0).asString()))
                .containsExactly("Tutor", "Tia Tutor", "Tom Tutor", "Total");
        assertThat(totals.stream().skip(1).map(row -> whole(row, 3)))
                .containsExactly(6_900L, 2_400L, unit.totalTutorTime());
        assertThat(totals.stream().skip(1).map(row -> whole(row, 2))).containsExactly(3L, 1L, 4L);
        assertThat(seconds(totals.getLast(), 4)).isEqualTo(unit.totalTutorTime());
        assertThat(formats(totals.getLast(), 4, 5)).containsExactly("[h]:mm", "0.0000");
        assertThat(rows(file, "Sessions").stream().skip(1).mapToLong(row -> whole(row, 12)).sum())
                .isEqualTo(unit.totalTutorTime());
    }

    @Test
    void namesAreTextWhateverTheyBeginWith() throws IOException {
        unit.record();
        unit.change("UPDATE users SET name = '=1+1' WHERE id = 1");
        unit.change("UPDATE users SET name = '@SUM(A1)' WHERE id = 50");
        unit.change(
                "UPDATE task_definitions SET abbreviation = '-1', name = '+Übung <😀> &"
                        + " \u0001\"A\"'");
        unit.change("UPDATE units SET code = '=cmd|''/c x''!A0' WHERE id = 10");
        byte[] file = unit.file("cora", "xlsx");
        Row row = rows(file, "Sessions").get(1);
        List<Cell> names = row.getCells(1, 7);
        names.remove(1);
        assertThat(names).allMatch(cell -> cell.getType() == CellType.STRING);
        assertThat(names.stream().map(Cell::asString))
                .containsExactly("=1+1", "=cmd|'/c x'!A0", "-1", "+Übung <😀> & \"A\"", "@SUM(A1)");
        assertThat(part(file, "xl/worksheets/sheet1.xml")).doesNotContain("<f>");
        assertThat(rows(file, "Totals").get(1).getCell(0).getType()).isEqualTo(CellType.STRING);
    }

    @Test
    void headerIsBoldAndStaysInSight() throws IOException {
        byte[] file = unit.file("cora", "xlsx");
        assertThat(part(file, "xl/worksheets/sheet1.xml"))
                .contains("ySplit=\"1\"", "state=\"frozen\"", "<col ");
        assertThat(part(file, "xl/styles.xml")).contains("<b/>");
    }

    @Test
    void unitWithoutSessionsGivesHeadersAndATotalOfNothing() throws IOException {
        byte[] file = unit.file("cora", "xlsx");
        assertThat(rows(file, "Sessions")).hasSize(1);
        List<Row> totals = rows(file, "Totals");
        assertThat(totals).hasSize(2);
        assertThat(whole(totals.getLast(), 3)).isZero();
    }

    @Test
    void whatDoesNotFitIntoASheetGoesOnInTheNext() throws IOException {
        unit.record();
        Export export =
                new Export(
                        new SeenUnit(Scope.whole(10), "SIT221", "Data Structures", MELBOURNE),
                        Period.ever(MELBOURNE));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XlsxSessions file = new XlsxSessions(export, out, 3);
        List<ExportedSession> sessions =
                unit.server()
                        .database()
                        .read(handle -> ExportStore.page(handle, export, false, null));
        for (ExportedSession session : sessions) {
            file.add(session);
        }
        file.end();
        try (ReadableWorkbook workbook = workbook(out.toByteArray())) {
            assertThat(workbook.getSheets().map(Sheet::getName))
                    .containsExactly("Sessions", "Sessions_1", "Totals");
        }
        assertThat(rows(out.toByteArray(), "Sessions")).hasSize(3);
        assertThat(rows(out.toByteArray(), "Sessions_1")).hasSize(3);
        assertThat(whole(rows(out.toByteArray(), "Totals").getLast(), 2)).isEqualTo(4);
    }

    private static ReadableWorkbook workbook(byte[] file) throws IOException {
        return new ReadableWorkbook(
                new ByteArrayInputStream(file), new ReadingOptions(true, false));
    }

    private static List<Row> rows(byte[] file, String sheet) throws IOException {
        try (ReadableWorkbook workbook = workbook(file)) {
            return workbook.findSheet(sheet).orElseThrow().read();
        }
    }

    private String part(byte[] file, String name) throws IOException {
        Path saved = Files.write(folder.resolve("export.xlsx"), file);
        try (ZipFile zip = new ZipFile(saved.toFile());
                InputStream part = zip.getInputStream(zip.getEntry(name))) {
            return new String(part.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> texts(Row row) {
        return row.stream().map(Cell::asString).toList();
    }

    private static List<String> formats(Row row, Integer... columns) {
        return List.of(columns).stream()
                .map(column -> row.getCell(column).getDataFormatString())
                .toList();
    }

    private static long whole(Row row, int column) {
        return row.getCell(column).asNumber().longValueExact();
    }

    /// What a part of a day is in seconds.
    private static long seconds(Row row, int column) {
        return Math.round(row.getCell(column).asNumber().doubleValue() * 86_400);
    }

    private static LocalDateTime local(JsonNode session, String field) {
        return Instant.parse(session.get(field).asText()).atZone(MELBOURNE).toLocalDateTime();
    }
}
