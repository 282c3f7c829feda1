package org.tutortimes.server.pages;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.account.UnitRoleKind;
import org.tutortimes.model.report.DurationText;
import org.tutortimes.model.timer.SessionStatus;
import org.tutortimes.server.report.CellSize;
import org.tutortimes.server.report.PeriodChoice;
import org.tutortimes.server.report.Scope;
import org.tutortimes.server.report.UnitFigures;
import org.tutortimes.server.report.UnitFigures.MarkedWork;
import org.tutortimes.server.report.UnitFigures.RunningSession;
import org.tutortimes.server.report.UnitFigures.SessionLine;
import org.tutortimes.server.report.UnitFigures.TutorFigures;

/// Puts a unit's figures into words.
final class UnitViewOf {

    private final UnitFigures figures;
    private final PeriodChoice period;
    private final boolean whole;
    private final ZoneId zone;
    private final LocalDate today;

    private UnitViewOf(UnitFigures figures, Scope scope, PeriodChoice period) {
        this.figures = figures;
        this.period = period;
        this.whole = scope.isWhole();
        this.zone = figures.unit().zone();
        this.today = figures.at().atZone(zone).toLocalDate();
    }

    static UnitView view(UnitFigures figures, Scope scope, PeriodChoice period) {
        return new UnitViewOf(figures, scope, period).view();
    }

    private UnitView view() {
        UnitFigures.Unit unit = figures.unit();
        return new UnitView(
                unit.id(),
                unit.code(),
                unit.name(),
                whole,
                unit.zone().getId(),
                Words.day(today, LocalDate.MIN) + ", " + Words.time(figures.at(), zone),
                figures.at().toEpochMilli(),
                address("/units/" + unit.id() + "/live", period),
                Arrays.stream(PeriodChoice.values()).map(this::link).toList(),
                headline(),
                picture(),
                figures.running().stream().map(this::marker).toList(),
                tutors(),
                figures.latest().stream().map(this::line).toList());
    }

    private UnitView.PeriodLink link(PeriodChoice choice) {
        return new UnitView.PeriodLink(
                Words.name(choice),
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
                whole ? "Total marking time" : "Your marking time",
                List.of(DurationText.words(figures.totalSeconds()).split(" ")),
                running == 0 ? null : clock(figures.running()),
                "running now in " + Words.count(running, "session", "sessions"),
                paused.count() == 0
                        ? null
                        : "%s %s %s, added once completed."
                                .formatted(
                                        Words.count(
                                                paused.count(),
                                                "paused session",
                                                "paused sessions"),
                                        paused.count() == 1 ? "holds" : "hold",
                                        DurationText.words(paused.seconds())),
                DurationText.words(figures.thisWeekSeconds()),
                DurationText.words(figures.lastWeekSeconds()),
                whole ? budget(figures.unit().budgetHours()) : null);
    }

    private UnitView.@Nullable Budget budget(@Nullable Long hours) {
        if (hours == null || hours <= 0) {
            return null;
        }
        long seconds = hours * 3_600;
        long left = seconds - figures.totalSeconds();
        long percent = figures.totalSeconds() * 100 / seconds;
        return new UnitView.Budget(
                "%d %% of the budget of %d h".formatted(percent, hours),
                left >= 0
                        ? DurationText.words(left) + " left"
                        : DurationText.words(-left) + " over the budget",
                (int) Math.min(100, percent),
                left < 0);
    }

    private UnitView.Clock clock(List<RunningSession> sessions) {
        long base = sessions.stream().mapToLong(RunningSession::closedMillis).sum();
        long now = sessions.stream().mapToLong(session -> millisSince(session.since())).sum();
        String since =
                sessions.stream()
                        .map(session -> Long.toString(session.since().toEpochMilli()))
                        .collect(Collectors.joining(" "));
        return new UnitView.Clock(base, since, DurationText.clock((base + now) / 1_000));
    }

    private long millisSince(Instant start) {
        return Math.max(0, Duration.between(start, figures.at()).toMillis());
    }

