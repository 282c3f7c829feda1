package org.tutortimes.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tutortimes.server.TestServer;
import org.tutortimes.server.access.Access;

/// The OpenAPI file says neither more nor less than the server does.
class ContractTest {

    private final Contract contract = Contract.OF_THE_SERVER;
    @TempDir Path folder;

    @Test
    void fileHasEveryRouteOfTheServerAndNoOther() {
        Set<String> served = new TreeSet<>(servedRoutes().keySet());
        Set<String> written =
                contract.operations().stream()
                        .map(Operation::address)
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(written)
                .as("whoever adds a route writes it into sync-server/…/contract/openapi.yaml too")
                .containsExactlyInAnyOrderElementsOf(served);
    }

    @Test
    void fileAsksForTheSignInThatTheServerAsksFor() {
        Map<String, Access> served = servedRoutes();
        for (Operation operation : contract.operations()) {
            Access access = served.get(operation.address());
            if (access != null) {
                assertThat(waysToSignIn(operation))
                        .as(operation.address())
                        .isEqualTo(waysToSignIn(access));
            }
        }
    }

    @Test
    void everyOperationSaysWhatItDoesAndForWhom() {
        Set<String> names = new HashSet<>();
        Set<String> tags = new HashSet<>();
        contract.file().get("tags").forEach(tag -> tags.add(tag.get("name").asText()));
        for (Operation operation : contract.operations()) {
            JsonNode node = operation.node();
            assertThat(names.add(node.path("operationId").asText()))
                    .as("operationId of %s is there, once", operation.address())
                    .isTrue();
            assertThat(node.path("summary").asText()).as(operation.address()).isNotBlank();
            assertThat(node.path("description").asText()).as(operation.address()).contains("Who: ");
            assertThat(tags).as(operation.address()).contains(node.at("/tags/0").asText());
            for (JsonNode parameter : operation.parameters()) {
                assertThat(parameter.path("description").asText())
                        .as("%s %s", operation.address(), parameter.path("name"))
                        .isNotBlank();
            }
        }
    }

    @Test
    void everyParameterOfAPathIsDeclared() {
        for (Operation operation : contract.operations()) {
            assertThat(operation.pathParameters())
                    .as(operation.address())
                    .hasSize((int) operation.openParts())
                    .allMatch(parameter ->
                            operation.path().contains("{" + parameter.get("name").asText() + "}"));
        }
    }

    @Test
    void everyFieldIsDescribed() {
        List<String> bare = new ArrayList<>();
        for (Map.Entry<String, JsonNode> schema :
                contract.file().at("/components/schemas").properties()) {
            if (schema.getValue().path("description").isMissingNode()) {
                bare.add(schema.getKey());
            }
            collectBareFields(schema.getKey(), schema.getValue(), bare);
        }
        assertThat(bare).as("fields without a description").isEmpty();
    }

    @Test
    void everyExampleIsAsItsSchemaSays() {
        List<String> faults = new ArrayList<>();
        collectExampleFaults("", contract.file(), faults);
        assertThat(faults).isEmpty();
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        List<JsonNode> references = contract.file().findValues("$ref");
        assertThat(references)
                .isNotEmpty()
                .allMatch(reference ->
                        !contract.file().at(reference.asText().substring(1)).isMissingNode());
    }

    private Map<String, Access> servedRoutes() {
        try (TestServer server = TestServer.in(folder, Clock.systemUTC())) {
            return server.addresses().entrySet().stream()
                    .filter(address -> address.getKey().matches("\\w+ /(api|health|metrics).*"))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }
    }

    private Set<String> waysToSignIn(Operation operation) {
        Set<String> ways = new TreeSet<>();
        JsonNode security =
                operation.node().has("security")
                        ? operation.node().get("security")
                        : contract.file().get("security");
        security.forEach(way ->
                ways.add(
                        way.properties().stream()
                                .map(Map.Entry::getKey)
                                .collect(Collectors.joining(" "))));
        return ways;
    }

    private static Set<String> waysToSignIn(Access access) {
        String ofLearningSystem = "learning_system_user learning_system_token";
        return switch (access) {
            case ANYONE -> Set.of();
            case SIGNED_IN, SIGNED_IN_AT_ALL, SIGNED_IN_OR_SERVICE, ADMIN, ADMIN_OR_SERVICE ->
                    Set.of("bearer", ofLearningSystem);
            case SIGNED_IN_OR_PAGE -> Set.of("bearer", ofLearningSystem, "page_cookie");
            case PAGE_CHANGE, PAGE_CHANGE_AT_ALL ->
                    Set.of("bearer", ofLearningSystem, "page_cookie page_csrf_token");
            case PAGE, PAGE_AT_ALL -> Set.of("page_cookie");
        };
    }

    /// A schema that is built on another need not say again what the other says of a field.
    private void collectBareFields(String place, JsonNode schema, List<String> bare) {
        boolean refines = schema.has("allOf");
        for (Map.Entry<String, JsonNode> field : schema.path("properties").properties()) {
            String name = place + "." + field.getKey();
            JsonNode type = field.getValue();
            if (!refines && !type.has("description") && !type.has("$ref")) {
                bare.add(name);
            }
            collectBareFields(name, type, bare);
            collectBareFields(name, type.path("items"), bare);
        }
    }

    private void collectExampleFaults(String place, JsonNode node, List<String> faults) {
        if (node.has("schema") && node.has("example")) {
            contract.schemas()
                    .faults(node.get("schema"), node.get("example"))
                    .forEach(fault -> faults.add(place + fault));
        }
        node.properties()
                .forEach(child ->
                        collectExampleFaults(
                                place + "/" + child.getKey(), child.getValue(), faults));
        if (node.isArray()) {
            node.forEach(child -> collectExampleFaults(place + "/-", child, faults));
        }
    }
}
