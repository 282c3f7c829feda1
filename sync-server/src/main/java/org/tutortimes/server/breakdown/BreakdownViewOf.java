package org.tutortimes.server.breakdown;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tutortimes.server.language.Words;
import org.tutortimes.server.report.UnitAccess.SeenUnit;
import org.tutortimes.server.sessions.Choice;
import org.tutortimes.server.sessions.DownloadLink;
import org.tutortimes.server.sessions.TablePage;
import org.tutortimes.server.totals.Dimension;
import org.tutortimes.server.totals.Heading;
import org.tutortimes.server.totals.Totals;

/// Puts totals into words: a second dimension of few values stands in columns, one of many in rows.
final class BreakdownViewOf {

    private static final int MOST_COLUMNS = 12;

    private static final int LINES_OF_A_PAGE = 200;

    private final SeenUnit unit;
    private final BreakdownChoice choice;
    private final Totals.Table table;
    private final Words words;
    private final Set<String> namesOfSeveral;
    private final boolean severalYears;

    BreakdownViewOf(SeenUnit unit, BreakdownChoice choice, Totals.Table table, Words words) {
        this.unit = unit;
        this.choice = choice;
        this.table = table;
        this.words = words;
        this.namesOfSeveral = namesOfSeveral(table);
        this.severalYears =
                table.rows().stream()
                                .flatMap(row -> row.headings().stream())
                                .filter(Heading.From.class::isInstance)
                                .map(heading -> ((Heading.From) heading).firstDay().getYear())
                                .distinct()
                                .count()
                        > 1;
    }

