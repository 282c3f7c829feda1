package org.tutortimes.trust;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.tutortimes.model.account.SignInRequest;
import org.tutortimes.model.wire.Api;
import org.tutortimes.model.wire.Json;

/// Calls the server's API as one signed-in tutor.
public final class ApiClient implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String token;

    /// What the server said.
    public record Answer(int status, JsonNode body) {}

    /// @throws IOException where nobody answers, or not to this tutor
    public ApiClient(String server, int tutor) throws IOException, InterruptedException {
        SignInRequest signIn =
                new SignInRequest(MarkedUnit.username(tutor), MarkedUnit.PASSWORD, true, "trust");
        HttpRequest request =
                request(server, Api.AUTH)
                        .POST(HttpRequest.BodyPublishers.ofString(Json.write(signIn)))
                        .build();
        this.token = send(request).body().path("auth_token").asText();
    }

    /// One call, made once.
    ///
    /// @throws IOException where no whole answer came
    public Answer call(String server, String method, String path, String json)
            throws IOException, InterruptedException {
        return send(
                request(server, path)
                        .header("Authorization", "Bearer " + token)
                        .method(method, HttpRequest.BodyPublishers.ofString(json))
                        .build());
    }

    private static HttpRequest.Builder request(String server, String path) {
        return HttpRequest.newBuilder(URI.create(server + path))
                .timeout(LONGEST)
                .header("Content-Type", "application/json");
    }

    private Answer send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        try {
            return new Answer(answer.statusCode(), Json.tree(answer.body()));
        } catch (JacksonException e) {
            throw new AssertionError("no JSON was answered: " + answer.body(), e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
