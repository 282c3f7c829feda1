package org.tutortimes.model.sync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.timer.EntryRules;
import org.tutortimes.model.timer.Fact;
import org.tutortimes.model.timer.FactKind;
import org.tutortimes.model.timer.MarkingTarget;
import org.tutortimes.model.timer.Segment;
import org.tutortimes.model.timer.TimerEvent;
import org.tutortimes.model.wire.Json;

/// Timer events as JSON and back. The JSON that [#encode] gives is canonical: equal events give
/// equal text, so it is what both sides store, and what tells a duplicate from a reused id.
///
/// Source: design, timekeeping, "Events".
public final class EventCodec {

    /// A segment that a device measured is no longer than this, in milliseconds.
    public static final long MOST_WORKED_MILLIS = EntryRules.MOST_SEGMENT_MILLIS;

    /// A note, or any other text of an event, is no longer than this.
    public static final int LONGEST_TEXT = 2_000;

    /// The most submissions of a pile that one session can have marked.
    public static final int MOST_SUBMISSIONS = 1_000_000;

    /// The most segments in one correction.
    public static final int MOST_SEGMENTS = 1_000;

    private EventCodec() {}

    /// The event as one JSON object; fields that say nothing are left out.
    public static ObjectNode encode(TimerEvent event) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", event.id().toString());
        json.put("session_id", event.sessionId().toString());
        json.put("device_id", event.deviceId().toString());
        json.put("seq", event.seq());
        json.put("kind", FactKind.of(event.fact()).wireName());
        json.put("at", Json.text(event.at()));
        json.put("zone", event.zone());
        json.put("clock_offset_ms", event.clockOffsetMillis());
        encodeFact(event.fact(), json);
        return json;
    }

    /// Reads one event. Never throws: what is wrong with it comes back by field.
    public static DecodedEvent decode(JsonNode json) {
        EventFields fields = new EventFields(json);
        EventFields.Header header = fields.header();
        Optional<FactKind> kind = FactKind.ofWireName(header.kind());
        if (kind.isEmpty() && fields.faults().isEmpty()) {
            return new DecodedEvent.UnknownKind(
                    header.id(),
                    header.sessionId(),
                    header.deviceId(),
                    header.seq(),
                    header.kind(),
                    json);
        }
        Fact fact = decodeFact(kind.orElse(FactKind.RESUMED), fields);
        return fields.faults().isEmpty()
                ? new DecodedEvent.Understood(header.event(fact))
                : new DecodedEvent.Malformed(fields.rawId(), fields.faults());
    }

    private static void encodeFact(Fact fact, ObjectNode json) {
        switch (fact) {
            case Fact.Started started -> {
                json.put("unit_role_id", started.unitRoleId());
                encodeTarget(started.target(), json);
                if (started.manual()) {
                    json.put("manual", true);
                }
            }
            case Fact.Resumed _ -> {}
            case Fact.Paused paused -> {
                json.put("reason", EventFields.lowerCase(paused.reason()));
                encodeClosing(paused.closing(), json);
            }
            case Fact.Completed completed -> {
                encodeClosing(completed.closing(), json);
                if (completed.submissions() != null) {
                    json.put("submissions", completed.submissions());
                }
            }
            case Fact.AwayKept kept -> encodeAway(kept.away(), json);
            case Fact.AwayDiscarded discarded -> encodeAway(discarded.away(), json);
            case Fact.Amended amended -> {
                encodeSegments(amended.segments(), json);
                encodeTarget(amended.target(), json);
                encodeNote(amended.note(), json);
            }
            case Fact.Deleted deleted -> encodeNote(deleted.note(), json);
            case Fact.Restored restored -> encodeNote(restored.note(), json);
        }
    }

    private static Fact decodeFact(FactKind kind, EventFields fields) {
        return switch (kind) {
            case STARTED ->
                    new Fact.Started(
                            fields.number("unit_role_id", 1, Long.MAX_VALUE),
                            fields.target(),
                            fields.flag("manual"));
            case RESUMED -> new Fact.Resumed();
            case PAUSED -> new Fact.Paused(fields.reason(), fields.closing());
            case COMPLETED -> new Fact.Completed(fields.closing(), fields.submissions());
            case AWAY_KEPT -> new Fact.AwayKept(fields.away());
            case AWAY_DISCARDED -> new Fact.AwayDiscarded(fields.away());
            case AMENDED ->
                    new Fact.Amended(
                            fields.segments(), fields.optionalTarget(), fields.text("note"));
            case DELETED -> new Fact.Deleted(fields.text("note"));
            case RESTORED -> new Fact.Restored(fields.text("note"));
        };
    }

    private static void encodeTarget(@Nullable MarkingTarget target, ObjectNode json) {
        switch (target) {
            case null -> {}
            case MarkingTarget.OneTask one -> json.put("task_id", one.taskId());
            case MarkingTarget.Pile pile -> json.put("task_definition_id", pile.taskDefinitionId());
        }
    }

    private static void encodeClosing(Fact.@Nullable Closing closing, ObjectNode json) {
        if (closing != null) {
            json.put("opened_by", closing.openedBy().toString());
            if (closing.workedMillis() != null) {
                json.put("worked_ms", closing.workedMillis());
            }
        }
    }

    private static void encodeAway(Segment away, ObjectNode json) {
        json.put("from", Json.text(away.start()));
        json.put("to", Json.text(away.end()));
    }

    private static void encodeSegments(List<Segment> segments, ObjectNode json) {
        ArrayNode array = json.putArray("segments");
        for (Segment segment : segments) {
            array.addObject()
                    .put("start", Json.text(segment.start()))
                    .put("end", Json.text(segment.end()));
        }
    }

    private static void encodeNote(@Nullable String note, ObjectNode json) {
        if (note != null) {
            json.put("note", note);
        }
    }
}
