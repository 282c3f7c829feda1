package org.tutortimes.server.check;

import com.fasterxml.jackson.core.JacksonException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.sync.DecodedEvent;
import org.tutortimes.model.sync.EventCodec;
import org.tutortimes.model.timer.FactKind;
import org.tutortimes.model.timer.TimerEvent;
import org.tutortimes.model.wire.Json;
import org.tutortimes.server.events.HeldReason;

/// A row of `timer_events`. Its body is the truth; the columns beside it repeat what queries need.
record StoredEvent(
        String id,
        String sessionId,
        long userId,
        String deviceId,
        long seq,
        String kind,
        @Nullable Long at,
        String body,
        @Nullable String heldCode) {

    boolean inForce() {
        return heldCode == null;
    }

    /// What the body says, if it is an event of this session that this version understands.
    ///
    /// @param failures is told what is wrong with the row, in one sentence
    Optional<TimerEvent> read(Consumer<String> failures) {
        if (heldCode != null && !HeldReason.isCode(heldCode)) {
            failures.accept(
                    "%s is held for a reason that does not exist: %s.".formatted(this, heldCode));
        }
        return switch (decoded()) {
            case null -> refused(failures, "has a body that is no JSON");
            case DecodedEvent.Malformed malformed ->
                    refused(
                            failures,
                            "has a body that is no event (%s)"
                                    .formatted(String.join(", ", malformed.faults())));
            case DecodedEvent.UnknownKind unknown -> {
                compare(Columns.of(unknown), failures);
                yield inForce()
                        ? refused(
                                failures,
                                "is of the kind %s, which is not understood, and is not held"
                                        .formatted(unknown.kind()))
                        : Optional.empty();
            }
            case DecodedEvent.Understood(TimerEvent event) -> {
                compare(Columns.of(event), failures);
                yield event.sessionId().toString().equals(sessionId)
                        ? Optional.of(event)
                        : Optional.empty();
            }
        };
    }

    private @Nullable DecodedEvent decoded() {
        try {
            return EventCodec.decode(Json.tree(body));
        } catch (JacksonException e) {
            return null;
        }
    }

    private Optional<TimerEvent> refused(Consumer<String> failures, String sentence) {
        failures.accept(
                "%s %s%s."
                        .formatted(
                                this,
                                sentence,
                                inForce() ? ", so this session is not compared" : ""));
        return Optional.empty();
    }

    private void compare(Columns body, Consumer<String> failures) {
        List<String> differences = new ArrayList<>();
        differ(differences, "id", id, body.id);
        differ(differences, "session_id", sessionId, body.sessionId);
        differ(differences, "device_id", deviceId, body.deviceId);
        differ(differences, "seq", seq, body.seq);
        differ(differences, "kind", kind, body.kind);
        // Nobody knew the time of an event whose kind was not known when it came.
        if (at != null || inForce() || !HeldReason.UNKNOWN_KIND.code().equals(heldCode)) {
            differ(differences, "at", SessionRow.time(at), SessionRow.time(body.at));
        }
        if (!differences.isEmpty()) {
            failures.accept(
                    "%s differs from its body: %s."
                            .formatted(this, String.join("; ", differences)));
        }
    }

    private static void differ(
            List<String> differences, String column, Object stored, Object said) {
        if (!Objects.equals(stored, said)) {
            differences.add("%s stored %s, body says %s".formatted(column, stored, said));
        }
    }

    /// As it is named to people.
    @Override
    public String toString() {
        return "Event %s of session %s".formatted(id, sessionId);
    }

    /// What the columns should be.
    private record Columns(
            String id,
            String sessionId,
            String deviceId,
            long seq,
            String kind,
            @Nullable Long at) {

        static Columns of(TimerEvent event) {
            return new Columns(
                    event.id().toString(),
                    event.sessionId().toString(),
                    event.deviceId().toString(),
                    event.seq(),
                    FactKind.of(event.fact()).wireName(),
                    event.at().toEpochMilli());
        }

        static Columns of(DecodedEvent.UnknownKind event) {
            return new Columns(
                    event.id().toString(),
                    event.sessionId().toString(),
                    event.deviceId().toString(),
                    event.seq(),
                    event.kind(),
                    null);
        }
    }
}
