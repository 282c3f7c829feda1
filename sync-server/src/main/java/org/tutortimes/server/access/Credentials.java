package org.tutortimes.server.access;

import io.javalin.http.Context;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a request says about who sends it.
///
/// @param token as it came
/// @param username named beside the token, or null
/// @param kind where it stood
record Credentials(String token, @Nullable String username, Kind kind) {

    enum Kind {
        BEARER,
        LEARNING_SYSTEM,
        COOKIE
    }

    private static final String BEARER = "bearer ";
    private static final String[] LEARNING_SYSTEM_HEADERS = {
        "auth_token", "auth-token", "Auth_Token", "Auth-Token"
    };

    /// The credentials of a request, the plainest first; null where it has none.
    static @Nullable Credentials of(Context context) {
        String authorization = context.header("Authorization");
        if (authorization != null && authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
            return new Credentials(
                    authorization.substring(BEARER.length()).strip(), null, Kind.BEARER);
        }
        Credentials ofLearningSystem = ofLearningSystem(context);
        if (ofLearningSystem != null) {
            return ofLearningSystem;
        }
        String cookie = PageCookie.token(context);
        return cookie == null ? null : new Credentials(cookie, null, Kind.COOKIE);
    }

    /// Either header alone shows whose client it is, and that its sign-in is over.
    private static @Nullable Credentials ofLearningSystem(Context context) {
        String username = context.header("username");
        for (String header : LEARNING_SYSTEM_HEADERS) {
            String token = context.header(header);
            if (token != null) {
                return new Credentials(
                        token, username == null ? "" : username, Kind.LEARNING_SYSTEM);
            }
        }
        return username == null ? null : new Credentials("", username, Kind.LEARNING_SYSTEM);
    }
}
