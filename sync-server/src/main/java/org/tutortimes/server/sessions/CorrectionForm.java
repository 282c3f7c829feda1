package org.tutortimes.server.sessions;

import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.sync.EventCodec;
import org.tutortimes.model.timer.EntryRules;
import org.tutortimes.model.timer.MarkingTarget;
import org.tutortimes.model.timer.Segment;
import org.tutortimes.model.wire.Json;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.language.Words;

/// What somebody filled in to correct a session.
///
/// Browsers give local times to the second. Whoever leaves a time alone must not change its
/// milliseconds: each field comes with the instant that it stood for.
///
/// @param rows as they were filled in
/// @param segments what the rows mean, as far as they can be read
/// @param target what was marked, or null where that stays
/// @param wrong every fault, as a sentence
public record CorrectionForm(
        List<Row> rows,
        List<Segment> segments,
        @Nullable MarkingTarget target,
        String taskDefinition,
        String note,
        List<String> wrong) {

    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

    /// One segment of the form.
    ///
    /// @param start as the field holds it
    /// @param startWas the instant that it stood for; empty for a new row
    public record Row(String start, String startWas, String end, String endWas) {

        static Row of(Segment segment, ZoneId zone) {
            return new Row(
                    LOCAL.format(segment.start().atZone(zone)),
                    Json.text(segment.start()),
                    LOCAL.format(segment.end().atZone(zone)),
                    Json.text(segment.end()));
        }

        static Row empty() {
            return new Row("", "", "", "");
        }

        boolean isEmpty() {
            return start.isEmpty() && end.isEmpty();
        }
    }

    /// The form as it is offered.
    static CorrectionForm offered(List<Segment> segments, ZoneId zone) {
        List<Row> rows =
                new ArrayList<>(segments.stream().map(each -> Row.of(each, zone)).toList());
        rows.add(Row.empty());
        return new CorrectionForm(rows, segments, null, "", "", List.of());
    }

    /// The form as it came back.
    ///
    /// @param usualZone in which its times are, where the form does not say
    /// @param now nobody has worked in the future yet
    static CorrectionForm of(Context context, ZoneId usualZone, Instant now, Words words) {
        ZoneId zone = zone(context, usualZone);
        List<Row> rows = rows(context);
        List<String> wrong = new ArrayList<>();
        List<Numbered> read = read(rows, zone, wrong, words);
        // What was forgotten may lie before what is there, and stands in the last line all the
        // same.
        read.sort(Comparator.comparing(Numbered::segment, Segment.BY_START));
        List<Segment> segments = read.stream().map(Numbered::segment).toList();
        EntryRules.faults(segments.stream().map(Optional::of).toList(), now)
                .forEach(fault -> wrong.add(sentence(fault, read, words)));
        String note = text(context, "note");
        if (note.isBlank()) {
            wrong.add(words.text("correction.no-note"));
        }
        if (note.length() > EventCodec.LONGEST_TEXT) {
            wrong.add(words.text("correction.note-too-long"));
        }
        String definition = text(context, "task_definition");
        return new CorrectionForm(
                rows,
                segments,
                definition.matches("\\d{1,18}")
                        ? new MarkingTarget.Pile(Long.parseLong(definition))
                        : null,
                definition,
                note,
                wrong);
    }

    private static List<Row> rows(Context context) {
        List<String> starts = context.formParams("start");
        List<String> ends = context.formParams("end");
        List<String> startsWere = context.formParams("start_was");
        List<String> endsWere = context.formParams("end_was");
        List<Row> rows = new ArrayList<>();
        for (int index = 0; index < starts.size(); index++) {
            rows.add(
                    new Row(
                            starts.get(index),
                            at(startsWere, index),
                            at(ends, index),
                            at(endsWere, index)));
        }
        return rows;
    }

    /// What the lines mean; those that cannot be read are faults.
    private static List<Numbered> read(
            List<Row> rows, ZoneId zone, List<String> wrong, Words words) {
        List<Numbered> read = new ArrayList<>();
        for (int index = 0; index < rows.size(); index++) {
            Row row = rows.get(index);
            Optional<Segment> segment = row.isEmpty() ? Optional.empty() : segment(row, zone);
            if (segment.isPresent()) {
                read.add(new Numbered(segment.get(), index + 1));
            } else if (!row.isEmpty()) {
                wrong.add(words.text("correction.unreadable", index + 1));
            }
        }
        return read;
    }

    /// The same with another fault.
    CorrectionForm with(String sentence) {
        List<String> all = new ArrayList<>(wrong);
        all.add(sentence);
        return new CorrectionForm(rows, segments, target, taskDefinition, note, all);
    }

    /// A segment, and the line in which it stands.
    private record Numbered(Segment segment, int line) {}

    private static String sentence(EntryRules.Fault fault, List<Numbered> read, Words words) {
        int place = Integer.parseInt(fault.field().replaceAll("\\D", ""));
        return words.text(
                fault.field().endsWith("start") ? "correction.start" : "correction.end",
                read.get(place).line(),
                words.fault(fault.fault()));
    }

    private static Optional<Segment> segment(Row row, ZoneId zone) {
        try {
            return Optional.of(
                    new Segment(
                            instant(row.start(), row.startWas(), zone),
                            instant(row.end(), row.endWas(), zone)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// @throws DateTimeException where the text is no time, or one that the zone's clock skips
    private static Instant instant(String text, String was, ZoneId zone) {
        LocalDateTime local = LocalDateTime.parse(text);
        if (zone.getRules().getValidOffsets(local).isEmpty()) {
            throw new DateTimeException("skipped by the clock");
        }
        if (was.isEmpty()) {
            return local.atZone(zone).toInstant();
        }
        Instant before = Json.instant(was);
        boolean unchanged =
                local.equals(LocalDateTime.ofInstant(before.truncatedTo(ChronoUnit.SECONDS), zone));
        // In an hour that the clock shows twice, a changed time stays in the one it was in.
        return unchanged
                ? before
                : ZonedDateTime.ofLocal(local, zone, zone.getRules().getOffset(before)).toInstant();
    }

    /// Why somebody deletes a session; null where they do not say.
    static @Nullable String note(Context context) {
        String note = text(context, "note");
        if (note.length() > EventCodec.LONGEST_TEXT) {
            throw new Refused(
                    Refusal.Malformed.field(
                            "note",
                            "must have at most %d characters".formatted(EventCodec.LONGEST_TEXT)));
        }
        return note.isEmpty() ? null : note;
    }

    /// The form says in which zone it was written: the reader's may be another by now.
    private static ZoneId zone(Context context, ZoneId usualZone) {
        try {
            String name = context.formParam("zone");
            return name == null ? usualZone : ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new Refused(Refusal.Malformed.field("zone", "must be a time zone"));
        }
    }

    private static String at(List<String> values, int index) {
        return index < values.size() ? values.get(index) : "";
    }

    private static String text(Context context, String field) {
        String text = context.formParam(field);
        return text == null ? "" : text.strip();
    }
}
