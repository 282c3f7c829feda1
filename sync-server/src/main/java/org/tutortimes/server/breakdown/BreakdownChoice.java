package org.tutortimes.server.breakdown;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tutortimes.server.request.Period;
import org.tutortimes.server.request.Query;
import org.tutortimes.server.totals.Dimension;
import org.tutortimes.server.totals.Totals;

/// By what a report adds up, and over which days.
///
/// @param second null for one dimension only
/// @param clash whether a second was chosen that does not go with the first, and is left out
/// @param page of the table, from 1
/// @param from the first day as it stands in the address; empty for none
/// @param to the last day, the same
record BreakdownChoice(
        Dimension first,
        @Nullable Dimension second,
        boolean clash,
        int page,
        Period period,
        String from,
        String to) {

    static final List<String> NAMES = List.of("tutor", "task", "student", "day", "week", "month");

    /// Reads `by`, `and`, `from` and `to`.
    static BreakdownChoice of(Query query, ZoneId zone) {
        Dimension first = dimension(query, "by");
        Dimension second = dimension(query, "and");
        Period period = Period.in(query, zone);
        String from = query.text("from");
        String to = query.text("to");
        Long page = query.number("page");
        if (page != null && (page < 1 || page > Totals.MOST_ROWS)) {
            query.fault("page", "must be a page of the table");
        }
        query.refuseFaults();
        Dimension chosen = first == null ? Dimension.TUTOR : first;
        boolean clash = second != null && clash(chosen, second);
        return new BreakdownChoice(
                chosen,
                clash ? null : second,
                clash,
                page == null ? 1 : page.intValue(),
                period,
                from == null ? "" : from,
                to == null ? "" : to);
    }

    Totals.Asked asked() {
        return new Totals.Asked(second == null ? List.of(first) : List.of(first, second), period);
    }

    /// Its address without the days.
    String path(long unitId) {
        return "/units/%d/reports?by=%s%s"
                .formatted(
                        unitId, first.apiName(), second == null ? "" : "&and=" + second.apiName());
    }

    /// The address of a page of the table.
    String address(long unitId, int wanted) {
        StringBuilder address = new StringBuilder(path(unitId));
        if (!from.isEmpty()) {
            address.append("&from=").append(from);
        }
        if (!to.isEmpty()) {
            address.append("&to=").append(to);
        }
        return wanted == 1
                ? address.toString()
                : address.append("&page=").append(wanted).toString();
    }

    private static boolean clash(Dimension first, Dimension second) {
        return first == second || (first.isOfTime() && second.isOfTime());
    }

    private static @Nullable Dimension dimension(Query query, String parameter) {
        String name = query.oneOf(parameter, NAMES.toArray(String[]::new));
        return name == null ? null : Dimension.named(name).orElseThrow();
    }
}
