package org.tutortimes.server.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tutortimes.model.sync.DecodedEvent;
import org.tutortimes.model.timer.Fact;
import org.tutortimes.model.timer.MarkingTarget;
import org.tutortimes.model.timer.PauseReason;
import org.tutortimes.model.timer.TimerEvent;
import org.tutortimes.server.OnBothDatabases;
import org.tutortimes.server.SampleData;
import org.tutortimes.server.TestDatabase;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.events.EventInbox;
import org.tutortimes.server.events.UnitChanges;

@OnBothDatabases
class CheckTest {

    private static final Instant NINE = Instant.parse("2026-08-03T09:00:00Z");
    private static final UUID DEVICE = UUID.randomUUID();
    private static final UUID DONE = UUID.randomUUID();
    private static final UUID RUNNING = UUID.randomUUID();

    @Parameter private TestDatabase kind;
    @TempDir Path folder;
    private Database database;

    @BeforeEach
    void open() {
        database = Database.open(kind.migrated(folder));
        SampleData.load(database);
        Caller tia = new Caller(SampleData.TIA, "tia", "Tia", false, "t", "192.0.2.1");
        List<DecodedEvent> events =
                List.of(
                        event(DONE, 1, 0, started()),
                        event(DONE, 2, 1200, new Fact.Paused(PauseReason.BY_HAND, null)),
                        event(DONE, 3, 1300, new Fact.Resumed()),
                        event(DONE, 4, 1800, new Fact.Completed(null, null)),
                        event(RUNNING, 5, 1900, started()));
        EventInbox inbox = new EventInbox(database, new UnitChanges());
        database.write(handle -> {
            handle.execute(
                    """
                    INSERT INTO marking_sessions (id, user_id, unit_id, start_time, end_time,
                        last_action_at, actions, comments_added, newest, created_at, updated_at)
                    VALUES (7, 1, 10, 1000, 1000, 1000, 1, 1, 0, 1000, 1000)
                    """);
            handle.execute(
                    """
                    INSERT INTO session_activities (id, marking_session_id, action, project_id,
                        created_at, updated_at)
                    VALUES ('a', 7, 'add-comment', 1000, 1000, 1000)
                    """);
            return inbox.receive(handle, tia, events, NINE);
        });
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void soundDataPass() {
        assertThat(new Check(database).failures()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "UPDATE units SET total_tutor_time = total_tutor_time + 1 WHERE id = 10"
                        + "| The total of unit SIT221 (10) is 1701 s",
                "UPDATE units SET total_tutor_time = 5 WHERE id = 11 | The total of unit SIT232",
                "UPDATE tutor_times SET duration_seconds = 1 WHERE status = 'completed'"
                        + "| duration_seconds stored 1, replayed 1700",
                "UPDATE tutor_times SET end_time = end_time + 1 WHERE status = 'completed'"
                        + "| end_time stored 2026-08-03T09:30:00.001Z,"
                        + " replayed 2026-08-03T09:30:00.000Z",
                "UPDATE tutor_times SET status = 'paused' WHERE status = 'active'"
                        + "| status stored paused, replayed active",
                "UPDATE tutor_times SET open_since = NULL WHERE status = 'active'"
                        + "| open_since stored none, replayed 2026-08-03T09:31:40.000Z",
                "UPDATE tutor_times SET user_id = 2 WHERE status = 'active'"
                        + "| user_id stored 2, replayed 1",
                "UPDATE tutor_times SET unit_id = 11 WHERE status = 'active'"
                        + "| Unit role 100 is of user 1 and unit 10, and 1 of its sessions of"
                        + " user 1 and unit 11, such as session",
                "UPDATE tutor_times SET flags = 'overlap' WHERE status = 'active'"
                        + "| flags stored overlap, replayed none",
                "UPDATE tutor_times SET deleted_at = 1 WHERE status = 'active'"
                        + "| deleted_at stored 1970-01-01T00:00:00.001Z, replayed none",
                "UPDATE tutor_time_segments SET counted_ms = 0 WHERE ordinal = 0"
                        + "| (tia in SIT221) has other segments than its replay: segment 0 stored"
                        + " 2026-08-03T09:00:00.000Z to 2026-08-03T09:20:00.000Z of unit role 100"
                        + " counting 0 ms",
                "UPDATE tutor_time_segments SET start_time = start_time + 1 WHERE ordinal = 1"
                        + "| than its replay: segment 1 stored 2026-08-03T09:21:40.001Z",
                "DELETE FROM tutor_time_segments WHERE ordinal = 1"
                        + "| than its replay: segment 1 stored none, replayed",
                "DELETE FROM timer_events WHERE kind = 'paused' | The revisions of user 1 have"
                        + " gaps",
                "UPDATE timer_events SET held_code = 'unknown_task' WHERE kind = 'completed'"
                        + "| status stored completed, replayed paused",
                "UPDATE timer_events SET revision = 9 WHERE kind = 'completed'"
                        + "| The revisions of user 1 have gaps",
                "UPDATE users SET event_revision = 6 WHERE id = 1"
                        + "| The revisions of user 1 have gaps",
                "DELETE FROM tutor_times WHERE status = 'active'"
                        + "| are in force, and the session is not stored",
                "UPDATE tutor_times SET unit_role_id = 101 WHERE status = 'active'"
                        + "| (tom in SIT221) is stored under unit role 101, and its events say 100",
                "UPDATE unit_roles SET user_id = 2 WHERE id = 100"
                        + "| Unit role 100 is of user 2 and unit 10, and 2 of its sessions of"
                        + " user 1 and unit 10",
                "UPDATE unit_roles SET unit_id = 11 WHERE id = 100"
                        + "| Unit role 100 is of user 1 and unit 11, and 2 of its sessions of"
                        + " user 1 and unit 10",
                "UPDATE server_identity SET device_id = 'x' | is no UUID: x",
                "UPDATE server_identity SET reference_revision = 0"
                        + "| A row of units was changed in revision 1, and the last one is 0",
                "DELETE FROM server_identity | has no name as a writer of events",
                "UPDATE marking_sessions SET comments_added = 2"
                        + "| Marking session 7 counts 1 actions, 0 assessments, 2 comments and 0"
                        + " submissions, and its activities are 1, 0, 1 and 0.",
                "DELETE FROM session_activities" + "| and its activities are 0, 0, 0 and 0.",
                "UPDATE session_activities SET created_at = created_at + 1 | Marking session 7"
            })
    void eachDamageIsFound(String damage, String told) {
        byHand(damage);
        assertThat(new Check(database).failures()).anyMatch(line -> line.contains(told));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id = '0' | id stored 0, body says",
                "session_id = '0' | session_id stored 0, body says",
                "device_id = '0' | device_id stored 0, body says",
                "seq = 77 | seq stored 77, body says 2",
                "kind = 'resumed' | kind stored resumed, body says paused",
                "at = at + 5 | at stored 2026-08-03T09:20:00.005Z, body says"
                        + " 2026-08-03T09:20:00.000Z",
                "at = NULL | at stored none, body says",
                "held_code = 'tired' | is held for a reason that does not exist: tired",
            })
    void columnOfAnEventThatIsNotWhatItsBodySaysIsFound(String change, String told) {
        byHand("UPDATE timer_events SET %s WHERE kind = 'paused'".formatted(change));
        assertThat(new Check(database).failures()).anyMatch(line -> line.contains(told));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{ | has a body that is no JSON",
                "`` | has a body that is no event",
                "5 | has a body that is no event",
                "[] | has a body that is no event",
                "null | has a body that is no event",
                "{\"kind\": \"paused\"} | has a body that is no event"
            })
    void eventThatCannotBeReadIsNamedAndTheRestIsCheckedToo(String body, String told) {
        byHand(
                "UPDATE timer_events SET body = '%s' WHERE kind = 'paused'".formatted(body),
                "UPDATE units SET total_tutor_time = 5 WHERE id = 11",
                "UPDATE tutor_times SET flags = 'empty' WHERE status = 'active'");
        assertThat(new Check(database).failures())
                .hasSize(3)
                .anyMatch(line ->
                        line.startsWith("Event ")
                                && line.contains(told)
                                && line.endsWith("so this session is not compared."))
                .anyMatch(line -> line.contains("unit SIT232"))
                .anyMatch(line -> line.contains("flags stored empty, replayed none"));
    }

