package org.tutortimes.desktop.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.tutortimes.model.account.SignInRequest;
import org.tutortimes.model.wire.Json;

/// What another program asks the server in somebody's name.
final class ApiCalls {

    private final String address;
    private final String token;

    /// Signs in.
    ApiCalls(String address, String username) throws IOException, InterruptedException {
        this.address = address;
        SignInRequest signIn = new SignInRequest(username, SampleUnit.PASSWORD, false, "test");
        this.token = send(request("/api/auth", Json.write(signIn))).get("auth_token").textValue();
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Authorization", "Bearer " + token));
    }

    JsonNode post(String path, String json) throws IOException, InterruptedException {
        return send(request(path, json).header("Authorization", "Bearer " + token));
    }

    private HttpRequest.Builder request(String path, String json) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json));
    }

    private static JsonNode send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
            return Json.tree(answer.body());
        }
    }
}
