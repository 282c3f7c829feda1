package org.tutortimes.desktop.sync;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tutortimes.desktop.account.Account;
import org.tutortimes.desktop.web.ServerAddress;
import org.tutortimes.desktop.web.ServerCalls;
import org.tutortimes.desktop.web.ServerReply;
import org.tutortimes.model.sync.EventResult;
import org.tutortimes.model.sync.SyncAnswer;
import org.tutortimes.model.sync.SyncRequest;
import org.tutortimes.model.wire.Api;
import org.tutortimes.model.wire.ApiError;
import org.tutortimes.model.wire.Json;

/// The one call, and what its answer means.
final class SyncClient {
    private final ServerCalls calls;
    private final boolean plainHttp;

    SyncClient(ServerCalls calls, boolean plainHttp) {
        this.calls = calls;
        this.plainHttp = plainHttp;
    }

    SyncReply sync(Account account, String token, SyncRequest request) {
        ServerAddress server;
        try {
            server = ServerAddress.of(URI.create(account.server()), plainHttp);
        } catch (IllegalArgumentException e) {
            return new SyncReply.Strange(String.valueOf(e.getMessage()));
        }
        return switch (calls.post(server, Api.SYNC, token, Json.write(request))) {
            case ServerReply.Unreachable nobody -> new SyncReply.TryLater(null, nobody.sentence());
            case ServerReply.Foreign other -> new SyncReply.Strange(other.sentence());
            case ServerReply.Answered answered -> meaning(server, answered, request);
        };
    }

    private static SyncReply meaning(
            ServerAddress server, ServerReply.Answered answered, SyncRequest request) {
        int status = answered.status();
        return switch (status) {
            case 200 -> taken(server, answered, request);
            case 401 -> new SyncReply.SignInNeeded();
            case 413 -> new SyncReply.TooLarge();
            case 426 -> new SyncReply.UpdateNeeded();
            case 429 ->
                    new SyncReply.TryLater(
                            answered.retryAfter(), server.host() + " asks for a pause.");
            default ->
                    status >= 500
                            ? new SyncReply.TryLater(
                                    answered.retryAfter(),
                                    server.host() + " has a problem at the moment.")
                            : new SyncReply.Strange(refusal(server, status, answered.json()));
        };
    }

    private static SyncReply taken(
            ServerAddress server, ServerReply.Answered answered, SyncRequest request) {
        SyncAnswer answer = read(answered.json());
        return answer != null && fits(answer, request)
                ? new SyncReply.Taken(answer, answered.roundTrip())
                : new SyncReply.Strange(
                        ("%s answered something that is not from a Tutor Times server. Does this"
                                        + " network want you to sign in in a browser first?")
                                .formatted(server.host()));
    }

    private static @Nullable SyncAnswer read(@Nullable String json) {
        try {
            return json == null ? null : Json.read(json, SyncAnswer.class);
        } catch (JacksonException _) {
            return null;
        }
    }

    /// Whether each event that was sent has its result, so that nothing is marked by mistake.
    private static boolean fits(SyncAnswer answer, SyncRequest request) {
        List<EventResult> results = answer.results();
        if (answer.serverTime() == null
                || answer.next() < request.since()
                || results.size() != request.events().size()) {
            return false;
        }
        for (int index = 0; index < results.size(); index++) {
            EventResult result = results.get(index);
            JsonNode id = request.events().get(index).path("id");
            if (result.status() == null || !Objects.equals(id.textValue(), result.id())) {
                return false;
            }
        }
        return true;
    }

    private static String refusal(ServerAddress server, int status, @Nullable String json) {
        try {
            ApiError error = json == null ? null : Json.read(json, ApiError.class);
            if (error != null && error.error() != null && error.code() != null) {
                return "%s refuses to synchronise: %s".formatted(server.host(), error.error());
            }
        } catch (JacksonException _) {
            // Not an error of ours: said below.
        }
        return "%s answered with status %d, which no Tutor Times server does."
                .formatted(server.host(), status);
    }
}
