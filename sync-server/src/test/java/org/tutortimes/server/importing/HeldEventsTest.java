package org.tutortimes.server.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.tutortimes.model.sync.DecodedEvent;
import org.tutortimes.model.sync.EventResult;
import org.tutortimes.model.timer.Fact;
import org.tutortimes.model.timer.MarkingTarget;
import org.tutortimes.model.timer.TimerEvent;
import org.tutortimes.server.OnBothDatabases;
import org.tutortimes.server.TestDatabase;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.check.Check;

@OnBothDatabases
class HeldEventsTest {

    private static final Instant START = Instant.parse("2026-08-01T08:00:00Z");
    private static final UUID DEVICE = UUID.fromString("019aa3c2-0000-7000-8000-00000000000d");
    private static final UUID SESSION = UUID.fromString("019aa3c2-0000-7000-8000-00000000000a");
    private static final UUID STARTED = UUID.fromString("019aa3c2-0000-7000-8000-00000000000b");
    private static final UUID COMPLETED = UUID.fromString("019aa3c2-0000-7000-8000-00000000000c");

    @Parameter private TestDatabase kind;
    @TempDir private Path folder;

    @Test
    void timeOnATaskThatCameLaterCountsAfterTheImport() throws IOException {
        try (ImportedData data = new ImportedData(kind, folder)) {
            ImportedData.good(data.run(ImportedData.resource("unit.json")));
            assertThat(send(data, started(9_005), completed()))
                    .extracting(EventResult::status)
                    .containsOnly(EventResult.Status.HELD);
            ImportResult result =
                    data.json(
                            """
                            {"tasks": [
                              {"id": 9005, "project_id": 1000, "task_definition_id": 500}]}
                            """);
            assertThat(((ImportResult.Imported) result).released()).isEqualTo(2);
            assertThat(data.value("SELECT total_tutor_time FROM units WHERE id = 10"))
                    .isEqualTo(600);
        }
    }

    @Test
    void eventWhoseKindWasUnknownGetsItsTimeWhenItCounts() throws IOException {
        try (ImportedData data = new ImportedData(kind, folder)) {
            ImportedData.good(data.run(ImportedData.resource("unit.json")));
            send(data, started(9_005), completed());
            // As a version stored them that knew neither kind.
            kind.byHand(folder, "UPDATE timer_events SET held_code = 'unknown_kind', at = NULL");
            assertThat(new Check(data.database()).failures()).isEmpty();
            data.json(
                    """
                    {"tasks": [{"id": 9005, "project_id": 1000, "task_definition_id": 500}]}
                    """);
            assertThat(data.value("SELECT COUNT(*) FROM timer_events WHERE held_code IS NULL"))
                    .isEqualTo(2);
            assertThat(new Check(data.database()).failures()).isEmpty();
        }
    }

    private static List<EventResult> send(ImportedData data, TimerEvent... events) {
        Caller tia = new Caller(1, "tia", "Tia Tutor", false, "t", "192.0.2.1");
        List<DecodedEvent> batch =
                List.of(events).stream().<DecodedEvent>map(DecodedEvent.Understood::new).toList();
        return data.database()
                .write(handle -> data.inbox().receive(handle, tia, batch, START.plusSeconds(700)));
    }

    private static TimerEvent started(long task) {
        Fact fact = new Fact.Started(100, new MarkingTarget.OneTask(task), false);
        return new TimerEvent(STARTED, SESSION, DEVICE, 1, START, "UTC", 0, fact);
    }

    private static TimerEvent completed() {
        Fact fact = new Fact.Completed(new Fact.Closing(STARTED, 600_000L), null);
        return new TimerEvent(
                COMPLETED, SESSION, DEVICE, 2, START.plusSeconds(600), "UTC", 0, fact);
    }
}
