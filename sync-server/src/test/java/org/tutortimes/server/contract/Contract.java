package org.tutortimes.server.contract;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tutortimes.model.wire.Api;
import org.tutortimes.model.wire.Json;

/// Holds exchanges with the server against its OpenAPI file.
public final class Contract {

    /// The server's own.
    public static final Contract OF_THE_SERVER = new Contract(ContractFile.read());

    private final JsonNode file;
    private final Schemas schemas;
    private final List<Operation> operations = new ArrayList<>();

    Contract(JsonNode file) {
        this.file = file;
        this.schemas = new Schemas(file);
        for (Map.Entry<String, JsonNode> path : file.get("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                List<JsonNode> parameters = new ArrayList<>();
                method.getValue()
                        .path("parameters")
                        .forEach(parameter -> parameters.add(resolved(parameter)));
                operations.add(
                        new Operation(
                                method.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                method.getValue(),
                                parameters));
            }
        }
    }

    /// Fails where an exchange is not as the contract says. Web pages are not part of it.
    public void hold(Exchange exchange) {
        List<String> faults = faults(exchange);
        if (!faults.isEmpty()) {
            throw new AssertionError(
                    "Not as the contract says (openapi.yaml):\n  %s\nin %s"
                            .formatted(String.join("\n  ", faults), exchange));
        }
    }

    /// Fails where the data of an event of a live stream is not as the contract says.
    ///
    /// @param path of the stream
    public void holdLiveEvent(String path, String name, JsonNode data) {
        String stream = path.startsWith(Api.LIVE + "/class-sessions/") ? "Board" : "Live";
        String schema =
                switch (name) {
                    case "snapshot" -> stream + "Snapshot";
                    case "change" -> stream + "Change";
                    case "beat" -> "LiveBeat";
                    default -> throw new AssertionError("no such event in the contract: " + name);
                };
        List<String> faults = schemas.faults(component(schema), data);
        if (!faults.isEmpty()) {
            throw new AssertionError("%s: %s in %s".formatted(schema, faults, data));
        }
    }

    JsonNode file() {
        return file;
    }

    List<Operation> operations() {
        return List.copyOf(operations);
    }

    Schemas schemas() {
        return schemas;
    }

    List<String> faults(Exchange exchange) {
        String path = exchange.address().getRawPath();
        if (!path.startsWith("/api/") && !path.startsWith("/health/")) {
            return List.of();
        }
        if (operations.stream().noneMatch(operation -> operation.hasPath(path))) {
            return errorOnly(exchange, 404, "NotFoundError", "the path is not in the file");
        }
        Optional<Operation> operation = operation(exchange);
        return operation.isEmpty()
                ? errorOnly(
                        exchange,
                        405,
                        "MethodNotAllowedError",
                        "the path does not have this method in the file")
                : faults(operation.get(), exchange);
    }

    /// What an exchange asked for, as the server names its addresses.
    public Optional<String> address(Exchange exchange) {
        return operation(exchange).map(Operation::address);
    }

    private Optional<Operation> operation(Exchange exchange) {
        String path = exchange.address().getRawPath();
        return operations.stream()
                .filter(operation -> operation.method().equals(exchange.method()))
                .filter(operation -> operation.hasPath(path))
                .min(Comparator.comparingLong(Operation::openParts));
    }

    private List<String> errorOnly(Exchange exchange, int status, String schema, String fault) {
        if (exchange.method().equals("HEAD") && exchange.status() == status) {
            // It has no body to look at.
            return List.of();
        }
        return exchange.status() == status
                ? bodyFaults(component(schema), exchange.received(), "answer")
                : List.of(fault);
    }

    private List<String> faults(Operation operation, Exchange exchange) {
        List<String> faults = new ArrayList<>(queryFaults(operation, exchange));
        if (exchange.isSuccess()) {
            faults.addAll(requestFaults(operation, exchange));
        }
        JsonNode response =
                resolved(operation.node().path("responses").path("" + exchange.status()));
        if (response.isMissingNode()) {
            faults.add("%s has no status %d".formatted(operation.address(), exchange.status()));
        } else {
            faults.addAll(answerFaults(response, exchange));
        }
        return faults;
    }

    private List<String> queryFaults(Operation operation, Exchange exchange) {
        List<String> faults = new ArrayList<>();
        String query = exchange.address().getRawQuery();
        for (String pair : query == null || query.isEmpty() ? new String[0] : query.split("&")) {
            String[] parts = pair.split("=", 2);
            String name = URLDecoder.decode(parts[0], StandardCharsets.UTF_8);
            String value =
                    parts.length == 1 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8);
            operation.queryParameters().stream()
                    .filter(parameter -> parameter.get("name").asText().equals(name))
                    .findFirst()
                    .ifPresentOrElse(
                            parameter -> {
                                if (exchange.isSuccess() && !value.isEmpty()) {
                                    schemas.faults(parameter.get("schema"), typed(parameter, value))
                                            .forEach(fault -> faults.add(name + fault));
                                }
                            },
                            () -> faults.add("query parameter " + name + " is not in the file"));
        }
        return faults;
    }

    private List<String> requestFaults(Operation operation, Exchange exchange) {
        JsonNode schema = operation.node().at("/requestBody/content/application~1json/schema");
        // Where no body is wanted, an empty object is as good as none.
        boolean empty = exchange.sent().isBlank() || exchange.sent().strip().equals("{}");
        if (schema.isMissingNode()) {
            return empty ? List.of() : List.of("the file has no body for this request");
        }
        boolean required = operation.node().at("/requestBody/required").asBoolean();
        return exchange.sent().isBlank() && !required
                ? List.of()
                : bodyFaults(schema, exchange.sent(), "request");
    }

    private List<String> answerFaults(JsonNode response, Exchange exchange) {
        List<String> faults = new ArrayList<>();
        for (Map.Entry<String, JsonNode> header : response.path("headers").properties()) {
            if (exchange.headers().firstValue(header.getKey()).isEmpty()) {
                faults.add("header " + header.getKey() + " is missing");
            }
        }
        JsonNode content = response.path("content");
        if (content.isMissingNode()) {
            if (!exchange.received().isEmpty()) {
                faults.add("the file has no body for this answer");
            }
            return faults;
        }
        JsonNode media = content.path(String.valueOf(exchange.mediaType()));
        if (media.isMissingNode()) {
            faults.add("the file has no such media type: " + exchange.mediaType());
        } else if ("application/json".equals(exchange.mediaType())) {
            faults.addAll(bodyFaults(media.get("schema"), exchange.received(), "answer"));
        }
        return faults;
    }

    private List<String> bodyFaults(JsonNode schema, String body, String which) {
        try {
            return schemas.faults(schema, Json.tree(body)).stream()
                    .map(fault -> which + fault)
                    .toList();
        } catch (JacksonException e) {
            return List.of(which + " is not JSON");
        }
    }

    private JsonNode component(String name) {
        return file.at("/components/schemas/" + name);
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? file.at(node.get("$ref").asText().substring(1)) : node;
    }

    /// A parameter's text as the type that the file gives it.
    private JsonNode typed(JsonNode parameter, String value) {
        JsonNode schema = resolved(parameter.get("schema"));
        boolean isText = schema.path("type").asText("string").equals("string");
        try {
            return isText ? TextNode.valueOf(value) : Json.tree(value);
        } catch (JacksonException e) {
            return TextNode.valueOf(value);
        }
    }
}
