package org.tutortimes.server.request;

import io.javalin.http.Context;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;

/// Ids in paths and bodies.
public final class Ids {

    private Ids() {}

    /// A UUID in a path. What is none names nothing.
    public static UUID uuid(Context context, String parameter, String what) {
        UUID id = parse(context.pathParam(parameter));
        if (id == null) {
            throw new Refused(new Refusal.NotFound(what));
        }
        return id;
    }

    /// A number in a path. What is none names nothing.
    public static long number(Context context, String parameter, String what) {
        try {
            return Long.parseLong(context.pathParam(parameter));
        } catch (NumberFormatException e) {
            throw new Refused(new Refusal.NotFound(what));
        }
    }

    /// A UUID in its full form, or null.
    public static @Nullable UUID parse(String text) {
        try {
            UUID id = UUID.fromString(text);
            // The JDK also reads shortened forms such as 1-2-3-4-5, which name no id.
            return id.toString().equalsIgnoreCase(text) ? id : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