    /// Names that several people have.
    private static Set<String> namesOfSeveral(Totals.Table table) {
        Map<String, Long> byName =
                table.rows().stream()
                        .flatMap(row -> row.headings().stream())
                        .filter(Heading.Named.class::isInstance)
                        .distinct()
                        .collect(
                                Collectors.groupingBy(
                                        heading -> ((Heading.Named) heading).name(),
                                        Collectors.counting()));
        return byName.entrySet().stream()
                .filter(each -> each.getValue() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /// The columns after the time, and what the colours of the picture mean.
    private record Layout(
            @Nullable String secondHeading,
            List<Heading> colours,
            List<String> columns,
            List<String> legend,
            List<BreakdownView.Line> lines,
            BreakdownView.Line sum) {}

    BreakdownView view(LocalDate today) {
        Layout layout = layout(choice.second());
        String by = choice.first().apiName();
        long before = (choice.page() - 1L) * LINES_OF_A_PAGE;
        return new BreakdownView(
                unit.scope().unitId(),
                unit.code(),
                unit.name(),
                unit.scope().isWhole(),
                choices(today),
                words.text("breakdown.question." + by),
                words.text("breakdown.by." + by),
                layout.secondHeading(),
                layout.columns(),
                picture(layout),
                layout.lines().stream().skip(before).limit(LINES_OF_A_PAGE).toList(),
                layout.sum(),
                pager(layout.lines().size()),
                words.text("frame.zone", unit.zone().getId()));
    }

    private BreakdownView.Picture picture(Layout layout) {
        boolean ofTime = choice.first().isOfTime();
        return new BreakdownView.Picture(
                layout.legend(),
                Bars.json(
                        table, layout.colours(), ofTime, heading -> text(heading, choice.first())),
                ofTime,
                leftOut());
    }

    private TablePage.Pager pager(int lines) {
        long unitId = unit.scope().unitId();
        int page = choice.page();
        return new TablePage.Pager(
                page == 1 ? null : choice.address(unitId, page - 1),
                (long) page * LINES_OF_A_PAGE < lines ? choice.address(unitId, page + 1) : null);
    }

    private Layout layout(@Nullable Dimension second) {
        if (second != null) {
            List<Heading> values = values();
            if (values.size() <= MOST_COLUMNS) {
                return spread(values, second);
            }
        }
        return new Layout(
                second == null ? null : words.text("breakdown.by." + second.apiName()),
                List.of(),
                List.of(words.text("overview.sessions"), words.text("overview.submissions")),
                List.of(),
                plainLines(second),
                plainSum(second));
    }

    private Layout spread(List<Heading> beside, Dimension second) {
        List<String> headings = beside.stream().map(each -> text(each, second)).toList();
        return new Layout(null, beside, headings, headings, spreadLines(beside), spreadSum(beside));
    }

    /// What has no place in the picture: names beyond the first few, and piles, which are no
    /// student's and would dwarf all others.
    private @Nullable String leftOut() {
        List<Heading> all =
                table.rows().stream().map(row -> row.headings().getFirst()).distinct().toList();
        boolean piles = all.contains(new Heading.Piles());
        boolean many = !choice.first().isOfTime() && all.size() > Bars.MOST;
        return many && piles
                ? words.text("breakdown.left-out.both", Bars.MOST)
                : many
                        ? words.text("breakdown.left-out.many", Bars.MOST)
                        : piles ? words.text("breakdown.left-out.piles") : null;
    }

    private BreakdownView.Choices choices(LocalDate today) {
        long unitId = unit.scope().unitId();
        return new BreakdownView.Choices(
                options(choice.first()),
                options(choice.second()),
                choice.clash(),
                choice.from(),
                choice.to(),
                new DayLinks(choice.path(unitId), choice.from(), choice.to(), today).all(words),
                DownloadLink.all(unitId, choice.from(), choice.to()),
                TimesheetPage.address(unitId, choice.from(), choice.to()));
    }

    private List<Choice> options(@Nullable Dimension current) {
        return BreakdownChoice.NAMES.stream()
                .map(name ->
                        new Choice(
                                name,
                                words.text("breakdown.by." + name),
                                current != null && current.apiName().equals(name)))
                .toList();
    }

    /// The values of the second dimension in their order.
    private List<Heading> values() {
        return table.rows().stream()
                .map(row -> row.headings().getLast())
                .distinct()
                .sorted(HeadingOrder.BY_TIME_OR_NAME)
                .toList();
    }

    private List<BreakdownView.Line> spreadLines(List<Heading> beside) {
        Map<Heading, Map<Heading, Long>> seconds = new LinkedHashMap<>();
        for (Totals.Row row : table.rows()) {
            seconds.computeIfAbsent(row.headings().getFirst(), _ -> new HashMap<>())
                    .put(row.headings().getLast(), row.seconds());
        }
        List<BreakdownView.Line> lines = new ArrayList<>();
        seconds.forEach((first, bySecond) -> lines.add(spreadLine(first, beside, bySecond)));
        return lines;
    }

    private BreakdownView.Line spreadSum(List<Heading> beside) {
        Map<Heading, Long> bySecond = new HashMap<>();
        table.rows()
                .forEach(row -> bySecond.merge(row.headings().getLast(), row.seconds(), Long::sum));
        return spreadLine(null, beside, bySecond);
    }

    /// @param first null for the sum of all
    private BreakdownView.Line spreadLine(
            @Nullable Heading first, List<Heading> beside, Map<Heading, Long> bySecond) {
        List<Long> parts = beside.stream().map(each -> bySecond.getOrDefault(each, 0L)).toList();
        return line(
                first,
                null,
                parts.stream().map(each -> each == 0 ? "" : words.duration(each)).toList(),
                parts);
    }

    private List<BreakdownView.Line> plainLines(@Nullable Dimension second) {
        return table.rows().stream()
                .map(row ->
                        line(
                                row.headings().getFirst(),
                                second == null ? null : text(row.headings().getLast(), second),
                                List.of(
                                        words.number(row.sessions()),
                                        words.number(row.submissions())),
                                List.of(row.seconds())))
                .toList();
    }

    /// One submission may have been marked by two tutors or on two days, so those have no sum.
    private BreakdownView.Line plainSum(@Nullable Dimension second) {
        long sessions = table.rows().stream().mapToLong(Totals.Row::sessions).sum();
        return line(
                null,
                second == null ? null : "",
                List.of(words.number(sessions), ""),
                List.of(table.totalSeconds()));
    }

    /// @param first null for the sum of all
    private BreakdownView.Line line(
            @Nullable Heading first,
            @Nullable String second,
            List<String> cells,
            List<Long> parts) {
        return new BreakdownView.Line(
                first == null ? words.text("overview.together") : text(first, choice.first()),
                second,
                words.duration(parts.stream().mapToLong(Long::longValue).sum()),
                cells);
    }

    private String text(Heading heading, Dimension dimension) {
        return switch (heading) {
            case Heading.Named(_, String name, String username) ->
                    username != null && namesOfSeveral.contains(name)
                            ? name + " (" + username + ")"
                            : name;
            case Heading.Piles _ -> words.text("breakdown.piles");
            case Heading.From(LocalDate firstDay) ->
                    switch (dimension) {
                        case MONTH -> words.month(firstDay);
                        case WEEK ->
                                words.text(
                                        "breakdown.week-of",
                                        severalYears
                                                ? words.fullDay(firstDay)
                                                : words.shortDay(firstDay));
                        case DAY, TUTOR, TASK, STUDENT ->
                                severalYears
                                        ? words.fullDay(firstDay)
                                        : words.day(firstDay, firstDay);
                    };
        };
    }
}
