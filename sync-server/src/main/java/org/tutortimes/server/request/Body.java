package org.tutortimes.server.request;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.wire.Json;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;

/// The JSON object in a request's body. Reading gathers every fault; [#refuseFaults] tells them all
/// at once.
public final class Body {

    private static final long MOST_BYTES = 64 * 1024;

    private static final ObjectReader ONE_VALUE =
            Json.mapper().reader(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final ObjectNode json;
    private final String place;
    private final Map<String, String> faults;

    private Body(ObjectNode json) {
        this(json, "", new TreeMap<>());
    }

    private Body(ObjectNode json, String place, Map<String, String> faults) {
        this.json = json;
        this.place = place;
        this.faults = faults;
    }

    /// Reads a body that must be there.
    public static Body of(Context context) {
        return of(context, MOST_BYTES);
    }

    /// Reads a body that must be there and may be as large as this.
    public static Body of(Context context, long mostBytes) {
        if (tree(context, mostBytes) instanceof ObjectNode json) {
            return new Body(json);
        }
        throw notOneObject("");
    }

    private static JsonNode tree(Context context, long mostBytes) {
        byte[] bytes = bytes(context, mostBytes);
        if (bytes.length > 0) {
            refuseOtherTypes(context);
        }
        try {
            return ONE_VALUE.readTree(bytes);
        } catch (JacksonException e) {
            throw notOneObject(place(e.getLocation()));
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory cannot fail to be read", e);
        }
    }

    /// Reads a body that must be there: one JSON object, or a list of some. Their faults are told
    /// together, under names such as `[2].action`.
    public static List<Body> oneOrMore(Context context, int most) {
        JsonNode tree = tree(context, MOST_BYTES);
        if (tree instanceof ObjectNode one) {
            return List.of(new Body(one));
        }
        if (!tree.isArray() || tree.isEmpty() || tree.size() > most) {
            throw new Refused(
                    Refusal.Malformed.field(
                            "body", "must be one JSON object or a list of 1 to " + most));
        }
        Map<String, String> faults = new TreeMap<>();
        List<Body> all = new ArrayList<>();
        for (int index = 0; index < tree.size(); index++) {
            String place = "[" + index + "]";
            if (tree.get(index) instanceof ObjectNode object) {
                all.add(new Body(object, place + ".", faults));
            } else {
                faults.put(place, "must be an object");
            }
        }
        if (all.isEmpty()) {
            throw new Refused(new Refusal.Malformed(faults));
        }
        return all;
    }

    private static String place(@Nullable JsonLocation location) {
        return location == null
                ? ""
                : ", and is not readable as JSON at line %d, column %d"
                        .formatted(location.getLineNr(), location.getColumnNr());
    }

    private static Refused notOneObject(String where) {
        return new Refused(Refusal.Malformed.field("body", "must be one JSON object" + where));
    }

    /// Reads a body that may be left out, which reads as an object without fields.
    public static Body optional(Context context) {
        // A body of unknown length has to be looked at to know whether it is there.
        boolean absent =
                context.contentLength() == 0
                        || (context.contentLength() < 0
                                && context.header("Transfer-Encoding") == null);
        return absent ? new Body(JsonNodeFactory.instance.objectNode()) : of(context);
    }

    /// A large body, for who reads it while it arrives.
    public static InputStream stream(Context context, long mostBytes) {
        if (context.contentLength() > mostBytes) {
            throw new Refused(new Refusal.TooLarge(mostBytes));
        }
        refuseOtherTypes(context);
        return new LimitedStream(context.bodyInputStream(), mostBytes);
    }

    private static void refuseOtherTypes(Context context) {
        String type = context.contentType();
        if (type != null && !type.startsWith("application/json")) {
            throw new Refused(new Refusal.NotJson());
        }
    }

    private static byte[] bytes(Context context, long mostBytes) {
        if (context.contentLength() > mostBytes) {
            throw new Refused(new Refusal.TooLarge(mostBytes));
        }
        try {
            byte[] bytes = context.bodyInputStream().readNBytes((int) mostBytes + 1);
            if (bytes.length > mostBytes) {
                throw new Refused(new Refusal.TooLarge(mostBytes));
            }
            return bytes;
        } catch (IOException e) {
            throw new Refused(Refusal.Malformed.field("body", "ended too early"));
        }
    }

    /// All of it, for who reads the fields by rules of their own.
    public ObjectNode object() {
        return json;
    }

    /// Whether it came in a list of its like.
    public boolean isOfList() {
        return !place.isEmpty();
    }

    /// The field as it came; missing and null alike are absent.
    public JsonNode field(String name) {
        return json.path(name);
    }

    public boolean has(String name) {
        return json.hasNonNull(name);
    }

    /// Notes that a field is not what it should be.
    public void fault(String field, String fault) {
        faults.putIfAbsent(place + field, fault);
    }

    /// How many fields were wrong so far.
    public int faultCount() {
        return faults.size();
    }

    public String requiredText(String name) {
        String text = text(name);
        if (text == null) {
            fault(name, "must be given");
            return "";
        }
        return text;
    }

    public @Nullable String text(String name) {
        if (has(name) && !field(name).isTextual()) {
            fault(name, "must be a text");
        }
        Storable.fault(field(name).asText()).ifPresent(fault -> fault(name, fault));
        return has(name) ? field(name).asText() : null;
    }

    public boolean flag(String name) {
        if (has(name) && !field(name).isBoolean()) {
            fault(name, "must be true or false");
        }
        return field(name).asBoolean(false);
    }

    public long requiredNumber(String name) {
        Long number = number(name);
        if (number == null) {
            fault(name, "must be given");
            return 0;
        }
        return number;
    }

    public @Nullable Long number(String name) {
        if (!has(name)) {
            return null;
        }
        if (!field(name).isIntegralNumber() || !field(name).canConvertToLong()) {
            fault(name, "must be a whole number");
        }
        return field(name).asLong();
    }

    /// The objects of a list, none where it is absent. Their faults are this body's, under names
    /// such as `segments[2].end`. In place of what is no object stands an empty one, whose faults
    /// are not told beside that.
    public List<Body> objects(String name, int most) {
        JsonNode list = field(name);
        boolean isList = list.isArray() && list.size() <= most;
        if (has(name) && !isList) {
            fault(name, "must be a list of at most " + most + " objects");
        }
        List<Body> objects = new ArrayList<>();
        for (int index = 0; isList && index < list.size(); index++) {
            String element = name + "[" + index + "]";
            if (list.get(index) instanceof ObjectNode object) {
                objects.add(new Body(object, place + element + ".", faults));
            } else {
                fault(element, "must be an object");
                objects.add(new Body(JsonNodeFactory.instance.objectNode()));
            }
        }
        return objects;
    }

    public @Nullable UUID uuid(String name) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        UUID id = Ids.parse(text);
        if (id == null) {
            fault(name, "must be a UUID");
        }
        return id;
    }

    public @Nullable Instant instant(String name) {
        String text = text(name);
        try {
            Instant instant = text == null ? null : Json.instant(text);
            if (instant != null && !CalendarYears.hold(instant)) {
                fault(name, CalendarYears.FAULT);
                return null;
            }
            return instant;
        } catch (DateTimeException e) {
            fault(name, "must be an ISO-8601 instant");
            return null;
        }
    }

    public Instant requiredInstant(String name) {
        Instant instant = instant(name);
        if (instant == null) {
            fault(name, "must be given");
            return Instant.EPOCH;
        }
        return instant;
    }

    /// A text of at most so many characters.
    public @Nullable String text(String name, int most) {
        String text = text(name);
        if (text != null && text.length() > most) {
            fault(name, "must have at most " + most + " characters");
        }
        return text;
    }

    /// Refuses the request if anything was wrong with the fields that were read.
    public void refuseFaults() {
        if (!faults.isEmpty()) {
            throw new Refused(new Refusal.Malformed(faults));
        }
    }
}
