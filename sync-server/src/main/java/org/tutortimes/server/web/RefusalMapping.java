package org.tutortimes.server.web;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.tutortimes.model.wire.ApiError;
import org.tutortimes.server.Refusal;

/// Refusals as HTTP answers.
final class RefusalMapping {

    /// OnTrack's clients know this status as the end of their sign-in.
    private static final int LEARNING_SYSTEM_SIGN_IN_OVER = 419;

    record Answer(int status, ApiError error) {}

    private RefusalMapping() {}

    static Answer answer(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Malformed malformed -> invalid(malformed.faults());
            case Refusal.Faulty faulty -> faulty(faulty);
            case Refusal.NotSignedIn notSignedIn -> notSignedIn(notSignedIn.ofLearningSystem());
            case Refusal.WrongCredentials _ ->
                    answer(401, "The user name or the password is wrong.", "wrong_credentials");
            case Refusal.Forbidden forbidden -> answer(403, forbidden.sentence(), forbidden.code());
            case Refusal.NotFound notFound ->
                    answer(404, "There is no such " + notFound.what() + ".", "not_found");
            case Refusal.MethodNotAllowed method -> methodNotAllowed(method.allowed());
            case Refusal.WrongState wrong ->
                    answer(409, wrong.sentence(), wrong.code(), wrong.state());
            case Refusal.TooLarge tooLarge -> tooLarge(tooLarge.mostBytes());
            case Refusal.TooMany tooMany ->
                    answer(
                            413,
                            "There are too many events at once.",
                            "too_large",
                            Map.of("most_events", tooMany.mostEvents()));
            case Refusal.NotJson _ ->
                    answer(415, "The body must be JSON, as application/json.", "not_json");
            case Refusal.AgainstRule against -> answer(422, against.sentence(), against.code());
            case Refusal.ClientTooOld tooOld -> clientTooOld(tooOld.oldest());
            case Refusal.TooManyAttempts _ ->
                    answer(429, "Too many failed attempts. Wait a little.", "too_many_attempts");
            case Refusal.Busy _ ->
                    answer(503, "The server is busy. Try again in a moment.", "busy");
            case Refusal.StorageUnavailable _ ->
                    answer(
                            503,
                            "The server cannot store anything at the moment. Nothing was stored.",
                            "storage_unavailable");
        };
    }

    private static Answer invalid(Map<String, String> faults) {
        return answer(
                400,
                "The request is not valid: " + sentence(faults) + ".",
                "invalid",
                Map.of("faults", faults));
    }

    private static Answer faulty(Refusal.Faulty faulty) {
        return answer(
                400,
                "Nothing was imported, because of "
                        + (faulty.count() == 1 ? "a fault." : faulty.count() + " faults."),
                "import_faulty",
                Map.of("faults", faulty.faults(), "count", faulty.count()));
    }

    private static Answer notSignedIn(boolean ofLearningSystem) {
        int status = ofLearningSystem ? LEARNING_SYSTEM_SIGN_IN_OVER : 401;
        return answer(status, "Sign in first.", "not_signed_in");
    }

    private static Answer methodNotAllowed(List<String> allowed) {
        return answer(
                405,
                "This address does not take that method.",
                "method_not_allowed",
                Map.of("allowed", allowed));
    }

    private static Answer tooLarge(long mostBytes) {
        return answer(
                413, "The request is too large.", "too_large", Map.of("most_bytes", mostBytes));
    }

    private static Answer clientTooOld(String oldest) {
        return answer(
                426,
                "This version is too old for the server. Update it.",
                "client_too_old",
                Map.of("oldest", oldest));
    }

    /// When trying again makes sense, in seconds.
    static OptionalLong retryAfterSeconds(Refusal refusal) {
        return switch (refusal) {
            case Refusal.TooManyAttempts many -> OptionalLong.of(many.retryAfterSeconds());
            case Refusal.Busy busy -> OptionalLong.of(busy.retryAfterSeconds());
            case Refusal.StorageUnavailable _ -> OptionalLong.of(30);
            case Refusal.Malformed _,
                    Refusal.Faulty _,
                    Refusal.NotSignedIn _,
                    Refusal.WrongCredentials _,
                    Refusal.Forbidden _,
                    Refusal.NotFound _,
                    Refusal.MethodNotAllowed _,
                    Refusal.WrongState _,
                    Refusal.TooLarge _,
                    Refusal.TooMany _,
                    Refusal.NotJson _,
                    Refusal.AgainstRule _,
                    Refusal.ClientTooOld _ ->
                    OptionalLong.empty();
        };
    }

    private static Answer answer(int status, String sentence, String code) {
        return answer(status, sentence, code, Map.of());
    }

    private static Answer answer(
            int status, String sentence, String code, Map<String, Object> details) {
        return new Answer(status, new ApiError(sentence, code, details));
    }

    private static String sentence(Map<String, String> faults) {
        return String.join(
                "; ",
                faults.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(fault -> fault.getKey() + " " + fault.getValue())
                        .toList());
    }
}
