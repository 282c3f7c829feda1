package org.tutortimes.server.timer;

import java.util.Locale;
import java.util.Map;
import org.tutortimes.model.timer.TimerRefusal;
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
                    refused(
                            "The session is %s, so it cannot %s."
                                    .formatted(
                                            current.name().toLowerCase(Locale.ROOT),
                                            step.name().toLowerCase(Locale.ROOT)),
                            "wrong_step",
                            session);
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
