package org.tutortimes.server.request;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import java.util.List;
import java.util.Map;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;

/// The fields of a page's form, looked at before anybody reads one of them.
public final class FormFields {

    private static final String PROGRAMS = "/api/";

    private FormFields() {}

    /// Refuses a form that cannot be read, or that holds what no database keeps.
    public static void check(Context context) {
        if (!context.method().equals(HandlerType.POST) || context.path().startsWith(PROGRAMS)) {
            return;
        }
        read(context)
                .forEach((name, values) ->
                        values.stream()
                                .flatMap(value -> Storable.fault(value).stream())
                                .findFirst()
                                .ifPresent(fault -> {
                                    throw new Refused(Refusal.Malformed.field("form", fault));
                                }));
    }

    // What the web server throws for a body without a boundary, or of an unknown charset, or one
    // that ends too early, has nothing in common, and much of it is declared nowhere.
    private static Map<String, List<String>> read(Context context) {
        try {
            return context.formParamMap();
        } catch (HttpResponseException | Refused e) {
            throw e;
        } catch (Exception e) {
            throw new Refused(Refusal.Malformed.field("form", "cannot be read"));
        }
    }
}
