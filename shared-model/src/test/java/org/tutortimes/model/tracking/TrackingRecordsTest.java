package org.tutortimes.model.tracking;

import static org.tutortimes.model.replay.Events.NINE;
import static org.tutortimes.model.replay.Events.session;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tutortimes.model.timer.Segment;
import org.tutortimes.model.wire.Golden;

/// Each record of the tracker that crosses the network has the shape of its golden file.
class TrackingRecordsTest {

    @Test
    void heartbeat() throws IOException {
        Golden.check(
                "heartbeat_request",
                new HeartbeatRequest(10, null, 9_000L),
                HeartbeatRequest.class);
    }

    @Test
    void recordingWhatWasObserved() throws IOException {
        Golden.check("record_request", new RecordRequest(500L), RecordRequest.class);
    }

    @Test
    void reconciliation() throws IOException {
        var tia = new ReconciliationAnswer.Tutor(1, "Tia Tutor");
        Segment quarter = new Segment(NINE, NINE.plus(Duration.ofMinutes(15)));
        Golden.check(
                "reconciliation_answer",
                new ReconciliationAnswer(
                        10,
                        NINE,
                        NINE.plus(Duration.ofDays(7)),
                        "Australia/Melbourne",
                        List.of(
                                new ReconciliationAnswer.Day(
                                        tia, LocalDate.parse("2026-08-03"), 3_600, 60, 900)),
                        List.of(
                                new ReconciliationAnswer.TimerStretch(
                                        tia, session(1), NINE, NINE.plusSeconds(60))),
                        List.of(
                                new ReconciliationAnswer.UnrecordedSession(
                                        tia,
                                        31,
                                        false,
                                        List.of(quarter),
                                        900,
                                        4,
                                        List.of(
                                                new ReconciliationAnswer.Share(
                                                        500, "1.1P", 900))))),
                ReconciliationAnswer.class);
    }
}
