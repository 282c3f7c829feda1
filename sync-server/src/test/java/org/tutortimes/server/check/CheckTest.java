package org.tutortimes.server.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
        database = Database.open(kind.address(folder));
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
        database.write(handle -> inbox.receive(handle, tia, events, NINE));
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
    @ValueSource(
            strings = {
                "UPDATE units SET total_tutor_time = total_tutor_time + 1 WHERE id = 10",
                "UPDATE units SET total_tutor_time = 5 WHERE id = 11",
                "UPDATE tutor_times SET duration_seconds = 1 WHERE status = 'completed'",
                "UPDATE tutor_times SET end_time = end_time + 1 WHERE status = 'completed'",
                "UPDATE tutor_times SET status = 'paused' WHERE status = 'active'",
                "UPDATE tutor_times SET open_since = NULL WHERE status = 'active'",
                "UPDATE tutor_times SET user_id = 2 WHERE status = 'active'",
                "UPDATE tutor_times SET unit_id = 11 WHERE status = 'active'",
                "UPDATE tutor_times SET flags = 'overlap' WHERE status = 'active'",
                "UPDATE tutor_times SET deleted_at = 1 WHERE status = 'active'",
                "UPDATE tutor_time_segments SET counted_ms = 0 WHERE ordinal = 0",
                "UPDATE tutor_time_segments SET start_time = start_time + 1 WHERE ordinal = 1",
                "DELETE FROM tutor_time_segments WHERE ordinal = 1",
                "DELETE FROM timer_events WHERE kind = 'paused'",
                "UPDATE timer_events SET held_code = 'unknown_task' WHERE kind = 'completed'",
                "UPDATE timer_events SET revision = 9 WHERE kind = 'completed'",
                "UPDATE users SET event_revision = 6 WHERE id = 1",
                "DELETE FROM tutor_times WHERE status = 'active'",
                "UPDATE tutor_times SET unit_role_id = 101 WHERE status = 'active'"
            })
    void eachDamageIsFound(String damage) {
        int changed = database.write(handle -> handle.execute(damage));
        assertThat(changed).isPositive();
        assertThat(new Check(database).failures()).isNotEmpty();
    }

    @Test
    void brokenReferenceIsFound() {
        kind.byHandPastAllRules(
                folder, "UPDATE tutor_times SET task_id = 77 WHERE status = 'active'");
        assertThat(new Check(database).failures()).anyMatch(line -> line.contains("tasks"));
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
