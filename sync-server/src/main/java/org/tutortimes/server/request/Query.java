package org.tutortimes.server.request;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;

/// What stands after the question mark of a request's address. Reading gathers every fault;
/// [#refuseFaults] tells them all at once. An empty parameter is an absent one, and one that no
/// route knows is ignored.
public final class Query {

    private final Context context;
    private final Map<String, String> faults = new TreeMap<>();

    private Query(Context context) {
        this.context = context;
    }

    public static Query of(Context context) {
        return new Query(context);
    }

    /// What the request asked for, as it came: its path, and what stands after the question mark.
    public String asked() {
        String query = context.queryString();
        return query == null ? context.path() : context.path() + "?" + query;
    }

    /// Notes that a parameter is not what it should be.
    public void fault(String parameter, String fault) {
        faults.putIfAbsent(parameter, fault);
    }

    public @Nullable String text(String name) {
        List<String> values = context.queryParams(name);
        if (values.size() > 1) {
            fault(name, "must be given once");
        } else if (values.stream().anyMatch(value -> value.indexOf('\0') >= 0)) {
            fault(name, "must not hold the character U+0000");
        }
        return values.isEmpty() || values.getFirst().isEmpty() ? null : values.getFirst();
    }

    public @Nullable Long number(String name) {
        String text = text(name);
        try {
            return text == null ? null : Long.valueOf(text);
        } catch (NumberFormatException e) {
            fault(name, "must be a whole number");
            return null;
        }
    }

    public @Nullable Boolean flag(String name) {
        String word = oneOf(name, "true", "false");
        return word == null ? null : Boolean.valueOf(word);
    }

    /// One of some words.
    public @Nullable String oneOf(String name, String... words) {
        String text = text(name);
        if (text != null && !List.of(words).contains(text)) {
            fault(name, "must be one of " + String.join(", ", words));
            return null;
        }
        return text;
    }

    /// How many items a page of a list may have.
    public int limit(int usual, int most) {
        Long limit = number("limit");
        if (limit != null && (limit < 1 || limit > most)) {
            fault("limit", "must be between 1 and " + most);
        }
        return limit == null ? usual : limit.intValue();
    }

    /// Where a page of a list begins, see [Cursor]; null for the first page.
    ///
    /// @param list which list it must be of
    /// @param parts how many the cursors of this list have
    public @Nullable List<String> cursor(String list, int parts) {
        String text = text("cursor");
        List<String> position = text == null ? null : Cursor.read(list, text);
        boolean fits = position != null && position.size() == parts;
        if (text != null && !fits) {
            refuseCursor();
        }
        return fits ? position : null;
    }

    /// A part of a cursor that is a number.
    public long cursorNumber(List<String> parts, int index) {
        try {
            return Long.parseLong(parts.get(index));
        } catch (NumberFormatException e) {
            refuseCursor();
            return 0;
        }
    }

    private void refuseCursor() {
        fault("cursor", "must be the next_cursor of an earlier answer of this list");
    }

    /// Refuses the request if anything was wrong with the parameters that were read.
    public void refuseFaults() {
        if (!faults.isEmpty()) {
            throw new Refused(new Refusal.Malformed(faults));
        }
    }
}
