package org.tutortimes.model.sync;

import static org.tutortimes.model.replay.Events.NINE;
import static org.tutortimes.model.replay.Events.device;
import static org.tutortimes.model.replay.Events.event;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tutortimes.model.account.SignInRequest;
import org.tutortimes.model.account.SignedIn;
import org.tutortimes.model.account.SystemRole;
import org.tutortimes.model.account.UnitRoleKind;
import org.tutortimes.model.replay.Events;
import org.tutortimes.model.replay.Histories;
import org.tutortimes.model.replay.SessionAnswer;
import org.tutortimes.model.wire.Golden;

/// Each record that crosses the network has the shape of its golden file.
class WireRecordsTest {

    @Test
    void theRequestOfASynchronisation() throws IOException {
        Golden.check(
                "sync_request",
                new SyncRequest(
                        device(1),
                        "1.0.0",
                        NINE,
                        4_711,
                        "12-ab",
                        List.of(Golden.tree("event_resumed"))),
                SyncRequest.class);
    }

    @Test
    void theAnswerOfASynchronisation() throws IOException {
        Golden.check(
                "sync_answer",
                new SyncAnswer(
                        NINE,
                        List.of(
                                EventResult.of(event(1).toString(), EventResult.Status.STORED),
                                EventResult.of(event(2).toString(), EventResult.Status.DUPLICATE),
                                new EventResult(
                                        event(3).toString(),
                                        EventResult.Status.HELD,
                                        "unknown_task",
                                        "This task is not known here yet."),
                                new EventResult(
                                        null,
                                        EventResult.Status.REFUSED,
                                        "malformed",
                                        "id must be a UUID")),
                        List.of(Golden.tree("event_resumed")),
                        5_211,
                        true,
                        reference()),
                SyncAnswer.class);
    }

    @Test
    void signingIn() throws IOException {
        Golden.check(
                "sign_in_request",
                new SignInRequest("tia", "a good password", true, "Tia's laptop"),
                SignInRequest.class);
        Golden.check(
                "signed_in",
                new SignedIn(
                        new SignedIn.User(1, "tia", "Tia Tutor", SystemRole.NONE),
                        "t0ken",
                        NINE,
                        false),
                SignedIn.class);
    }

    @Test
    void aSessionOfTheApi() throws IOException {
        Events events =
                new Events()
                        .started()
                        .atMinute(10)
                        .paused(1, 10)
                        .atMinute(15)
                        .resumed()
                        .inSession(2)
                        .onDevice(2)
                        .atMinute(5)
                        .started()
                        .atMinute(12)
                        .completed(4, 7);
        var session = Histories.sessions(events.all()).getFirst();
        Golden.check(
                "session_answer",
                SessionAnswer.of(session, new SessionAnswer.Ownership(1, 10, NINE, NINE)),
                SessionAnswer.class);
    }

    private static Reference reference() {
        return new Reference(
                "13-ab",
                true,
                List.of(
                        new Reference.Unit(
                                10,
                                "SIT221",
                                "Data Structures and Algorithms",
                                "Australia/Melbourne",
                                LocalDate.parse("2026-07-13"),
                                null,
                                true)),
                List.of(new Reference.UnitRole(100, 10, UnitRoleKind.TUTOR, true)),
                List.of(new Reference.TaskDefinition(500, 10, "1.1P", "Linked lists", true)),
                List.of(new Reference.Task(9_000, 1_000, 500, "ready_for_feedback", true)),
                List.of(new Reference.Student(1_000, 10, "sam", "Sam Lee", true)));
    }
}
