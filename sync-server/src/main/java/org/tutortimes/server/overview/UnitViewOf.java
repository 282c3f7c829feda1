package org.tutortimes.server.overview;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.account.UnitRoleKind;
import org.tutortimes.model.timer.SessionStatus;
import org.tutortimes.server.attention.Attention;
import org.tutortimes.server.effort.Effort;
import org.tutortimes.server.language.Words;
import org.tutortimes.server.pages.PeriodLink;
import org.tutortimes.server.pages.Reader;
import org.tutortimes.server.report.CellSize;
import org.tutortimes.server.report.Forecast;
import org.tutortimes.server.report.PeriodChoice;
import org.tutortimes.server.report.Scope;
import org.tutortimes.server.report.UnitFigures;
import org.tutortimes.server.report.UnitFigures.SessionLine;
import org.tutortimes.server.report.UnitFigures.TutorFigures;

/// Puts a unit's figures into words.
final class UnitViewOf {

    private final Words words;
    private final UnitFigures figures;
    private final Attention attention;
    private final Effort effort;
    private final PeriodChoice period;
    private final boolean whole;
    private final ZoneId zone;
    private final String zoneNote;
    private final LocalDate unitToday;
    private final LocalDate today;
    private final MarkerWords markers;

    private UnitViewOf(Found found, Scope scope, PeriodChoice period, Reader reader) {
        this.words = reader.words();
        this.figures = found.figures();
        this.attention = found.attention();
        this.effort = found.effort();
        this.period = period;
        this.whole = scope.isWhole();
        ZoneId unitZone = figures.unit().zone();
        this.zone = reader.zone(unitZone);
        this.zoneNote = reader.zoneNote(unitZone);
        this.today = figures.at().atZone(zone).toLocalDate();
        this.markers = new MarkerWords(words, zone, figures.at());
        this.unitToday = figures.at().atZone(unitZone).toLocalDate();
    }

    /// What is read for the page.
    record Found(UnitFigures figures, Attention attention, Effort effort) {}

    static UnitView view(Found found, Scope scope, PeriodChoice period, Reader reader) {
        return new UnitViewOf(found, scope, period, reader).view();
    }

    private UnitView view() {
        UnitFigures.Unit unit = figures.unit();
        return new UnitView(
                unit.id(),
                unit.code(),
                unit.name(),
                whole,
                zoneNote,
                words.dayAndTime(figures.at(), zone, LocalDate.MIN),
                figures.at().toEpochMilli(),
                address("/units/" + unit.id() + "/live", period),
                Arrays.stream(PeriodChoice.values()).map(this::link).toList(),
                headline(),
                picture(),
                new AttentionWords(unit.id(), whole, words, zone, today).view(attention),
                markers.all(figures),
                tutors(),
                new EffortWords(unit.id(), days(), words).view(effort),
                figures.latest().stream().map(this::line).toList());
    }

    private String days() {
        List<LocalDate> edges = figures.cells().edges();
        return period == PeriodChoice.WHOLE_UNIT
                ? ""
                : "from=%s&to=%s".formatted(edges.getFirst(), edges.getLast().minusDays(1));
    }

    private PeriodLink link(PeriodChoice choice) {
        return new PeriodLink(
                words.text("period." + choice.inAddress()),
                address("/units/" + figures.unit().id(), choice),
                choice == period);
    }

    private static String address(String path, PeriodChoice choice) {
        return choice == PeriodChoice.WHOLE_UNIT ? path : path + "?period=" + choice.inAddress();
    }

    private UnitView.Headline headline() {
        int running = figures.running().size();
        UnitFigures.PausedSessions paused = figures.paused();
        return new UnitView.Headline(
                words.text(whole ? "overview.total" : "overview.total.own"),
                List.of(words.duration(figures.totalSeconds()).split(" ")),
                running == 0 ? null : markers.clock(figures.running()),
                words.text("overview.running", running),
                paused.count() == 0
                        ? null
                        : words.text(
                                "overview.paused",
                                paused.count(),
                                words.duration(paused.seconds())),
                words.duration(figures.thisWeekSeconds()),
                words.duration(figures.lastWeekSeconds()),
                whole
                        ? BudgetWords.of(
                                figures.unit().budgetHours(), figures.totalSeconds(), words)
                        : null,
                whole ? forecast() : null);
    }

    private UnitView.@Nullable Forecast forecast() {
        UnitFigures.Unit unit = figures.unit();
        return Forecast.of(figures.totalSeconds(), figures.recentWeeks(), unitToday, unit.endDate())
                .map(forecast -> ForecastWords.of(forecast, unit.budgetHours(), words))
                .orElse(null);
    }

