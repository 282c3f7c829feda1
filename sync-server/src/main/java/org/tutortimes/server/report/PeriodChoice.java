package org.tutortimes.server.report;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The periods that a unit's page offers, as they stand in its address.
public enum PeriodChoice {
    WHOLE_UNIT("whole-unit"),
    FOUR_WEEKS("four-weeks"),
    LAST_WEEK("last-week"),
    THIS_WEEK("this-week");

    /// A picture holds a year of weeks; what is older is in the totals alone.
    private static final int MOST_WEEKS = 53;

    private final String inAddress;

    PeriodChoice(String inAddress) {
        this.inAddress = inAddress;
    }

    /// The name in the address, such as `last-week`.
    public String inAddress() {
        return inAddress;
    }

    /// The choice with this name; empty for an unknown one.
    public static Optional<PeriodChoice> ofAddress(String name) {
        return Arrays.stream(values()).filter(each -> each.inAddress.equals(name)).findFirst();
    }

    /// Whether the picture of this period shows days rather than weeks.
    public boolean showsDays() {
        return this == LAST_WEEK || this == THIS_WEEK;
    }

    /// The days or weeks of this period, the last of which may be going on.
    ///
    /// @param first the day with which the unit's time begins
    public Cells cells(LocalDate first, LocalDate today, ZoneId zone) {
        LocalDate monday = CellSize.WEEK.firstDay(today);
        return switch (this) {
            case WHOLE_UNIT -> weeks(earliestShown(first, monday), monday, zone);
            case FOUR_WEEKS -> weeks(monday.minusWeeks(3), monday, zone);
            case LAST_WEEK -> days(monday.minusWeeks(1), zone);
            case THIS_WEEK -> days(monday, zone);
        };
    }

    private static Cells weeks(LocalDate firstMonday, LocalDate lastMonday, ZoneId zone) {
        List<LocalDate> edges =
                Stream.iterate(firstMonday, day -> day.plusWeeks(1))
                        .takeWhile(day -> !day.isAfter(lastMonday.plusWeeks(1)))
                        .toList();
        return new Cells(edges, zone);
    }

    private static Cells days(LocalDate monday, ZoneId zone) {
        return new Cells(Stream.iterate(monday, day -> day.plusDays(1)).limit(8).toList(), zone);
    }

    private static LocalDate earliestShown(LocalDate first, LocalDate thisMonday) {
        LocalDate wanted = CellSize.WEEK.firstDay(first.isAfter(thisMonday) ? thisMonday : first);
        LocalDate earliest = thisMonday.minusWeeks(MOST_WEEKS - 1);
        return wanted.isBefore(earliest) ? earliest : wanted;
    }
}
