package org.tutortimes.server.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.account.UnitRoleKind;
import org.tutortimes.model.replay.SessionFlag;
import org.tutortimes.model.timer.SessionStatus;

/// What a unit's page shows, read in one snapshot of the data.
///
/// @param totalSeconds completed time of the scope, ever
/// @param recentWeeks completed time of the last whole weeks, the last first; fewer where the
///   unit's first session was less long ago
/// @param latelyPaused sessions of today, or almost, that somebody may soon resume
/// @param tutors everybody who has time in the unit or may record some, most time first
/// @param submissions marked in the period by all tutors, which is less than the sum of theirs
///   where several marked the same task
/// @param cells the days or weeks of the period
/// @param cellSeconds completed time of the scope by cell
public record UnitFigures(
        Unit unit,
        Instant at,
        long totalSeconds,
        long thisWeekSeconds,
        long lastWeekSeconds,
        List<Long> recentWeeks,
        List<TutorFigures> tutors,
        long submissions,
        List<RunningSession> running,
        PausedSessions paused,
        List<LatelyPaused> latelyPaused,
        Cells cells,
        List<Long> cellSeconds,
        List<SessionLine> latest) {

    public UnitFigures {
        tutors = List.copyOf(tutors);
        running = List.copyOf(running);
        latelyPaused = List.copyOf(latelyPaused);
        recentWeeks = List.copyOf(recentWeeks);
        cellSeconds = List.copyOf(cellSeconds);
        latest = List.copyOf(latest);
    }

    /// The unit itself.
    ///
    /// @param totalSeconds completed time of all tutors
    public record Unit(
            long id,
            String code,
            String name,
            ZoneId zone,
            @Nullable LocalDate startDate,
            @Nullable LocalDate endDate,
            @Nullable Long budgetHours,
            long totalSeconds) {}

    /// One person's time in the unit.
    ///
    /// @param sessions begun in the period
    /// @param submissions marked in those: piles as the tutor counted them, and each task once
    /// @param lastActive when their latest session ended or last changed, or null
    public record TutorFigures(
            long unitRoleId,
            String name,
            UnitRoleKind role,
            long thisWeekSeconds,
            long seconds,
            long sessions,
            long submissions,
            @Nullable Instant lastActive) {}

    /// What a session's time is spent on.
    ///
    /// @param student whose work it is; null for a pile
    public record MarkedWork(String abbreviation, String name, @Nullable String student) {}

    /// A session that runs at this moment.
    ///
    /// @param closedMillis what it had counted before `since`
    /// @param silentSince since when its device was not heard of; null where it is
    public record RunningSession(
            String id,
            long unitRoleId,
            String tutor,
            MarkedWork work,
            Instant since,
            long closedMillis,
            @Nullable Instant silentSince) {}

    /// A session that was paused a short while ago.
    public record LatelyPaused(
            String id, String tutor, MarkedWork work, Instant since, long seconds) {}

    /// Sessions that neither run nor are completed: their time counts once they are.
    public record PausedSessions(long count, long seconds) {}

    /// A session in a list.
    ///
    /// @param end of a completed one, else null
    public record SessionLine(
            String id,
            String tutor,
            MarkedWork work,
            SessionStatus status,
            boolean manual,
            Instant start,
            @Nullable Instant end,
            long durationSeconds,
            long overlappedSeconds,
            @Nullable Long submissions,
            Set<SessionFlag> flags) {
        public SessionLine {
            flags = Set.copyOf(flags);
        }
    }
}