    private UnitView.Picture picture() {
        boolean days = period.showsDays();
        long seconds = figures.cellSeconds().stream().mapToLong(Long::longValue).sum();
        return new UnitView.Picture(
                words.text(days ? "overview.picture.days" : "overview.picture.weeks"),
                words.text(
                        days ? "overview.picture.in-days" : "overview.picture.in-weeks",
                        words.duration(seconds),
                        figures.cells().count()),
                words.text(days ? "overview.day" : "overview.week"),
                words.text(days ? "overview.picture.no-days" : "overview.picture.no-weeks"),
                seconds == 0,
                IntStream.range(0, figures.cells().count()).mapToObj(this::bar).toList());
    }

    private UnitView.Bar bar(int cell) {
        LocalDate first = figures.cells().firstDay(cell);
        LocalDate next = figures.cells().edges().get(cell + 1);
        boolean soFar = !unitToday.isBefore(first) && unitToday.isBefore(next);
        long seconds = figures.cellSeconds().get(cell);
        String label = period.showsDays() ? words.day(first, first) : words.shortDay(first);
        String name = period.showsDays() ? label : week(first);
        return new UnitView.Bar(
                label,
                soFar ? words.text("overview.so-far", name) : name,
                words.shortDay(first),
                seconds,
                words.duration(seconds),
                soFar);
    }

    private String week(LocalDate monday) {
        LocalDate start = figures.unit().startDate();
        return start == null
                ? words.shortDay(monday)
                : words.week(monday, CellSize.WEEK.firstDay(start));
    }

    private UnitView.Tutors tutors() {
        Set<Long> marking = new HashSet<>();
        figures.running().forEach(session -> marking.add(session.unitRoleId()));
        List<TutorFigures> shown =
                figures.tutors().stream()
                        .filter(tutor ->
                                tutor.role() == UnitRoleKind.TUTOR || tutor.lastActive() != null)
                        .toList();
        long all = shown.stream().mapToLong(TutorFigures::seconds).sum();
        return new UnitView.Tutors(
                words.text(whole ? "overview.tutors" : "overview.tutors.own"),
                words.text(
                        period == PeriodChoice.WHOLE_UNIT
                                ? "overview.whole-unit"
                                : "period." + period.inAddress()),
                period != PeriodChoice.THIS_WEEK,
                shown.stream()
                        .map(tutor -> row(tutor, all, marking.contains(tutor.unitRoleId())))
                        .toList(),
                shown.size() < 2 ? null : sum(shown, all, figures.submissions()));
    }

    private UnitView.Tutor row(TutorFigures tutor, long all, boolean marking) {
        return new UnitView.Tutor(
                "tutor-" + tutor.unitRoleId(),
                tutor.name(),
                tutor.role() == UnitRoleKind.CONVENOR,
                marking,
                words.duration(tutor.thisWeekSeconds()),
                words.duration(tutor.seconds()),
                Long.toString(tutor.sessions()),
                Long.toString(tutor.submissions()),
                all == 0 ? 0 : (int) Math.round(100.0 * tutor.seconds() / all),
                lastActive(marking, tutor.lastActive()));
    }

    /// Two who marked the same student's task marked one submission between them.
    private UnitView.Tutor sum(List<TutorFigures> tutors, long all, long submissions) {
        return new UnitView.Tutor(
                "tutor-sum",
                words.text("overview.together"),
                false,
                false,
                words.duration(tutors.stream().mapToLong(TutorFigures::thisWeekSeconds).sum()),
                words.duration(all),
                Long.toString(tutors.stream().mapToLong(TutorFigures::sessions).sum()),
                Long.toString(submissions),
                100,
                "");
    }

    private UnitView.Line line(SessionLine session) {
        return new UnitView.Line(
                session.id(),
                when(session),
                session.tutor(),
                MarkerWords.task(session.work(), session.submissions(), words),
                words.duration(session.durationSeconds()),
                session.status() == SessionStatus.COMPLETED,
                session.manual(),
                words.flags(session.flags(), session.overlappedSeconds()));
    }

    private String when(SessionLine session) {
        Instant end = session.end();
        return end == null
                ? words.dayAndTime(session.start(), zone, today)
                : words.span(session.start(), end, zone, today);
    }

    private String lastActive(boolean marking, @Nullable Instant at) {
        if (marking) {
            return words.text("overview.now");
        }
        return at == null ? words.text("overview.never") : words.dayAndTime(at, zone, today);
    }
}
