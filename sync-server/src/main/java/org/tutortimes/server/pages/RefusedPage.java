package org.tutortimes.server.pages;

import com.fasterxml.jackson.core.JacksonException;
import io.javalin.http.ContentType;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.wire.ApiError;
import org.tutortimes.model.wire.Json;
import org.tutortimes.server.access.AccessControl;

/// What a browser shows where a program would read a refusal as JSON: an address that leads
/// nowhere, a form of somebody who is signed out by now, a failure of the server.
final class RefusedPage {

    private static final List<HttpStatus> REFUSALS =
            List.of(
                    HttpStatus.BAD_REQUEST,
                    HttpStatus.UNAUTHORIZED,
                    HttpStatus.FORBIDDEN,
                    HttpStatus.NOT_FOUND,
                    HttpStatus.METHOD_NOT_ALLOWED,
                    HttpStatus.CONFLICT,
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    HttpStatus.CONTENT_TOO_LARGE,
                    HttpStatus.TOO_MANY_REQUESTS,
                    HttpStatus.INTERNAL_SERVER_ERROR,
                    HttpStatus.SERVICE_UNAVAILABLE);

    private final Templates templates;
    private final Assets assets;

    RefusedPage(Templates templates, Assets assets) {
        this.templates = templates;
        this.assets = assets;
    }

    void addTo(JavalinDefaultRoutingApi routes) {
        REFUSALS.forEach(status -> routes.error(status, "html", this::show));
    }

    private void show(Context context) {
        String type = context.res().getContentType();
        boolean isForPrograms = context.path().startsWith("/api/");
        if (isForPrograms || type == null || !type.startsWith(ContentType.JSON)) {
            return;
        }
        switch (context.status()) {
            case NOT_FOUND ->
                    show(
                            context,
                            "There is no such page",
                            "The address may be mistyped, or the page has moved.");
            case UNAUTHORIZED ->
                    show(context, "You are signed out", "Sign in, and do it once more.");
            default -> show(context, "That did not work", sentence(context.result()));
        }
    }

    private void show(Context context, String title, String sentence) {
        boolean isSignedOut = context.status() == HttpStatus.UNAUTHORIZED;
        context.html(
                templates.render(
                        "alone",
                        Map.of(
                                "shell",
                                Shell.signedOut(title, assets, ""),
                                "sentence",
                                sentence,
                                "next",
                                isSignedOut ? AccessControl.SIGN_IN_PAGE : "/",
                                "label",
                                isSignedOut ? "Sign in" : "Show my units")));
    }

    private static String sentence(@Nullable String json) {
        try {
            ApiError error = Json.mapper().readValue(json, ApiError.class);
            Object id = error.details().get("id");
            return id == null ? error.error() : error.error() + " Id: " + id;
        } catch (JacksonException e) {
            throw new IllegalStateException("a refusal that is no JSON: " + json, e);
        }
    }
}
