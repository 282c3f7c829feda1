package org.tutortimes.server.overview;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.report.DurationText;
import org.tutortimes.server.language.Words;
import org.tutortimes.server.pages.Clock;
import org.tutortimes.server.report.UnitFigures;
import org.tutortimes.server.report.UnitFigures.LatelyPaused;
import org.tutortimes.server.report.UnitFigures.MarkedWork;
import org.tutortimes.server.report.UnitFigures.RunningSession;

/// Who marks now, and who paused a short while ago, in words.
///
/// @param at the moment that the figures are of
record MarkerWords(Words words, ZoneId zone, Instant at) {

    List<UnitView.Marker> all(UnitFigures figures) {
        return Stream.concat(
                        figures.running().stream().map(this::marker),
                        figures.latelyPaused().stream().map(this::marker))
                .toList();
    }

    /// The time of sessions together, which counts on for those of whose device one hears.
    Clock clock(List<RunningSession> sessions) {
        List<RunningSession> heard =
                sessions.stream().filter(session -> session.silentSince() == null).toList();
        long base = sessions.stream().mapToLong(MarkerWords::knownMillis).sum();
        long now =
                heard.stream()
                        .mapToLong(session ->
                                Math.max(0, Duration.between(session.since(), at).toMillis()))
                        .sum();
        String since =
                heard.stream()
                        .map(session -> Long.toString(session.since().toEpochMilli()))
                        .collect(Collectors.joining(" "));
        return new Clock(base, since, DurationText.clock((base + now) / 1_000));
    }

    /// What is marked.
    ///
    /// @param submissions of a pile; null where the tutor has not said
    static String task(MarkedWork work, @Nullable Long submissions, Words words) {
        String student = work.student();
        String pile =
                submissions == null
                        ? words.text("session.pile")
                        : words.text("session.pile-of", submissions);
        return work.abbreviation() + " " + work.name() + " · " + (student == null ? pile : student);
    }

    private UnitView.Marker marker(RunningSession session) {
        Instant silent = session.silentSince();
        String since = words.text("overview.since", moment(session.since()));
        return new UnitView.Marker(
                session.id(),
                session.tutor(),
                task(session.work(), null, words),
                silent == null ? "running" : "silent",
                silent == null ? since : words.text("overview.silent", since, moment(silent)),
                silent == null ? clock(List.of(session)) : null,
                words.duration(knownMillis(session) / 1_000));
    }

    private UnitView.Marker marker(LatelyPaused session) {
        return new UnitView.Marker(
                session.id(),
                session.tutor(),
                task(session.work(), null, words),
                "paused",
                words.text("overview.paused-since", moment(session.since())),
                null,
                words.duration(session.seconds()));
    }

    /// What a session has besides the time that is counted on: before it was resumed, and up to the
    /// last word of a device that is not heard of any more.
    private static long knownMillis(RunningSession session) {
        Instant silent = session.silentSince();
        return session.closedMillis()
                + (silent == null ? 0 : Duration.between(session.since(), silent).toMillis());
    }

    /// A time of today, or else with its day.
    private String moment(Instant when) {
        LocalDate today = at.atZone(zone).toLocalDate();
        return when.atZone(zone).toLocalDate().equals(today)
                ? words.time(when, zone)
                : words.dayAndTime(when, zone, today);
    }
}
