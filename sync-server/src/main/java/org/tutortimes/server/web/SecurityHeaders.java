package org.tutortimes.server.web;

import io.javalin.http.Context;

/// Headers that every answer carries.
final class SecurityHeaders {

    private SecurityHeaders() {}

    static void add(Context context) {
        context.header("X-Content-Type-Options", "nosniff");
        context.header("Referrer-Policy", "same-origin");
        context.header("X-Frame-Options", "DENY");
        context.header("Cross-Origin-Opener-Policy", "same-origin");
        context.header(
                "Content-Security-Policy",
                "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
                        + " form-action 'self'; frame-ancestors 'none'");
        if (context.path().startsWith("/api/")) {
            context.header("Cache-Control", "no-store");
        }
        if (context.scheme().equals("https")) {
            context.header("Strict-Transport-Security", "max-age=31536000");
        }
    }
}
