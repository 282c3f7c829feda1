package org.tutortimes.server.reconciliation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.tutortimes.model.report.DayCut;
import org.tutortimes.model.timer.Segment;
import org.tutortimes.model.timer.Timeline;
import org.tutortimes.model.tracking.Reconciliation;
import org.tutortimes.model.tracking.Reconciliation.Unrecorded;
import org.tutortimes.model.tracking.ReconciliationAnswer;
import org.tutortimes.model.tracking.ReconciliationAnswer.Day;
import org.tutortimes.model.tracking.ReconciliationAnswer.Share;
import org.tutortimes.model.tracking.ReconciliationAnswer.TimerStretch;
import org.tutortimes.model.tracking.ReconciliationAnswer.Tutor;
import org.tutortimes.model.tracking.ReconciliationAnswer.UnrecordedSession;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.reconciliation.ReconciliationStore.Timed;
import org.tutortimes.server.report.Scope;
import org.tutortimes.server.request.Period;

/// The reports on both records of a unit over a period.
public final class RecordReports {

    private static final long LEAST_MILLIS = 1_000;

    private final Database database;
    private final Clock clock;

    public RecordReports(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Both records of those in the scope, compared.
    ///
    /// @param period with both bounds
    public ReconciliationAnswer reconciliation(Scope scope, Period period) {
        return database.read(handle -> {
            BothRecords records =
                    BothRecords.read(handle, scope, period.segment(), clock.instant());
            Gathering gathering = new Gathering(handle, scope, period, records);
            records.people().forEach(gathering::add);
            return gathering.answer();
        });
    }

    /// Who was active from two addresses at once.
    public List<Sharing> sharing(long unitId, Period period) {
        return Sharing.among(
                database.read(handle -> SharingStore.sessions(handle, unitId, period)));
    }

    /// What may have been marked in a unit: abbreviations by the ids of task definitions, in the
    /// order of the abbreviations.
    public Map<Long, String> taskDefinitions(long unitId) {
        return database.read(handle -> ReconciliationStore.abbreviations(handle, unitId));
    }

    Clock clock() {
        return clock;
    }

    /// Puts together what the people of the unit come to.
    private static final class Gathering {
        private final Scope scope;
        private final Period period;
        private final BothRecords records;
        private final Map<Long, String> names;
        private final Map<Long, String> abbreviations;
        private final List<Day> days = new ArrayList<>();
        private final List<TimerStretch> withoutActivity = new ArrayList<>();
        private final List<UnrecordedSession> unrecorded = new ArrayList<>();

        Gathering(Handle handle, Scope scope, Period period, BothRecords records) {
            this.scope = scope;
            this.period = period;
            this.records = records;
            this.names = ReconciliationStore.names(handle, records.people());
            this.abbreviations = ReconciliationStore.abbreviations(handle, scope.unitId());
        }

        void add(long userId) {
            Tutor tutor = new Tutor(userId, names.getOrDefault(userId, ""));
            Reconciliation compared = records.of(userId);
            addDays(tutor, compared);
            Timeline without = new Timeline(compared.withoutActivity());
            records.timedOf(userId).forEach(timed -> addStretches(tutor, timed, without));
            compared.unrecorded().forEach(each -> addUnrecorded(tutor, each));
        }

        private void addDays(Tutor tutor, Reconciliation compared) {
            List<Segment> segments =
                    compared.unrecorded().stream()
                            .flatMap(each -> each.segments().stream())
                            .sorted(Segment.BY_START)
                            .toList();
            SortedMap<LocalDate, Long> with = byDay(compared.withActivity());
            SortedMap<LocalDate, Long> without = byDay(compared.withoutActivity());
            SortedMap<LocalDate, Long> missing = byDay(segments);
            Set<LocalDate> all = new TreeSet<>(with.keySet());
            all.addAll(without.keySet());
            all.addAll(missing.keySet());
            for (LocalDate day : all) {
                days.add(
                        new Day(
                                tutor,
                                day,
                                with.getOrDefault(day, 0L),
                                without.getOrDefault(day, 0L),
                                missing.getOrDefault(day, 0L)));
            }
        }

        private SortedMap<LocalDate, Long> byDay(List<Segment> segments) {
            return DayCut.secondsByDay(segments, period.zone(), period.segment());
        }

        private void addStretches(Tutor tutor, Timed timed, Timeline without) {
            List<Segment> silent =
                    Segment.common(List.of(timed.segment()), without.overlapping(timed.segment()));
            for (Segment stretch : inPeriod(silent)) {
                if (stretch.millis() >= LEAST_MILLIS) {
                    withoutActivity.add(
                            new TimerStretch(
                                    tutor, timed.sessionId(), stretch.start(), stretch.end()));
                }
            }
        }

        private void addUnrecorded(Tutor tutor, Unrecorded each) {
            long seconds = seconds(each.segments());
            if (seconds == 0 || inPeriod(each.segments()).isEmpty()) {
                return;
            }
            List<Share> shares =
                    each.byTaskDefinition().entrySet().stream()
                            .map(share ->
                                    new Share(
                                            share.getKey(),
                                            abbreviations.getOrDefault(share.getKey(), ""),
                                            seconds(share.getValue())))
                            .toList();
            unrecorded.add(
                    new UnrecordedSession(
                            tutor,
                            each.session().id(),
                            records.isDuringTutorial(each.session().id()),
                            each.segments(),
                            seconds,
                            each.session().actions().size(),
                            shares));
        }

        private List<Segment> inPeriod(List<Segment> segments) {
            return Segment.common(segments, List.of(period.segment()));
        }

        private static long seconds(List<Segment> segments) {
            return Segment.unionMillis(segments) / 1_000;
        }

        ReconciliationAnswer answer() {
            days.sort(
                    Comparator.comparing(Day::day)
                            .thenComparing(day -> day.tutor().name())
                            .thenComparingLong(day -> day.tutor().id()));
            withoutActivity.sort(Comparator.comparing(TimerStretch::start));
            unrecorded.sort(Comparator.comparing(session -> session.segments().getFirst().start()));
            return new ReconciliationAnswer(
                    scope.unitId(),
                    period.segment().start(),
                    period.segment().end(),
                    period.zone().getId(),
                    days,
                    withoutActivity,
                    unrecorded);
        }
    }
}
