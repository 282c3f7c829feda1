package org.tutortimes.server.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.tutortimes.model.wire.Json;

/// Makes requests of an operation, from quite right to quite wrong.
final class RandomRequest {

    private static final List<String> TOKENS =
            List.of("tia", "tom", "cora", "ada", "ada", "sam", "nonsense", "");
    private static final List<String> NUMBERS =
            List.of("10", "11", "1", "50", "100", "101", "120", "9000", "0", "-1");
    private static final List<String> NASTY =
            List.of(
                    "x",
                    "9223372036854775808",
                    "1e3",
                    "1 ",
                    "1-2-3-4-5",
                    "a\u0000b",
                    "😀",
                    "\uFF11",
                    "' OR 1=1 --",
                    "..",
                    "%",
                    "null",
                    "y".repeat(2_000));
    private static final List<String> CONTENT_TYPES =
            List.of(
                    "application/json; charset=utf-8",
                    "application/json;charset=utf-16",
                    "text/plain",
                    "application/x-www-form-urlencoded",
                    "multipart/form-data",
                    "nonsense");

    private final Random random;
    private final List<String> ids;
    private final RandomJson json;

    RandomRequest(Contract contract, Random random, List<String> ids) {
        this.random = random;
        this.ids = ids;
        this.json = new RandomJson(contract.file(), random, ids);
    }

    HttpRequest.Builder of(Operation operation, String serverAddress) {
        String path = operation.path();
        for (JsonNode parameter : operation.pathParameters()) {
            path =
                    path.replace(
                            "{" + parameter.get("name").asText() + "}",
                            encoded(pathValue(parameter)));
        }
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(serverAddress + path + query(operation)))
                        .timeout(Duration.ofSeconds(20));
        sign(request);
        JsonNode schema = operation.node().at("/requestBody/content/application~1json/schema");
        if (schema.isMissingNode() || chance(3)) {
            return request.method(operation.method(), HttpRequest.BodyPublishers.noBody());
        }
        request.header("Content-Type", chance(90) ? "application/json" : oneOf(CONTENT_TYPES));
        return request.method(
                operation.method(), HttpRequest.BodyPublishers.ofByteArray(body(schema)));
    }

    private byte[] body(JsonNode schema) {
        JsonNode right = json.value("", schema);
        String text = Json.write(right);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return switch (random.nextInt(20)) {
            case 0 ->
                    text.substring(0, random.nextInt(text.length()))
                            .getBytes(StandardCharsets.UTF_8);
            case 1 -> ("\r\n\t" + text).getBytes(StandardCharsets.UTF_8);
            case 2 -> text.getBytes(StandardCharsets.ISO_8859_1);
            case 3 -> withBadByte(bytes);
            case 4 -> "[".repeat(10_000).getBytes(StandardCharsets.UTF_8);
            case 5 -> (text + text).getBytes(StandardCharsets.UTF_8);
            case 6, 7, 8, 9, 10, 11 -> json.spoilt(right).getBytes(StandardCharsets.UTF_8);
            default -> bytes;
        };
    }

    private byte[] withBadByte(byte[] bytes) {
        bytes[random.nextInt(bytes.length)] = (byte) 0xFF;
        return bytes;
    }

    private String pathValue(JsonNode parameter) {
        if (chance(20)) {
            return oneOf(NASTY);
        }
        return parameter.at("/schema/type").asText().equals("integer")
                ? oneOf(NUMBERS)
                : oneOf(ids);
    }

    private String query(Operation operation) {
        StringBuilder query = new StringBuilder();
        for (JsonNode parameter : operation.queryParameters()) {
            for (int count = chance(40) ? chance(5) ? 2 : 1 : 0; count > 0; count--) {
                String name = parameter.get("name").asText();
                String value =
                        chance(25)
                                ? oneOf(NASTY)
                                : json.value(name, parameter.get("schema")).asText();
                query.append(query.isEmpty() ? "?" : "&")
                        .append(name)
                        .append('=')
                        .append(encoded(value));
            }
        }
        return query.toString();
    }

    private void sign(HttpRequest.Builder request) {
        String token = oneOf(TOKENS);
        if (chance(90)) {
            request.header("Authorization", "Bearer " + token);
        } else {
            request.header("username", oneOf(List.of("tia", "ada", "x")))
                    .header("auth_token", token);
        }
    }

    private static String encoded(String value) {
        String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
        // Written out, dots would be steps in the path.
        return encoded.equals("..") ? "%2E%2E" : encoded;
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
