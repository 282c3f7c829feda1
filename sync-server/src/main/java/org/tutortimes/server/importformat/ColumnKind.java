package org.tutortimes.server.importformat;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What may stand in a column, and how it is stored: whole numbers and truth values as Long, all
/// else as String.
///
/// @param wanted completes "must be …"
/// @param numeric whether the stored value is a Long
/// @param json how JSON writes it
/// @param reader the stored value of a text; empty where the text is none of that kind
public record ColumnKind(
        String wanted, boolean numeric, InJson json, Function<String, Optional<Object>> reader) {

    /// How JSON writes a value.
    enum InJson {
        TEXT,
        WHOLE_NUMBER,
        TRUTH,
        LIST_OF_WHOLE_NUMBERS
    }

    static final ColumnKind ID = wholeNumber(1, Long.MAX_VALUE, "a whole number from 1 on");
    public static final ColumnKind FLAG = ofFlag(true, 1L, 0L);
    static final ColumnKind ARCHIVED_FLAG = ofFlag(false, "ACTIVE", "ARCHIVED");
    static final ColumnKind ANY_TEXT = ofText("a text", text -> text);
    static final ColumnKind ZONE =
            ofText("an IANA time zone such as Australia/Melbourne", ColumnKind::zone);
    static final ColumnKind DATE = ofText("a date such as 2026-07-13", ColumnKind::date);
    static final ColumnKind TIME = ofText("a time of day such as 08:00", ColumnKind::time);
    static final ColumnKind UNIQUE_ID = ofText("a UUID", ColumnKind::uuid);
    static final ColumnKind IDS =
            new ColumnKind(
                    "a list of ids", false, InJson.LIST_OF_WHOLE_NUMBERS, ColumnKind::idsAsJson);

    private static final Set<String> ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());

    private static final DateTimeFormatter HOURS_AND_MINUTES =
            DateTimeFormatter.ofPattern("HH:mm").withResolverStyle(ResolverStyle.STRICT);

    static ColumnKind wholeNumber(long least, long most) {
        return wholeNumber(least, most, "a whole number from " + least + " to " + most);
    }

    /// A text that is not blank, and that every database can keep and give back as it was.
    static ColumnKind text(int mostCharacters) {
        return ofText(
                "a text of 1 to " + mostCharacters + " characters",
                text ->
                        text.isBlank() || text.length() > mostCharacters || !isStorable(text)
                                ? null
                                : text.strip());
    }

    static ColumnKind oneOf(String... words) {
        List<String> allowed = List.of(words);
        return ofText(
                "one of " + String.join(", ", allowed),
                text -> {
                    String word = text.strip().toLowerCase(Locale.ROOT);
                    return allowed.contains(word) ? word : null;
                });
    }

    /// Whether it is stored as a JSON list.
    public boolean isList() {
        return json == InJson.LIST_OF_WHOLE_NUMBERS;
    }

    public Optional<Object> read(String text) {
        return reader.apply(text);
    }

    /// The ids of a stored [#IDS].
    public static List<Long> ids(String stored) {
        List<Long> ids = new ArrayList<>();
        for (String id : stored.substring(1, stored.length() - 1).split(",", -1)) {
            if (!id.isEmpty()) {
                ids.add(Long.valueOf(id));
            }
        }
        return ids;
    }

    private static ColumnKind wholeNumber(long least, long most, String wanted) {
        return new ColumnKind(
                wanted,
                true,
                InJson.WHOLE_NUMBER,
                text ->
                        number(text)
                                .filter(number -> number >= least && number <= most)
                                .map(number -> number));
    }

    private static ColumnKind ofFlag(boolean numeric, Object yes, Object no) {
        return new ColumnKind(
                "true or false",
                numeric,
                InJson.TRUTH,
                text ->
                        switch (text.strip().toLowerCase(Locale.ROOT)) {
                            case "true" -> Optional.of(yes);
                            case "false" -> Optional.of(no);
                            default -> Optional.empty();
                        });
    }

    private static ColumnKind ofText(String wanted, TextReader reader) {
        return new ColumnKind(
                wanted,
                false,
                InJson.TEXT,
                text -> {
                    try {
                        return Optional.ofNullable(reader.read(text));
                    } catch (DateTimeException | IllegalArgumentException e) {
                        return Optional.empty();
                    }
                });
    }

    private static Optional<Long> number(String text) {
        try {
            return Optional.of(Long.valueOf(text.strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static @Nullable String zone(String text) {
        // ZoneId.of would also take fixed offsets, which know no summer time.
        return ZONES.contains(text.strip()) ? text.strip() : null;
    }

    private static @Nullable String date(String text) {
        LocalDate date = LocalDate.parse(text.strip());
        return date.getYear() >= 1 && date.getYear() <= 9999 ? date.toString() : null;
    }

    /// Neither control characters, but for tabs and line breaks, nor halves of a pair.
    private static boolean isStorable(String text) {
        return text.codePoints()
                .allMatch(character ->
                        character == '\t'
                                || character == '\n'
                                || character == '\r'
                                || !(Character.isISOControl(character)
                                        || Character.getType(character) == Character.SURROGATE));
    }

    private static String time(String text) {
        return LocalTime.parse(text.strip(), HOURS_AND_MINUTES).toString();
    }

    private static @Nullable String uuid(String text) {
        String id = UUID.fromString(text.strip()).toString();
        // The JDK also reads shortened forms such as 1-2-3-4-5, which name no id.
        return id.equalsIgnoreCase(text.strip()) ? id : null;
    }

    private static Optional<Object> idsAsJson(String text) {
        Set<String> ids = new LinkedHashSet<>();
        for (String part : text.strip().split("[\\s,;]+", -1)) {
            Optional<Long> id = number(part).filter(number -> number > 0);
            if (id.isPresent()) {
                ids.add(id.get().toString());
            } else if (!part.isEmpty()) {
                return Optional.empty();
            }
        }
        return Optional.of("[" + String.join(",", ids) + "]");
    }

    /// Reads a text; null or an exception where it is none of the kind.
    private interface TextReader {
        @Nullable String read(String text);
    }
}
