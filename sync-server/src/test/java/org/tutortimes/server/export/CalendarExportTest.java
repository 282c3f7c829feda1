package org.tutortimes.server.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.tutortimes.server.OnBothDatabases;
import org.tutortimes.server.TestDatabase;

/// `export.ics`, read back by the calendar library's parser.
@OnBothDatabases
class CalendarExportTest {

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
    void everySessionIsAnEventFromItsStartToItsEnd() throws Exception {
        unit.record();
        Calendar calendar = read(unit.text("cora", "ics"));
        assertThat(calendar.validate().hasErrors()).isFalse();
        List<VEvent> events = events(calendar);
        List<JsonNode> stored = unit.stored();
        assertThat(events).hasSize(stored.size());
        for (int index = 0; index < events.size(); index++) {
            VEvent event = events.get(index);
            JsonNode session = stored.get(index);
            assertThat(event.validate().hasErrors()).isFalse();
            assertThat(value(event, "UID")).isEqualTo(session.get("id").asText());
            assertThat(value(event, "DTSTAMP")).isEqualTo(stamp(session, "updated_at"));
            assertThat(value(event, "DTSTART")).isEqualTo(stamp(session, "start_time"));
            assertThat(value(event, "DTEND")).isEqualTo(stamp(session, "end_time"));
            assertThat(value(event, "STATUS")).isEqualTo("CONFIRMED");
        }
    }

    @Test
    void eventsSayWhatWasMarkedByWhomAndForHowLong() throws Exception {
        unit.record();
        List<VEvent> events = events(read(unit.text("cora", "ics")));
        assertThat(events.stream().map(event -> value(event, "SUMMARY")))
                .containsExactly(
                        "1.1P Arrays · Sam Student",
                        "1.1P Arrays",
                        "1.1P Arrays",
                        "1.1P Arrays · Sam Student");
        assertThat(events.stream().map(event -> value(event, "DESCRIPTION")))
                .containsExactly(
                        "Tutor: Tia Tutor\nCounted time: 0:45:00\nOverlapped time: 0:00:30",
                        "Tutor: Tia Tutor\nCounted time: 0:10:00\nSubmissions: 8",
                        "Tutor: Tom Tutor\nCounted time: 0:40:00\nEntered by hand",
                        "Tutor: Tia Tutor\nCounted time: 1:00:00");
    }

    @Test
    void fileIsWhatCalendarsExpect() {
        unit.record();
        String text = unit.text("cora", "ics");
        assertThat(text)
                .startsWith(
                        """
                        BEGIN:VCALENDAR
                        PRODID:-//Tutor Times//Timer sessions//EN
                        VERSION:2.0
                        CALSCALE:GREGORIAN
                        X-WR-CALNAME:SIT221 marking
                        BEGIN:VEVENT
                        """
                                .replace("\n", "\r\n"))
                .endsWith("END:VEVENT\r\nEND:VCALENDAR\r\n");
        assertThat(text.replace("\r\n", "")).doesNotContain("\r", "\n");
        assertThat(text.lines()).allMatch(line -> line.length() <= 75);
        assertThat(unit.text("cora", "ics")).isEqualTo(text);
    }

    @Test
    void namesOfAnyKindComeBackAsTheyWere() throws Exception {
        unit.record();
        String name = "Übung; \"A\", \\n b: " + "😀".repeat(60) + " 数学".repeat(30);
        unit.change("UPDATE task_definitions SET name = ? WHERE id = 500", name);
        unit.change("UPDATE users SET name = ? WHERE id = 50", "Sam\r\nEND:VEVENT\u0007Lee");
        String text = unit.text("cora", "ics");
        assertThat(text.lines()).allMatch(line -> line.length() <= 75);
        List<VEvent> events = events(read(text));
        assertThat(events).hasSize(4);
        assertThat(value(events.getFirst(), "SUMMARY"))
                .isEqualTo("1.1P " + name + " · Sam END:VEVENT Lee");
    }

    @Test
    void sessionThatTookNoSecondHasNoEnd() throws Exception {
        unit.tia(
                ExportedUnit.SAMS_TASK,
                null,
                "2026-08-03T01:00:00.100Z",
                "2026-08-03T01:00:00.900Z");
        VEvent event = events(read(unit.text("cora", "ics"))).getFirst();
        assertThat(event.validate().hasErrors()).isFalse();
        assertThat(value(event, "DTSTART")).isEqualTo("20260803T010000Z");
        assertThat(event.<Property>getProperty("DTEND")).isEmpty();
    }

    @Test
    void unitWithoutSessionsGivesACalendarWithoutEvents() throws Exception {
        String text = unit.text("cora", "ics");
        assertThat(events(read(text))).isEmpty();
        assertThat(text).contains("VERSION:2.0").endsWith("END:VCALENDAR\r\n");
    }

    private static Calendar read(String text) throws IOException, ParserException {
        return new CalendarBuilder().build(new StringReader(text));
    }

    private static List<VEvent> events(Calendar calendar) {
        return calendar.getComponents("VEVENT");
    }

    private static String value(VEvent event, String property) {
        return event.<Property>getProperty(property).orElseThrow().getValue();
    }

    private static String stamp(JsonNode session, String field) {
        return Instant.parse(session.get(field).asText())
                .truncatedTo(ChronoUnit.SECONDS)
                .toString()
                .replaceAll("[-:]", "");
    }
}
