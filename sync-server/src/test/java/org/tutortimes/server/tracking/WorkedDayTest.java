package org.tutortimes.server.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tutortimes.server.tracking.TrackingCalls.HOME;
import static org.tutortimes.server.tracking.TrackingCalls.OFFICE;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.tutortimes.server.OnBothDatabases;
import org.tutortimes.server.TestDatabase;
import org.tutortimes.server.TestServer;
import org.tutortimes.server.TestServer.Answer;
import org.tutortimes.server.VirtualClock;

/// A tutor's Monday with three tutorials, breaks of 14 and of 16 minutes and two addresses, as a
/// reader works it out by hand from the rules. An action every five minutes: a submission is
/// opened, commented on, and given a status that it does not have yet.
@OnBothDatabases
class WorkedDayTest {

    private static final ZoneId MELBOURNE = ZoneId.of("Australia/Melbourne");
    private static final LocalDate MONDAY = LocalDate.parse("2026-08-03");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private static final String TUTORIALS =
            """
            INSERT INTO tutorials (id, unit_id, unit_role_id, stream, counts, weekday, meeting_time,
                duration_minutes, zone, changed_in) VALUES
                (70, 10, 100, 'Feedback', 1, 'monday', '10:00', 60, NULL, 1),
                (71, 10, 100, 'Feedback', 1, 'monday', '13:00', 120, 'Australia/Melbourne', 1),
                (72, 10, 100, 'Feedback', 1, 'monday', '14:00', 60, 'Australia/Perth', 1),
                (73, 10, 100, 'D/HD Feedback', 0, 'monday', '09:00', 60, NULL, 1),
                (74, 10, 101, 'Feedback', 1, 'monday', '09:00', 600, NULL, 1)
            """;

    @Parameter private TestDatabase kind;
    @TempDir Path folder;
    private final VirtualClock clock = new VirtualClock("2026-08-02T12:00:00Z");
    private TestServer server;
    private TrackingCalls calls;
    private int actions;

    @BeforeEach
    void start() {
        server = TestServer.on(kind, folder, clock);
        calls = new TrackingCalls(server);
        calls.change(TUTORIALS);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void dayOfThreeTutorialsGivesTheSessionsThatOneWorksOutByHand() {
        // The office. Nine o'clock until a break of 14 minutes, which ends no session.
        everyFiveMinutes(OFFICE, "09:00", "09:40");
        everyFiveMinutes(OFFICE, "09:54", "09:59");
        // A tutorial from ten to eleven, then marking until a break of 16 minutes.
        everyFiveMinutes(OFFICE, "10:04", "10:59");
        everyFiveMinutes(OFFICE, "11:04", "11:34");
        // Marking into a tutorial from 13:00 to 15:00, and on from its very end.
        everyFiveMinutes(OFFICE, "11:50", "12:55");
        everyFiveMinutes(OFFICE, "13:00", "14:55");
        everyFiveMinutes(OFFICE, "15:00", "15:30");
        // One action before the tutorial that begins at two in Perth, which is four in Melbourne.
        everyFiveMinutes(OFFICE, "15:56", "15:56");
        everyFiveMinutes(OFFICE, "16:01", "16:56");
        everyFiveMinutes(OFFICE, "17:01", "17:16");
        // At home.
        everyFiveMinutes(HOME, "17:18", "17:43");
        everyFiveMinutes(HOME, "23:50", "23:55");
        everyFiveMinutes(HOME, "24:00", "24:10");

        assertThat(table(calls.sessions("tia", "?start_date=2026-08-03&end_date=2026-08-03")))
                .isEqualTo(
                        """
                        start    | end      | minutes | credited | tutorial | assessed | comments | opened
                        09:00:00 | 09:59:59 |      59 |       59 | no       |        3 |        4 |      4
                        10:04:00 | 11:00:00 |      56 |       56 | yes      |        4 |        4 |      4
                        11:04:00 | 11:34:00 |      30 |       30 | no       |        3 |        2 |      2
                        11:50:00 | 12:59:59 |      69 |       69 | no       |        4 |        5 |      5
                        13:00:00 | 15:00:00 |     120 |      120 | yes      |        8 |        8 |      8
                        15:00:00 | 15:30:00 |      30 |       30 | no       |        3 |        2 |      2
                        15:56:00 | 15:59:59 |       3 |        5 | no       |        0 |        0 |      1
                        16:01:00 | 17:00:00 |      59 |       59 | yes      |        4 |        4 |      4
                        17:01:00 | 17:16:00 |      15 |       15 | no       |        1 |        2 |      1
                        17:18:00 | 17:43:00 |      25 |       25 | no       |        2 |        2 |      2
                        23:50:00 | 00:10:00 |      20 |       20 | no       |        2 |        1 |      2
                        """);
        assertThat(calls.damages()).isEmpty();
    }

    private void everyFiveMinutes(String address, String first, String last) {
        Instant end = at(last);
        for (Instant at = at(first); !at.isAfter(end); at = at.plusSeconds(300)) {
            clock.moveTo(at);
            Answer answer = act(address);
            assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        }
    }

    private Answer act(String address) {
        int action = actions++;
        return switch (action % 3) {
            case 0 -> calls.act("tia", address, "get-submission-details");
            case 1 -> calls.act("tia", address, "add-comment");
            default -> calls.assess("tia", address, action % 2 == 0 ? "complete" : "discuss");
        };
    }

    /// A time of the Monday; 24:00 and later is of the night after it.
    private static Instant at(String time) {
        int hour = Integer.parseInt(time.substring(0, 2));
        LocalTime ofDay = LocalTime.of(hour % 24, Integer.parseInt(time.substring(3)));
        return MONDAY.plusDays(hour / 24).atTime(ofDay).atZone(MELBOURNE).toInstant();
    }

    private static String table(List<JsonNode> sessions) {
        return "start    | end      | minutes | credited | tutorial | assessed | comments |"
                + " opened\n"
                + sessions.stream().map(WorkedDayTest::row).collect(Collectors.joining());
    }

    private static String row(JsonNode session) {
        return "%s | %s | %7d | %8d | %-8s | %8d | %8d | %6d\n"
                .formatted(
                        TIME.format(local(session, "start_time")),
                        TIME.format(local(session, "end_time")),
                        session.get("duration_minutes").asLong(),
                        session.get("credited_minutes").asLong(),
                        session.get("during_tutorial").asBoolean() ? "yes" : "no",
                        session.get("assessments").asLong(),
                        session.get("comments_added").asLong(),
                        session.get("submissions_opened").asLong());
    }

    private static ZonedDateTime local(JsonNode session, String field) {
        return Instant.parse(session.get(field).asText()).atZone(MELBOURNE);
    }
}
