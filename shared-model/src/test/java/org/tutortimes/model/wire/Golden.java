package org.tutortimes.model.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The JSON files under `golden` are the contract with every program that is already out there: a
/// change to one of them is a change of the protocol.
public final class Golden {

    private Golden() {}

    public static JsonNode tree(String name) throws IOException {
        try (InputStream in = Golden.class.getResourceAsStream("/golden/" + name + ".json")) {
            assertThat(in).as("golden/" + name + ".json").isNotNull();
            return Json.mapper().readTree(in);
        }
    }

    /// A wire record reads from its file and writes to it.
    public static <T> void check(String name, T record, Class<T> type) throws IOException {
        JsonNode golden = tree(name);
        assertThat(written(record)).isEqualTo(golden);
        assertThat(Json.read(golden.toString(), type)).isEqualTo(record);
    }

    private static JsonNode written(@Nullable Object record) throws IOException {
        return Json.tree(Json.write(Objects.requireNonNull(record)));
    }
}
