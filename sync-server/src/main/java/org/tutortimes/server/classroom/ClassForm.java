package org.tutortimes.server.classroom;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/// What a form says of a class, as the fields of the API. A field that is no number goes on as the
/// text that it is, for the API to refuse.
final class ClassForm {

    private ClassForm() {}

    /// All fields of the form of an existing class. One that the form did not have is left as it
    /// is.
    static ObjectNode read(Context context) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        String name = context.formParam("name");
        if (name != null) {
            fields.put("name", name);
        }
        number(fields, "teacher_id", context.formParam("teacher_id"));
        String weekday = context.formParam("weekday");
        if (weekday != null) {
            fields.put("weekday", weekday.isEmpty() ? null : weekday);
            String time = context.formParam("meeting_time");
            boolean meets = !weekday.isEmpty() && time != null && !time.isEmpty();
            fields.put("meeting_time", meets ? time : null);
            number(fields, "duration_minutes", context.formParam("duration_minutes"));
            fields.put("feedback", context.formParam("feedback") != null);
        }
        return fields;
    }

    /// The fields of the form of a new class.
    static ObjectNode read(Context context, long unitId) {
        return read(context).put("unit_id", unitId);
    }

    private static void number(ObjectNode fields, String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return;
        }
        if (value.strip().matches("[0-9]{1,18}")) {
            fields.put(name, Long.parseLong(value.strip()));
        } else {
            fields.put(name, value);
        }
    }
}
