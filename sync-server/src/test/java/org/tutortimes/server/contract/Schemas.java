package org.tutortimes.server.contract;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tutortimes.model.wire.Json;

/// Holds JSON against the schemas of the contract.
final class Schemas {

    private static final String SCHEMAS = "https://tutortimes.org/schemas.json";

    private final SchemaRegistry registry;
    private final Map<JsonNode, Schema> compiled = new ConcurrentHashMap<>();

    Schemas(JsonNode contract) {
        ObjectNode definitions = Json.mapper().createObjectNode();
        definitions.set("$defs", contract.at("/components/schemas"));
        SchemaRegistryConfig strict =
                SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
        registry =
                SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12,
                        builder ->
                                builder.schemaRegistryConfig(strict)
                                        .schemas(Map.of(SCHEMAS, referring(definitions))));
    }

    /// What is wrong with a value, each fault with its place; nothing where it is as it should be.
    ///
    /// @param schema as it stands in the contract
    List<String> faults(JsonNode schema, JsonNode value) {
        return compiled.computeIfAbsent(schema, this::compile).validate(value).stream()
                .map(fault -> fault.getInstanceLocation() + ": " + fault.getMessage())
                .toList();
    }

    private Schema compile(JsonNode schema) {
        try {
            return registry.getSchema(Json.tree(referring(schema)));
        } catch (JacksonException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A schema that is taken out of its file still refers to others in it.
    private static String referring(JsonNode schema) {
        return Json.write(schema).replace("\"#/components/schemas/", "\"" + SCHEMAS + "#/$defs/");
    }
}
