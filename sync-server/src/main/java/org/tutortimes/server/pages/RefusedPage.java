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
import org.tutortimes.server.language.Words;

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

    private final PageFrame frame;

    RefusedPage(PageFrame frame) {
        this.frame = frame;
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
        Words words = PageLanguage.words(context);
        switch (context.status()) {
            case NOT_FOUND -> show(context, "no-page", words.text("problem.no-page"));
            case UNAUTHORIZED -> show(context, "signed-out", words.text("problem.signed-out"));
            default -> show(context, "failed", sentence(words, context.result()));
        }
    }

    private void show(Context context, String key, String sentence) {
        boolean isSignedOut = context.status() == HttpStatus.UNAUTHORIZED;
        Words words = PageLanguage.words(context);
        context.html(
                frame.render(
                        "alone",
                        words,
                        Map.of(
                                "shell",
                                Shell.signedOut(
                                        context,
                                        words.text("problem." + key + ".title"),
                                        frame,
                                        ""),
                                "sentence",
                                sentence,
                                "next",
                                isSignedOut ? AccessControl.SIGN_IN_PAGE : "/",
                                "label",
                                words.text(isSignedOut ? "signin.sign-in" : "frame.my-units"))));
    }

    private static String sentence(Words words, @Nullable String json) {
        try {
            ApiError error = Json.mapper().readValue(json, ApiError.class);
            String sentence = words.refusal(error.code(), error.error());
            Object id = error.details().get("id");
            return id == null ? sentence : sentence + " " + words.text("problem.id", id);
        } catch (JacksonException e) {
            throw new IllegalStateException("a refusal that is no JSON: " + json, e);
        }
    }
}
