package org.tutortimes.server.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// The OpenAPI file. It is written by hand, in YAML because people read that more easily.
public final class ContractFile {

    private static final String RESOURCE = "/contract/openapi.yaml";

    private ContractFile() {}

    /// The whole file as a tree.
    public static JsonNode read() {
        try (InputStream in = ContractFile.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("not in the program: " + RESOURCE);
            }
            return new YAMLMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
