package org.tutortimes.server.records;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.timer.Segment;
import org.tutortimes.model.tracking.ReconciliationAnswer;
import org.tutortimes.model.tracking.ReconciliationAnswer.Day;
import org.tutortimes.model.tracking.ReconciliationAnswer.TimerStretch;
import org.tutortimes.model.tracking.ReconciliationAnswer.UnrecordedSession;
import org.tutortimes.model.tracking.TrackingRules;
import org.tutortimes.model.wire.Json;
import org.tutortimes.server.language.Words;
import org.tutortimes.server.pages.PeriodLink;
import org.tutortimes.server.pages.Reader;
import org.tutortimes.server.reconciliation.Sharing;
import org.tutortimes.server.report.PeriodChoice;
import org.tutortimes.server.report.UnitAccess.SeenUnit;

/// Puts a unit's two records into words().
///
/// @param readerId who may put right what is theirs
record RecordsViewOf(
        SeenUnit unit, PeriodChoice period, long readerId, Instant now, Reader reader) {

    private static final long LEAST_SHOWN_SECONDS = 60;

    RecordsView view(
            ReconciliationAnswer answer,
            @Nullable List<Sharing> sharing,
            Map<Long, String> taskDefinitions,
            RecordsPage.@Nullable Done done) {
        long widest = answer.days().stream().mapToLong(RecordsViewOf::seconds).max().orElse(1);
        return new RecordsView(
                answer.unitId(),
                unit.code(),
                unit.name(),
                unit.scope().isWhole(),
                reader.zoneNote(unit.zone()),
                period.inAddress(),
                Arrays.stream(PeriodChoice.values()).map(this::link).toList(),
                List.of(sum(answer, Day::unrecordedSeconds).split(" ")),
                sum(answer, Day::timerSecondsWithActivity),
                sum(answer, Day::timerSecondsWithoutActivity),
                answer.days().reversed().stream().map(day -> day(day, widest)).toList(),
                answer.unrecorded().reversed().stream()
                        .filter(each -> each.seconds() >= LEAST_SHOWN_SECONDS)
                        .map(this::observed)
                        .toList(),
                answer.withoutActivity().reversed().stream()
                        .filter(each -> seconds(each) >= LEAST_SHOWN_SECONDS)
                        .map(this::silent)
                        .toList(),
                taskDefinitions.entrySet().stream()
                        .map(each -> new RecordsView.Choice(each.getKey(), each.getValue()))
                        .toList(),
                done == null ? null : notice(done),
                sharing == null ? null : sharing.reversed().stream().map(this::shared).toList());
    }

    private PeriodLink link(PeriodChoice choice) {
        return new PeriodLink(
                words().text("period." + choice.inAddress()),
                "/units/%d/records?period=%s".formatted(unit.scope().unitId(), choice.inAddress()),
                choice == period);
    }

    private Words words() {
        return reader.words();
    }

    private LocalDate today() {
        return now.atZone(unit.zone()).toLocalDate();
    }

    private String sum(ReconciliationAnswer answer, ToLongFunction<Day> seconds) {
        return words().duration(answer.days().stream().mapToLong(seconds).sum());
    }

    private RecordsView.Day day(Day day, long widest) {
        return new RecordsView.Day(
                words().day(day.day(), today()),
                day.tutor().name(),
                words().duration(day.timerSecondsWithActivity()),
                words().duration(day.timerSecondsWithoutActivity()),
                words().duration(day.unrecordedSeconds()),
                List.of(
                        percent(day.timerSecondsWithActivity(), widest),
                        percent(day.timerSecondsWithoutActivity(), widest),
                        percent(day.unrecordedSeconds(), widest)));
    }

    private static double percent(long seconds, long widest) {
        return Math.round(1_000.0 * seconds / Math.max(1, widest)) / 10.0;
    }

    private static long seconds(Day day) {
        return day.timerSecondsWithActivity()
                + day.timerSecondsWithoutActivity()
                + day.unrecordedSeconds();
    }

    private RecordsView.Observed observed(UnrecordedSession session) {
        String what =
                session.taskDefinitions().stream()
                        .map(share ->
                                session.taskDefinitions().size() == 1
                                        ? share.abbreviation()
                                        : share.abbreviation()
                                                + " "
                                                + words().duration(share.seconds()))
                        .collect(Collectors.joining(", "));
        return new RecordsView.Observed(
                session.markingSessionId(),
                session.tutor().id() == readerId,
                session.segments().getLast().end().plus(TrackingRules.THRESHOLD).isAfter(now),
                when(session.segments().getFirst().start(), session.segments().getLast().end()),
                session.tutor().name(),
                what,
                session.duringTutorial(),
                words().duration(session.seconds()));
    }

    private RecordsView.Silent silent(TimerStretch stretch) {
        return new RecordsView.Silent(
                stretch.tutorTimeId().toString(),
                stretch.tutor().id() == readerId,
                when(stretch.start(), stretch.end()),
                stretch.tutor().name(),
                Json.text(stretch.start()),
                Json.text(stretch.end()),
                words().duration(seconds(stretch)));
    }

    private static long seconds(TimerStretch stretch) {
        return new Segment(stretch.start(), stretch.end()).millis() / 1_000;
    }

    private RecordsView.Shared shared(Sharing sharing) {
        return new RecordsView.Shared(
                when(sharing.from(), sharing.to()),
                sharing.tutor().name(),
                sharing.from().equals(sharing.to())
                        ? words().text("records.a-moment")
                        : words().duration(
                                        new Segment(sharing.from(), sharing.to()).millis() / 1_000),
                sharing.markingSessionIds().stream()
                        .sorted(Comparator.naturalOrder())
                        .map(String::valueOf)
                        .collect(Collectors.joining(", ")));
    }

    private RecordsView.Notice notice(RecordsPage.Done done) {
        String path = "/units/" + unit.scope().unitId() + "/records/";
        return switch (done) {
            case RecordsPage.Done.Undone _ ->
                    new RecordsView.Notice(words().text("records.undone"), "", List.of());
            case RecordsPage.Done.Recorded(List<UUID> sessions) ->
                    new RecordsView.Notice(
                            words().text("records.recorded", sessions.size()),
                            path + "undo-record",
                            List.of(
                                    "session",
                                    sessions.stream()
                                            .map(UUID::toString)
                                            .collect(Collectors.joining(","))));
            case RecordsPage.Done.TakenOff(UUID session, Segment stretch) ->
                    new RecordsView.Notice(
                            words().text(
                                            "records.taken-off",
                                            words().duration(stretch.millis() / 1_000),
                                            when(stretch.start(), stretch.end())),
                            path + "put-back",
                            List.of(
                                    "session",
                                    session.toString(),
                                    "start",
                                    Json.text(stretch.start()),
                                    "end",
                                    Json.text(stretch.end())));
        };
    }

    private String when(Instant start, Instant end) {
        ZoneId zone = reader.zone(unit.zone());
        return words().span(start, end, zone, now.atZone(zone).toLocalDate());
    }
}
