package org.tutortimes.server.sessions;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.replay.EventOrder.PlacedEvent;
import org.tutortimes.model.replay.SessionAnswer;
import org.tutortimes.model.replay.SessionAnswer.SegmentAnswer;
import org.tutortimes.model.timer.Segment;
import org.tutortimes.model.wire.Json;
import org.tutortimes.server.audit.AuditLog;
import org.tutortimes.server.language.Words;
import org.tutortimes.server.pages.Reader;
import org.tutortimes.server.report.UnitAccess.SeenUnit;

/// Puts one timer session into words.
final class TimerSessionViewOf {

    /// What the page knows.
    ///
    /// @param server the device that the server writes as
    record Known(
            SessionAnswer session,
            TimerTableStore.Row row,
            List<PlacedEvent> events,
            List<AuditLog.Done> history,
            List<UnitPeopleStore.Definition> definitions,
            UUID server) {}

    /// What the page offers.
    ///
    /// @param correction the form as it came back, or null for a fresh one
    /// @param notice what was just done; empty for nothing
    record Offer(
            boolean changeable,
            @Nullable CorrectionForm correction,
            String notice,
            boolean undoable) {}

    private final SeenUnit unit;
    private final Known known;
    private final SessionAnswer session;
    private final Reader reader;
    private final Words words;
    private final Instant now;
    private final ZoneId zone;
    private final LocalDate today;

    TimerSessionViewOf(SeenUnit unit, Known known, Reader reader, Instant now) {
        this.unit = unit;
        this.known = known;
        this.session = known.session();
        this.reader = reader;
        this.words = reader.words();
        this.now = now;
        this.zone = reader.zone(unit.zone());
        this.today = now.atZone(zone).toLocalDate();
    }

    TimerSessionView view(Offer offer) {
        boolean deleted = session.deletedAt() != null;
        boolean running = session.runningSince() != null;
        CorrectionForm correction = deleted || running ? null : correction(offer);
        return new TimerSessionView(
                session.unitId(),
                unit.code(),
                unit.name(),
                "/units/%d/sessions/%s".formatted(session.unitId(), session.id()),
                SessionText.task(known.row(), words),
                when(),
                List.of(words.duration(session.durationSeconds()).split(" ")),
                facts(),
                words.flags(session.flags(), session.overlappedSeconds()),
                deleted,
                running,
                offer.changeable(),
                timeline(),
                session.segments().stream().map(this::part).toList(),
                events(),
                known.history().stream().map(this::entry).toList(),
                tasks(correction),
                correction,
                offer.correction() == null ? List.of() : offer.correction().wrong(),
                Json.text(session.updatedAt()),
                offer.notice(),
                offer.undoable(),
                reader.zoneNote(unit.zone()),
                zone.getId());
    }

    private @Nullable CorrectionForm correction(Offer offer) {
        if (!offer.changeable()) {
            return null;
        }
        CorrectionForm filled = offer.correction();
        return filled == null ? CorrectionForm.offered(closed(), zone) : filled;
    }

    private List<Choice> tasks(@Nullable CorrectionForm correction) {
        String chosen = correction == null ? "" : correction.taskDefinition();
        return known.definitions().stream()
                .map(each -> {
                    String id = Long.toString(each.id());
                    return new Choice(
                            id, each.abbreviation() + " " + each.name(), id.equals(chosen));
                })
                .toList();
    }

    private String when() {
        Instant end = session.endTime();
        return end == null
                ? words.text("overview.since", words.dayAndTime(session.startTime(), zone, today))
                : words.span(session.startTime(), end, zone, today);
    }

    private List<TimerSessionView.Fact> facts() {
        List<TimerSessionView.Fact> facts = new ArrayList<>();
        facts.add(fact("sessions.tutor", known.row().tutor()));
        facts.add(
                fact(
                        "sessions.state",
                        words.text(
                                session.deletedAt() == null
                                        ? "session." + SessionText.status(session.status())
                                        : "session.deleted")));
        facts.add(fact("sessions.recorded", words.duration(session.recordedSeconds())));
        if (session.overlappedSeconds() > 0) {
            facts.add(fact("sessions.overlapped", words.duration(session.overlappedSeconds())));
        }
        return facts;
    }

    private TimerSessionView.Fact fact(String key, String value) {
        return new TimerSessionView.Fact(words.text(key), value);
    }

    private List<Segment> closed() {
        return session.segments().stream()
                .flatMap(each -> {
                    Instant end = each.end();
                    return end == null ? Stream.empty() : Stream.of(new Segment(each.start(), end));
                })
                .toList();
    }

    /// The segments between the first start and the last end.
    private List<TimerSessionView.Piece> timeline() {
        List<SegmentAnswer> segments = session.segments();
        if (segments.isEmpty()) {
            return List.of();
        }
        Instant first = segments.getFirst().start();
        Instant last = segments.stream().map(this::endOf).max(Instant::compareTo).orElse(first);
        double whole = Math.max(1, Duration.between(first, last).toMillis());
        return segments.stream()
                .map(each -> {
                    double from = Duration.between(first, each.start()).toMillis() / whole;
                    double width = Duration.between(each.start(), endOf(each)).toMillis() / whole;
                    return new TimerSessionView.Piece(
                            percent(from), percent(width), each.end() == null, span(each));
                })
                .toList();
    }

    private Instant endOf(SegmentAnswer segment) {
        Instant end = segment.end();
        return end != null ? end : now.isAfter(segment.start()) ? now : segment.start();
    }

    private static double percent(double part) {
        return Math.round(part * 100_000) / 1_000.0;
    }

    private String span(SegmentAnswer segment) {
        Instant end = segment.end();
        return end == null
                ? words.text("overview.since", words.dayAndTime(segment.start(), zone, today))
                : words.span(segment.start(), end, zone, today);
    }

    private TimerSessionView.Part part(SegmentAnswer segment) {
        long recorded = Duration.between(segment.start(), endOf(segment)).toSeconds();
        return new TimerSessionView.Part(
                span(segment),
                words.duration(recorded),
                segment.end() == null ? "" : words.duration(segment.countedMs() / 1_000));
    }

    private List<TimerSessionView.Event> events() {
        FactWords facts = new FactWords(words, zone, today);
        Set<UUID> devices = new LinkedHashSet<>();
        known.events().forEach(each -> devices.add(each.event().deviceId()));
        devices.remove(known.server());
        List<UUID> numbered = List.copyOf(devices);
        return known.events().stream()
                .map(each -> {
                    String note = FactWords.note(each.event().fact());
                    int number = numbered.indexOf(each.event().deviceId());
                    return new TimerSessionView.Event(
                            words.dayAndTime(each.time(), zone, today),
                            facts.of(each.event().fact()),
                            note == null ? "" : note,
                            number < 0
                                    ? words.text("sessions.writer.server")
                                    : words.text("sessions.writer.device", number + 1));
                })
                .toList();
    }

    private TimerSessionView.Entry entry(AuditLog.Done done) {
        String note = done.note();
        return new TimerSessionView.Entry(
                words.dayAndTime(done.at(), zone, today),
                done.actor(),
                words.text(
                        "action."
                                + done.action().name().toLowerCase(Locale.ROOT).replace('_', '-')),
                note == null ? "" : note);
    }
}
