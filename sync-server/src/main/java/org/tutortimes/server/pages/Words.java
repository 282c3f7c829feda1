package org.tutortimes.server.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tutortimes.model.replay.SessionFlag;
import org.tutortimes.model.report.DurationText;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.report.PeriodChoice;

/// How the pages say dates, flags and counts.
public final class Words {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_OF_YEAR =
            DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT_DAY =
            DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private Words() {}

    public static String time(Instant at, ZoneId zone) {
        return TIME.format(at.atZone(zone));
    }

    /// A day, with its year where that is another than the reader's.
    public static String day(LocalDate day, LocalDate today) {
        return day.getYear() == today.getYear() ? DAY.format(day) : DAY_OF_YEAR.format(day);
    }

    static String shortDay(LocalDate day) {
        return SHORT_DAY.format(day);
    }

    /// The teaching week that begins on a Monday, or its date where the unit has not begun.
    static String week(LocalDate monday, LocalDate firstMonday) {
        long number = ChronoUnit.WEEKS.between(firstMonday, monday) + 1;
        return number >= 1 ? "Week " + number : shortDay(monday);
    }

    public static String count(long count, String one, String many) {
        return count == 1 ? "1 " + one : count + " " + many;
    }

    static String tooManyAttempts(Refusal.TooManyAttempts many) {
        return "Too many failed attempts. Try again in %s."
                .formatted(count(many.retryAfterSeconds(), "second", "seconds"));
    }

    static String name(PeriodChoice period) {
        return switch (period) {
            case WHOLE_UNIT -> "Whole unit";
            case FOUR_WEEKS -> "Four weeks";
            case LAST_WEEK -> "Last week";
            case THIS_WEEK -> "This week";
        };
    }

    /// What was odd about a session, in the order of the flags.
    static List<String> flags(Set<SessionFlag> flags, long overlappedSeconds) {
        return flags.isEmpty()
                ? List.of()
                : EnumSet.copyOf(flags).stream()
                        .map(flag -> flag(flag, overlappedSeconds))
                        .toList();
    }

    private static String flag(SessionFlag flag, long overlappedSeconds) {
        return switch (flag) {
            case CLOCK_ADJUSTED -> "The computer’s clock was corrected; no duration changed.";
            case ESTIMATED_END ->
                    "The timer stopped without a word; its end is estimated to 15 seconds.";
            case CLOSED_ELSEWHERE -> "Ended from another device.";
            case WORKED_AFTER_COMPLETION -> "A device went on after it was completed.";
            case LONG_RUNNING -> "Ran for more than six hours without a pause.";
            case OVERLAP ->
                    overlappedSeconds > 0
                            ? DurationText.words(overlappedSeconds)
                                    + " overlap another session and count there."
                            : "Overlaps another session for less than a second.";
            case EMPTY -> "Holds less than a second.";
        };
    }
}
