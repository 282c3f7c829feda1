package org.tutortimes.desktop.tracking;

import com.fasterxml.jackson.core.JacksonException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tutortimes.desktop.reference.OwnUnit;
import org.tutortimes.desktop.tracking.TrackingCalls.Caller;
import org.tutortimes.desktop.web.ServerReply;
import org.tutortimes.model.timer.Segment;
import org.tutortimes.model.tracking.ReconciliationAnswer;
import org.tutortimes.model.tracking.ReconciliationAnswer.UnrecordedSession;
import org.tutortimes.model.tracking.TrackingRules;
import org.tutortimes.model.wire.Json;

/// Asks the server what it observed in each of the tutor's units, and picks what can be offered.
/// Sync thread only.
final class ReconciliationRound {
    private static final Duration LOOKED_BACK = Duration.ofDays(7);
    private static final long LEAST_SECONDS = 60;

    private final TrackingCalls calls;
    private final Map<Long, List<UnrecordedSession>> byUnit = new LinkedHashMap<>();

    ReconciliationRound(TrackingCalls calls) {
        this.calls = calls;
    }

    void forget() {
        byUnit.clear();
    }

    /// It was recorded, whatever an answer said before.
    void recorded(long markingSessionId) {
        byUnit.replaceAll((_, sessions) ->
                sessions.stream()
                        .filter(session -> session.markingSessionId() != markingSessionId)
                        .toList());
    }

    /// Asks for each unit. Where the network or the server fails, what was known before stays.
    void ask(Caller caller, List<OwnUnit> units, Instant now, ZoneId zone) {
        byUnit.keySet().retainAll(units.stream().map(OwnUnit::id).collect(Collectors.toSet()));
        for (OwnUnit unit : units) {
            ServerReply reply =
                    calls.reconciliation(caller, unit.id(), now.minus(LOOKED_BACK), now, zone);
            if (!(reply instanceof ServerReply.Answered answered)
                    || answered.status() >= 500
                    || answered.status() == 429) {
                // The other units would wait for the same network.
                return;
            }
            List<UnrecordedSession> found = found(answered);
            if (found == null) {
                // An older server, or a role that has ended: nothing is offered.
                byUnit.remove(unit.id());
            } else {
                byUnit.put(unit.id(), found);
            }
        }
    }

    private static @Nullable List<UnrecordedSession> found(ServerReply.Answered answered) {
        try {
            return answered.status() == 200 && answered.json() != null
                    ? Json.read(answered.json(), ReconciliationAnswer.class).unrecorded()
                    : null;
        } catch (JacksonException _) {
            return null;
        }
    }

    /// What can be offered to a tutor, the newest first. In tutorials tutors teach; what ended just
    /// now may go on; a convenor sees others' time too, and records only their own.
    List<Unrecorded> offers(long userId, List<OwnUnit> units, Set<Long> notMarking, Instant now) {
        List<Unrecorded> offers = new ArrayList<>();
        for (OwnUnit unit : units) {
            byUnit.getOrDefault(unit.id(), List.of()).stream()
                    .filter(session -> session.tutor() != null && session.tutor().id() == userId)
                    .filter(session -> !session.segments().isEmpty())
                    .filter(session -> !session.duringTutorial())
                    .filter(session -> session.seconds() >= LEAST_SECONDS)
                    .filter(session -> !notMarking.contains(session.markingSessionId()))
                    .map(session -> offer(session, unit, units.size() == 1))
                    .filter(offer -> !offer.end().plus(TrackingRules.THRESHOLD).isAfter(now))
                    .forEach(offers::add);
        }
        offers.sort(
                Comparator.comparing(Unrecorded::start)
                        .thenComparingLong(Unrecorded::markingSessionId)
                        .reversed());
        return offers;
    }

    private static Unrecorded offer(UnrecordedSession session, OwnUnit unit, boolean isOnlyUnit) {
        List<Segment> segments = session.segments();
        return new Unrecorded(
                session.markingSessionId(),
                isOnlyUnit ? null : unit.code(),
                segments.getFirst().start(),
                segments.getLast().end(),
                segments.size() > 1,
                session.seconds(),
                session.taskDefinitions().stream()
                        .map(share ->
                                new Unrecorded.Part(
                                        share.abbreviation(),
                                        unit.taskName(share.id()).orElse(""),
                                        share.seconds()))
                        .toList(),
                session.taskDefinitions().isEmpty() ? unit.marked() : List.of());
    }
}
