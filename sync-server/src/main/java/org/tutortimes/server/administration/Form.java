package org.tutortimes.server.administration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import org.tutortimes.model.wire.Json;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.language.Words;

/// What a form says of a row of the import, as the fields of the API: what is no number goes on as
/// the text that it is, for the rules to refuse.
///
/// @param faults by field; what is wrong with the whole stands under `body`
record Form(List<Field> fields, ObjectNode values, Map<String, String> faults) {

    /// What a field is.
    enum Kind {
        TEXT("text"),
        EMAIL("email"),
        DATE("date"),
        NUMBER("number");

        private final String inHtml;

        Kind(String inHtml) {
            this.inHtml = inHtml;
        }
    }

    /// A field of a form, named as the column of the import.
    record Field(String name, Kind kind, boolean required) {}

    /// A form that holds what is stored.
    ///
    /// @param stored a record whose components are called as the fields
    static Form of(List<Field> fields, Object stored) {
        return new Form(fields, Json.mapper().valueToTree(stored), Map.of());
    }

    /// A form with these values, and nothing else.
    static Form with(List<Field> fields, Map<String, String> values) {
        ObjectNode known = JsonNodeFactory.instance.objectNode();
        values.forEach(known::put);
        return new Form(fields, known, Map.of());
    }

    /// What somebody sent. A field that the form did not have is left as it is.
    static Form read(List<Field> fields, Context context) {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        for (Field field : fields) {
            String text = context.formParam(field.name());
            if (text == null) {
                continue;
            }
            String value = text.strip();
            if (value.isEmpty()) {
                values.putNull(field.name());
            } else if (field.kind() == Kind.NUMBER && value.matches("[0-9]{1,18}")) {
                values.put(field.name(), Long.parseLong(value));
            } else {
                values.put(field.name(), value);
            }
        }
        return new Form(fields, values, Map.of());
    }

    /// The same with what is wrong with it.
    ///
    /// @throws Refused the refusal itself, where it is not about what was typed
    Form refusedBy(Refused refused) {
        return switch (refused.refusal()) {
            case Refusal.Malformed malformed -> new Form(fields, values, malformed.faults());
            default -> throw refused;
        };
    }

    /// The fields as a template writes them.
    List<FormField> view(Words words) {
        return fields.stream().map(field -> view(field, words)).toList();
    }

    private FormField view(Field field, Words words) {
        String key = "form." + field.name().replace('_', '-');
        String hint = key + ".hint";
        JsonNode value = values.path(field.name());
        String fault = faults.get(field.name());
        return new FormField(
                field.name(),
                words.text(key),
                field.kind().inHtml,
                field.required(),
                value.isNull() ? "" : value.asText(),
                words.has(hint) ? words.text(hint) : "",
                fault == null ? "" : fault(fault, words));
    }

    /// Two of the faults name what no page shows: an id, and a field by its name in files.
    private static String fault(String fault, Words words) {
        if (fault.contains("the name of user")) {
            return words.text("form.username.taken");
        }
        return fault.contains("start_date")
                ? words.text("form.end-date.early")
                : words.text("form.fault", words.fault(fault));
    }
}