    @Test
    void kindThatIsNotUnderstoodMustBeHeld() {
        byHand(
                "UPDATE timer_events SET body = REPLACE(body, '\"paused\"', '\"dreamt\"'),"
                        + " kind = 'dreamt', at = NULL WHERE kind = 'paused'");
        assertThat(new Check(database).failures())
                .singleElement()
                .asString()
                .contains("is of the kind dreamt, which is not understood, and is not held");
        byHand("UPDATE timer_events SET held_code = 'unknown_kind' WHERE kind = 'dreamt'");
        assertThat(new Check(database).failures()).noneMatch(line -> line.startsWith("Event "));
    }

    @Test
    void heldEventThatCannotBeReadIsNamed() {
        byHand("UPDATE timer_events SET held_code = 'unknown_task', body = '{'" + " WHERE seq = 5");
        assertThat(new Check(database).failures())
                .anyMatch(line -> line.endsWith("has a body that is no JSON."));
    }

    @Test
    void counterOfTheServersEventsThatFallsBehindIsFound() {
        byHand("UPDATE server_identity SET device_id = '%s'".formatted(DEVICE));
        String counter =
                switch (kind) {
                    case SQLITE -> "UPDATE server_identity SET last_seq = ";
                    case POSTGRESQL -> "ALTER SEQUENCE server_event_seq RESTART WITH ";
                };
        // PostgreSQL names the next number, SQLite the last one.
        byHand(counter + (kind == TestDatabase.SQLITE ? 4 : 1));
        assertThat(new Check(database).failures())
                .singleElement()
                .asString()
                .startsWith("The server's last event has the number 5, and its counter stands at");
        byHand(kind == TestDatabase.SQLITE ? counter + 5 : "SELECT setval('server_event_seq', 5)");
        assertThat(new Check(database).failures()).isEmpty();
    }

