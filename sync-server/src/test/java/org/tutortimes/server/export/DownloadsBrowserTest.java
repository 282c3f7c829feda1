package org.tutortimes.server.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tutortimes.model.browser.Chromium;
import org.tutortimes.model.wire.Json;
import org.tutortimes.server.pages.SampleServer;
import org.tutortimes.server.pages.SampleSession;

/// Every file that the page of reports offers, taken by a click in a real browser, opened and read
/// back.
@ExtendWith(Chromium.class)
class DownloadsBrowserTest {

    private static final Instant FIRST = Instant.parse("2026-03-02T00:00:00Z");

    @TempDir Path folder;
    private final SampleSession wanted =
            SampleSession.of(SampleServer.TIAS_ROLE, FIRST, Duration.ofMinutes(90)).ofPile(7);
    private SampleServer server;
    private BrowserContext context;
    private Page page;

    @BeforeEach
    void start(Browser browser) {
        server = new SampleServer(folder);
        server.addSession(wanted);
        server.addSession(
                SampleSession.of(
                        SampleServer.TOMS_ROLE,
                        FIRST.plus(Duration.ofDays(7)),
                        Duration.ofMinutes(5)));
        context = browser.newContext(new Browser.NewContextOptions().setLocale("en"));
        page = context.newPage();
        page.navigate(server.address() + "/sign-in");
        page.fill("#username", "cora");
        page.fill("#password", SampleServer.PASSWORD);
        page.press("#password", "Enter");
        page.waitForURL(url -> !url.contains("sign-in"));
        page.navigate(server.address() + "/units/10/reports?from=2026-03-02&to=2026-03-08");
    }

    @AfterEach
    void stop() {
        context.close();
        server.close();
    }

    @Test
    void eachFileHoldsTheSessionOfTheChosenDaysAndNoOther() throws Exception {
        List<CSVRecord> records = records(file("CSV", ".csv"));
        assertThat(records).hasSize(2);
        assertThat(records.getLast().toList())
                .contains(wanted.id().toString(), "Tia Tutor", "5400");

        try (ReadableWorkbook workbook = new ReadableWorkbook(file("Excel", ".xlsx").toFile())) {
            var rows = workbook.findSheet("Sessions").orElseThrow().read();
            assertThat(rows).hasSize(2);
            assertThat(rows.getLast().getCell(0).asString()).isEqualTo(wanted.id().toString());
            var totals = workbook.findSheet("Totals").orElseThrow().read();
            assertThat(totals.getLast().getCell(3).asNumber()).isEqualByComparingTo("5400");
        }

        try (Reader text = Files.newBufferedReader(file("iCalendar", ".ics"))) {
            var events = new CalendarBuilder().build(text).getComponents("VEVENT");
            assertThat(events).hasSize(1);
            assertThat(events.getFirst().toString())
                    .contains(wanted.id().toString(), "DTSTART:20260302T000000Z");
        }

        var json = Json.tree(Files.readString(file("JSON", ".json")));
        assertThat(json.at("/sessions")).hasSize(1);
        assertThat(json.at("/sessions/0/duration_seconds").asLong()).isEqualTo(5_400);
    }

    private Path file(String link, String ending) {
        Download download =
                page.waitForDownload(
                        () -> page.locator(".downloads").getByText(link, exactly()).click());
        assertThat(download.suggestedFilename()).startsWith("SIT221").endsWith(ending);
        return download.path();
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }

    private static List<CSVRecord> records(Path file) throws IOException {
        try (CSVParser parser = CSVParser.parse(Files.newBufferedReader(file), CSVFormat.RFC4180)) {
            return parser.getRecords();
        }
    }
}