    private UnitView.Picture picture() {
        boolean days = period.showsDays();
        long seconds = figures.cellSeconds().stream().mapToLong(Long::longValue).sum();
        return new UnitView.Picture(
                days ? "How many hours did each day take?" : "How many hours did each week take?",
                "%s in %s"
                        .formatted(
                                DurationText.words(seconds),
                                Words.count(
                                        figures.cells().count(),
                                        days ? "day" : "week",
                                        days ? "days" : "weeks")),
                days ? "Day" : "Week",
                seconds == 0,
                IntStream.range(0, figures.cells().count()).mapToObj(this::bar).toList());
    }

    private UnitView.Bar bar(int cell) {
        LocalDate first = figures.cells().firstDay(cell);
        LocalDate next = figures.cells().edges().get(cell + 1);
        boolean soFar = !today.isBefore(first) && today.isBefore(next);
        long seconds = figures.cellSeconds().get(cell);
        String label = period.showsDays() ? Words.day(first, first) : Words.shortDay(first);
        return new UnitView.Bar(
                label,
                (period.showsDays() ? label : week(first)) + (soFar ? ", so far" : ""),
                Words.shortDay(first),
                seconds,
                DurationText.words(seconds),
                soFar);
    }

    private String week(LocalDate monday) {
        LocalDate start = figures.unit().startDate();
        return start == null
                ? Words.shortDay(monday)
                : Words.week(monday, CellSize.WEEK.firstDay(start));
    }

    private UnitView.Marker marker(RunningSession session) {
        return new UnitView.Marker(
                session.id(),
                session.tutor(),
                task(session.work(), null),
                "since " + Words.time(session.since(), zone),
                clock(List.of(session)));
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
                whole ? "Who spent the time?" : "What you did",
                period == PeriodChoice.WHOLE_UNIT ? "Total" : Words.name(period),
                period != PeriodChoice.THIS_WEEK,
                shown.stream()
                        .map(tutor -> row(tutor, all, marking.contains(tutor.unitRoleId())))
                        .toList(),
                shown.size() < 2 ? null : sum(shown, all, figures.submissions()));
    }

    private UnitView.Tutor row(TutorFigures tutor, long all, boolean marking) {
        Instant lastActive = tutor.lastActive();
        return new UnitView.Tutor(
                "tutor-" + tutor.unitRoleId(),
                tutor.name(),
                tutor.role() == UnitRoleKind.CONVENOR,
                marking,
                DurationText.words(tutor.thisWeekSeconds()),
                DurationText.words(tutor.seconds()),
                Long.toString(tutor.sessions()),
                Long.toString(tutor.submissions()),
                all == 0 ? 0 : (int) Math.round(100.0 * tutor.seconds() / all),
                marking ? "now" : lastActive == null ? "never" : dayAndTime(lastActive));
    }

    /// Two who marked the same student's task marked one submission between them.
    private static UnitView.Tutor sum(List<TutorFigures> tutors, long all, long submissions) {
        return new UnitView.Tutor(
                "tutor-sum",
                "Together",
                false,
                false,
                DurationText.words(tutors.stream().mapToLong(TutorFigures::thisWeekSeconds).sum()),
                DurationText.words(all),
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
                task(session.work(), session.submissions()),
                DurationText.words(session.durationSeconds()),
                session.status() == SessionStatus.COMPLETED,
                session.manual(),
                Words.flags(session.flags(), session.overlappedSeconds()));
    }

    /// The day of the end is named where it is another.
    private String when(SessionLine session) {
        String begin = dayAndTime(session.start());
        Instant end = session.end();
        if (end == null) {
            return begin;
        }
        boolean sameDay =
                end.atZone(zone).toLocalDate().equals(session.start().atZone(zone).toLocalDate());
        return begin + "–" + (sameDay ? Words.time(end, zone) : dayAndTime(end));
    }

    private String dayAndTime(Instant at) {
        return Words.day(at.atZone(zone).toLocalDate(), today) + ", " + Words.time(at, zone);
    }

    private static String task(MarkedWork work, @Nullable Long submissions) {
        String student = work.student();
        String pile = submissions == null ? "pile" : "pile of " + submissions;
        return work.abbreviation() + " " + work.name() + " · " + (student == null ? pile : student);
    }
}
