package org.tutortimes.server.live;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tutortimes.server.report.UnitFigures;

/// A unit as the API's live stream gives it.
///
/// @param sessions those that run
/// @param presence everybody of the unit
record LiveState(
        long unitId,
        Instant at,
        Totals totals,
        List<RunningSession> sessions,
        List<Presence> presence) {

    /// @param totalTutorTime seconds of completed sessions
    record Totals(long totalTutorTime, List<TutorTotal> tutors) {}

    record TutorTotal(
            long unitRoleId, String name, long seconds, long sessions, long submissions) {}

    /// @param durationSeconds what it had before `runningSince`
    /// @param silentSince since when its device was not heard of; null where it is
    record RunningSession(
            String id,
            long unitRoleId,
            String tutor,
            String task,
            @Nullable String student,
            Instant runningSince,
            long durationSeconds,
            @Nullable Instant silentSince) {

        /// Up to a moment, or up to the last word of its device.
        private long secondsAt(Instant now) {
            Instant known = silentSince == null ? now : silentSince;
            return durationSeconds + Math.max(0, Duration.between(runningSince, known).toSeconds());
        }
    }

    record Presence(long unitRoleId, String name, boolean marking, @Nullable Instant lastActive) {}

    static LiveState of(UnitFigures figures) {
        List<Long> marking =
                figures.running().stream().map(UnitFigures.RunningSession::unitRoleId).toList();
        return new LiveState(
                figures.unit().id(),
                figures.at(),
                new Totals(
                        figures.totalSeconds(),
                        figures.tutors().stream()
                                .map(tutor ->
                                        new TutorTotal(
                                                tutor.unitRoleId(),
                                                tutor.name(),
                                                tutor.seconds(),
                                                tutor.sessions(),
                                                tutor.submissions()))
                                .toList()),
                figures.running().stream()
                        .map(running ->
                                new RunningSession(
                                        running.id(),
                                        running.unitRoleId(),
                                        running.tutor(),
                                        running.work().abbreviation(),
                                        running.work().student(),
                                        running.since(),
                                        running.closedMillis() / 1_000,
                                        running.silentSince()))
                        .toList(),
                figures.tutors().stream()
                        .map(tutor ->
                                new Presence(
                                        tutor.unitRoleId(),
                                        tutor.name(),
                                        marking.contains(tutor.unitRoleId()),
                                        tutor.lastActive()))
                        .toList());
    }

    /// Seconds of the open segments at a moment; the closed time of running sessions is in there
    /// too.
    long runningSeconds(Instant now) {
        return sessions.stream().mapToLong(session -> session.secondsAt(now)).sum();
    }

    /// The parts that differ from an earlier state, under their JSON names; all of them where there
    /// is none.
    Map<String, Object> partsThatDiffer(@Nullable LiveState earlier) {
        Map<String, Object> parts = new LinkedHashMap<>();
        if (earlier == null || !earlier.totals.equals(totals)) {
            parts.put("totals", totals);
        }
        if (earlier == null || !earlier.sessions.equals(sessions)) {
            parts.put("sessions", sessions);
        }
        if (earlier == null || !earlier.presence.equals(presence)) {
            parts.put("presence", presence);
        }
        return parts;
    }
}
