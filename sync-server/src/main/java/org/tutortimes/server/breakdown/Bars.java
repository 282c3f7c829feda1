package org.tutortimes.server.breakdown;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tutortimes.model.wire.Json;
import org.tutortimes.server.totals.Heading;
import org.tutortimes.server.totals.Totals;

/// The bars of a report's picture: one for each value of its first dimension.
final class Bars {

    /// More names than these nobody compares by eye. All of a unit's days do fit.
    static final int MOST = 20;

    /// A bar.
    ///
    /// @param parts seconds, one for each colour
    record Bar(String name, List<Long> parts) {
        Bar {
            parts = List.copyOf(parts);
        }

        private long seconds() {
            return parts.stream().mapToLong(Long::longValue).sum();
        }
    }

    private Bars() {}

    /// As JSON. Time is drawn as it passes; of names those that took most, and no piles, which are
    /// no student's and would dwarf all others.
    ///
    /// @param colours the values of the second dimension; empty for a single colour
    static String json(
            Totals.Table table,
            List<Heading> colours,
            boolean ofTime,
            Function<Heading, String> text) {
        Map<Heading, Map<Heading, Long>> seconds = new LinkedHashMap<>();
        for (Totals.Row row : table.rows()) {
            Heading first = row.headings().getFirst();
            if (!(first instanceof Heading.Piles)) {
                seconds.computeIfAbsent(first, _ -> new HashMap<>())
                        .merge(
                                colours.isEmpty() ? first : row.headings().getLast(),
                                row.seconds(),
                                Long::sum);
            }
        }
        List<Bar> bars = new ArrayList<>();
        seconds.forEach((first, byColour) ->
                bars.add(
                        new Bar(
                                text.apply(first),
                                (colours.isEmpty() ? List.of(first) : colours)
                                        .stream()
                                                .map(each -> byColour.getOrDefault(each, 0L))
                                                .toList())));
        return Json.write(
                ofTime
                        ? bars
                        : bars.stream()
                                .sorted(Comparator.comparingLong(Bar::seconds).reversed())
                                .limit(MOST)
                                .toList());
    }
}
