package org.tutortimes.server.export;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.replay.SessionAnswer;
import org.tutortimes.server.projection.SessionFlags;

/// A completed session and the names of what it refers to.
///
/// @param task the abbreviation of the task definition
/// @param student whose work was marked; null for a pile
record ExportedSession(
        SessionAnswer session,
        String tutor,
        String task,
        String taskName,
        @Nullable String student) {

    /// What the columns of a table are called, see [#cells].
    static final List<String> COLUMNS =
            List.of(
                    "Session ID",
                    "Tutor",
                    "User ID",
                    "Unit",
                    "Task",
                    "Task Name",
                    "Student",
                    "Start Date",
                    "Start Time",
                    "End Date",
                    "End Time",
                    "Timezone",
                    "Counted Seconds",
                    "Duration (h:mm)",
                    "Duration (h)",
                    "Recorded Seconds",
                    "Overlapped Seconds",
                    "Submissions",
                    "Entered by Hand",
                    "Flags");

    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3_600);

    /// So many that a year of sessions, added up, is off by a minute at most.
    private static final int DECIMALS_OF_HOURS = 4;

    /// The session as a row of a table: texts, numbers, truths, days, times and durations.
    List<Object> cells(Export export) {
        ZonedDateTime start = session.startTime().atZone(export.zone());
        ZonedDateTime end = endTime().atZone(export.zone());
        return List.of(
                session.id().toString(),
                tutor,
                session.userId(),
                export.unit().code(),
                task,
                taskName,
                student == null ? "" : student,
                start.toLocalDate(),
                clock(start),
                end.toLocalDate(),
                clock(end),
                export.zone().getId(),
                session.durationSeconds(),
                Duration.ofSeconds(session.durationSeconds()),
                hours(session.durationSeconds()),
                session.recordedSeconds(),
                session.overlappedSeconds(),
                session.submissions() == null ? "" : session.submissions(),
                session.manual(),
                SessionFlags.text(session.flags()));
    }

    Instant endTime() {
        return Objects.requireNonNull(session.endTime());
    }

    static BigDecimal hours(long seconds) {
        return BigDecimal.valueOf(seconds)
                .divide(SECONDS_PER_HOUR, DECIMALS_OF_HOURS, RoundingMode.HALF_UP);
    }

    private static LocalTime clock(ZonedDateTime time) {
        return time.toLocalTime().truncatedTo(ChronoUnit.SECONDS);
    }
}
