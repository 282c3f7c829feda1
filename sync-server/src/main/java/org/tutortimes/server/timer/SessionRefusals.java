package org.tutortimes.server.timer;

import java.time.Instant;
import java.util.Map;
import org.tutortimes.model.timer.SessionStatus;
import org.tutortimes.model.timer.TimerRefusal;
import org.tutortimes.model.timer.TimerRules.Step;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;

/// The timer's refusals with the state that a caller can go on from.
final class SessionRefusals {

    private SessionRefusals() {}

    /// A refusal as an answer.
    ///
    /// @param session the one that it is about, as it stands
    static Refused of(TimerRefusal refusal, SessionView session) {
        return switch (refusal) {
            case TimerRefusal.WrongStep(var step, var current) ->
                    refused(wrongStep(step, current), "wrong_step", session);
            case TimerRefusal.SessionAlreadyActive _ ->
                    refused(
                            "Another session of this unit role is running.",
                            "session_already_active",
                            session);
            case TimerRefusal.NothingWorked _ ->
                    refused(
                            "Less than a second was worked, so there is nothing to complete.",
                            "nothing_worked",
                            session);
            case TimerRefusal.SessionDeleted _ ->
                    refused("The session is deleted. Restore it first.", "deleted", session);
        };
    }

    /// What a running session refuses is to be resumed, and a paused one to be paused.
    private static String wrongStep(Step step, SessionStatus current) {
        return switch (current) {
            case ACTIVE -> "The session is running already.";
            case PAUSED -> "The session is paused already.";
            case COMPLETED ->
                    switch (step) {
                        case PAUSE -> "The session is completed, so it cannot be paused.";
                        case RESUME ->
                                "The session is completed, so it cannot be resumed. Start a new"
                                        + " one.";
                        case COMPLETE -> "The session is completed already.";
                    };
        };
    }

    /// Refuses to change a deleted session.
    static void refuseDeleted(SessionView session) {
        if (session.isDeleted()) {
            throw of(new TimerRefusal.SessionDeleted(), session);
        }
    }

    /// Refuses to change what has changed since somebody saw it.
    static void refuseChanged(SessionView session, Instant seen) {
        if (!session.answer().updatedAt().equals(seen)) {
            throw refused(
                    "The session has changed since this page was made. Look at it, and save once"
                            + " more if it still fits.",
                    "changed_meanwhile",
                    session);
        }
    }

    static Refused notDeleted(SessionView session) {
        return refused("The session is not deleted.", "not_deleted", session);
    }

    static Refused idTaken() {
        return new Refused(
                new Refusal.WrongState(
                        "Another session has this id already.", "id_taken", Map.of()));
    }

    private static Refused refused(String sentence, String code, SessionView session) {
        return new Refused(
                new Refusal.WrongState(sentence, code, Map.of("session", session.answer())));
    }
}