    @Test
    void ofManyWrongSegmentsTheFirstAreTold() {
        String rows =
                IntStream.rangeClosed(2, 9)
                        .mapToObj(ordinal ->
                                "('%s', %d, 100, %d, %d, 0)"
                                        .formatted(DONE, ordinal, ordinal, ordinal + 1))
                        .collect(Collectors.joining(","));
        byHand(
                "INSERT INTO tutor_time_segments (session_id, ordinal, unit_role_id, start_time,"
                        + " end_time, counted_ms) VALUES "
                        + rows);
        assertThat(new Check(database).failures())
                .singleElement()
                .asString()
                .contains("segment 2 stored", "segment 4 stored", "replayed none; and 5 more.")
                .doesNotContain("segment 0 stored", "segment 5 stored");
    }

    @Test
    void brokenReferenceIsFound() {
        kind.byHandPastAllRules(
                folder, "UPDATE tutor_times SET task_id = 77 WHERE status = 'active'");
        assertThat(new Check(database).failures()).anyMatch(line -> line.contains("tasks"));
    }

    private void byHand(String... statements) {
        kind.byHandPastAllRules(folder, statements);
    }

    private static Fact started() {
        return new Fact.Started(
                SampleData.TIAS_ROLE, new MarkingTarget.OneTask(SampleData.TASK), false);
    }

    private static DecodedEvent event(UUID session, long seq, long seconds, Fact fact) {
        return new DecodedEvent.Understood(
                new TimerEvent(
                        UUID.randomUUID(),
                        session,
                        DEVICE,
                        seq,
                        NINE.plusSeconds(seconds),
                        "Australia/Melbourne",
                        0,
                        fact));
    }
}
