package org.tutortimes.server.database;

import java.util.List;
import java.util.function.BiConsumer;

/// Asks for the tables of sessions, the reports and the calendar with everything that they can be
/// asked for.
///
/// @param page asks for a page, by who asks and its address
record EverySessionPage(BiConsumer<String, String> page) {

    private static final List<String> ORDERS =
            List.of("sort=start", "sort=start&order=ascending", "sort=duration");

    void send(String who) {
        for (String order : ORDERS) {
            for (String filter :
                    List.of(
                            "",
                            "&tutor=100",
                            "&task=500",
                            "&status=completed",
                            "&status=paused&deleted=true",
                            "&flagged=true",
                            "&from=2026-07-13&to=2026-12-31")) {
                page.accept(who, "/units/10/sessions?" + order + filter);
            }
            for (String filter : List.of("", "&tutor=100", "&tutorial=false", "&from=2026-07-13")) {
                page.accept(who, "/units/10/marking-sessions?" + order + filter);
            }
        }
        for (String dimensions : List.of("by=tutor", "by=task&and=week", "by=student&and=day")) {
            page.accept(who, "/units/10/reports?" + dimensions);
            page.accept(who, "/units/10/reports?from=2026-07-13&" + dimensions);
        }
        page.accept(who, "/units/10/timesheets?from=2026-07-13&to=2026-12-31");
        page.accept(who, "/units/10/calendar");
        String week = "/units/10/calendar/items?start=2026-08-17T00:00:00&end=2026-08-24T00:00:00";
        String year =
                "/units/10/calendar/items?detail=days"
                        + "&start=2026-01-01T00:00:00&end=2027-01-01T00:00:00";
        for (String filter : List.of("", "&tutor=100", "&task=500", "&kind=marking")) {
            page.accept(who, week + filter);
            page.accept(who, year + filter);
        }
    }
}
