package org.tutortimes.model.sync;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.timer.EntryRules;
import org.tutortimes.model.timer.Fact;
import org.tutortimes.model.timer.MarkingTarget;
import org.tutortimes.model.timer.PauseReason;
import org.tutortimes.model.timer.Segment;
import org.tutortimes.model.timer.TimerEvent;
import org.tutortimes.model.wire.Json;

/// Reads the fields of one event and gathers every fault instead of stopping at the first. A field
/// with a fault reads as some harmless value; nobody uses it, because the event is malformed.
final class EventFields {

    private static final UUID NO_ID = new UUID(0, 0);
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private final JsonNode json;
    private final List<String> faults = new ArrayList<>();

    record Header(
            UUID id,
            UUID sessionId,
            UUID deviceId,
            long seq,
            String kind,
            Instant at,
            String zone,
            long clockOffsetMillis) {
        TimerEvent event(Fact fact) {
            return new TimerEvent(id, sessionId, deviceId, seq, at, zone, clockOffsetMillis, fact);
        }
    }

    EventFields(JsonNode json) {
        this.json = json;
        if (!json.isObject()) {
            faults.add("an event is a JSON object");
        }
    }

    List<String> faults() {
        return faults;
    }

    @Nullable String rawId() {
        return json.path("id").isTextual() ? json.path("id").textValue() : null;
    }

    Header header() {
        return new Header(
                uuid("id"),
                uuid("session_id"),
                uuid("device_id"),
                number("seq", 0, Long.MAX_VALUE),
                required("kind"),
                instant("at"),
                zone(),
                json.has("clock_offset_ms")
                        ? number("clock_offset_ms", -Long.MAX_VALUE, Long.MAX_VALUE)
                        : 0);
    }

    long number(String field, long least, long most) {
        JsonNode value = json.path(field);
        if (!value.canConvertToExactIntegral() || !value.canConvertToLong()) {
            faults.add(field + " must be a whole number");
            return least;
        }
        if (value.longValue() < least || value.longValue() > most) {
            faults.add(field + " must be between " + least + " and " + most);
        }
        return value.longValue();
    }

    boolean flag(String field) {
        JsonNode value = json.path(field);
        if (isAbsent(value)) {
            return false;
        }
        if (!value.isBoolean()) {
            faults.add(field + " must be true or false");
        }
        return value.booleanValue();
    }

    @Nullable String text(String field) {
        JsonNode value = json.path(field);
        if (isAbsent(value)) {
            return null;
        }
        if (!value.isTextual() || value.textValue().length() > EventCodec.LONGEST_TEXT) {
            faults.add(
                    field
                            + " must be a text of at most "
                            + EventCodec.LONGEST_TEXT
                            + " characters");
            return null;
        }
        return value.textValue();
    }

    MarkingTarget target() {
        MarkingTarget target = optionalTarget();
        if (target == null) {
            faults.add("task_id or task_definition_id must be given");
            return new MarkingTarget.Pile(1);
        }
        return target;
    }

    @Nullable MarkingTarget optionalTarget() {
        boolean task = !isAbsent(json.path("task_id"));
        boolean pile = !isAbsent(json.path("task_definition_id"));
        if (task && pile) {
            faults.add("task_id and task_definition_id exclude each other");
        }
        if (task) {
            return new MarkingTarget.OneTask(number("task_id", 1, Long.MAX_VALUE));
        }
        return pile
                ? new MarkingTarget.Pile(number("task_definition_id", 1, Long.MAX_VALUE))
                : null;
    }

    /// A pause that gives no reason was asked for by somebody.
    PauseReason reason() {
        String name = text("reason");
        if (name == null) {
            return PauseReason.BY_HAND;
        }
        for (PauseReason reason : PauseReason.values()) {
            if (lowerCase(reason).equals(name)) {
                return reason;
            }
        }
        faults.add("reason must be one of " + reasons());
        return PauseReason.BY_HAND;
    }

    Fact.@Nullable Closing closing() {
        boolean worked = !isAbsent(json.path("worked_ms"));
        if (isAbsent(json.path("opened_by"))) {
            if (worked) {
                faults.add("worked_ms needs opened_by");
            }
            return null;
        }
        return new Fact.Closing(
                uuid("opened_by"),
                worked ? number("worked_ms", 0, EventCodec.MOST_WORKED_MILLIS) : null);
    }

    @Nullable Integer submissions() {
        return isAbsent(json.path("submissions"))
                ? null
                : (int) number("submissions", 0, EventCodec.MOST_SUBMISSIONS);
    }

    Segment away() {
        Segment away = new Segment(instant("from"), instant("to"));
        if (away.isEmpty()) {
            faults.add("to must be after from");
        }
        return away;
    }

    List<Segment> segments() {
        JsonNode array = json.path("segments");
        if (!array.isArray() || array.size() > EventCodec.MOST_SEGMENTS) {
            faults.add(
                    "segments must be a list of at most " + EventCodec.MOST_SEGMENTS + " segments");
            return List.of();
        }
        List<Segment> segments = new ArrayList<>();
        for (JsonNode element : array) {
            segments.add(
                    new Segment(
                            instant("segments.start", element.path("start")),
                            instant("segments.end", element.path("end"))));
        }
        return segments;
    }

    static String lowerCase(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static List<String> reasons() {
        return Arrays.stream(PauseReason.values()).map(EventFields::lowerCase).toList();
    }

    private UUID uuid(String field) {
        String text = json.path(field).asText("");
        try {
            UUID id = UUID.fromString(text);
            // The JDK also reads shortened forms such as 1-2-3-4-5, which name no id.
            if (id.toString().equalsIgnoreCase(text)) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            // Told below, as any other fault.
        }
        faults.add(field + " must be a UUID");
        return NO_ID;
    }

    private Instant instant(String field) {
        return instant(field, json.path(field));
    }

    private Instant instant(String field, JsonNode value) {
        try {
            Instant instant = Json.instant(value.asText(""));
            if (!instant.isBefore(EntryRules.EARLIEST) && !instant.isAfter(LATEST)) {
                return instant;
            }
        } catch (DateTimeException e) {
            // Told below, as any other fault.
        }
        faults.add(field + " must be an ISO-8601 instant from 1970 to 9999");
        return EntryRules.EARLIEST;
    }

    private String zone() {
        String name = required("zone");
        try {
            return name.isEmpty() ? name : ZoneId.of(name).getId();
        } catch (DateTimeException e) {
            faults.add("zone must be an IANA time zone");
            return name;
        }
    }

    private String required(String field) {
        String text = text(field);
        if (text == null || text.isEmpty()) {
            faults.add(field + " must be given");
            return "";
        }
        return text;
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }
}
