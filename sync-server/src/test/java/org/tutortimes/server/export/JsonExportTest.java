package org.tutortimes.server.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.tutortimes.model.wire.Json;
import org.tutortimes.server.OnBothDatabases;
import org.tutortimes.server.TestDatabase;

/// `export.json`.
@OnBothDatabases
class JsonExportTest {

    @Parameter private TestDatabase kind;
    @TempDir Path folder;
    private ExportedUnit unit;

    @BeforeEach
    void start() {
        unit = ExportedUnit.on(kind, folder);
    }

    @AfterEach
    void stop() {
        unit.close();
    }

    @Test
    void sessionsAreAsTheListGivesThemWithTheirSegments() throws Exception {
        unit.record();
        JsonNode file = Json.tree(unit.text("cora", "json"));
        List<JsonNode> sessions = file.get("sessions").valueStream().toList();
        assertThat(sessions).isEqualTo(unit.stored());
        assertThat(sessions.getFirst().get("segments")).hasSize(2);
        assertThat(sessions.getFirst().at("/segments/0/counted_ms").asLong()).isEqualTo(1_500_000);
        assertThat(file.get("total_seconds").asLong()).isEqualTo(unit.totalTutorTime());
    }

    @Test
    void fileSaysWhichUnitPeriodAndZoneItIsOf() throws Exception {
        unit.record();
        unit.change("UPDATE units SET name = 'Datenstrukturen für 😀' WHERE id = 10");
        JsonNode file = Json.tree(unit.text("cora", "json?from=2026-08-05&timezone=Europe/Vienna"));
        assertThat(file.get("unit").toString())
                .isEqualTo("{\"id\":10,\"code\":\"SIT221\",\"name\":\"Datenstrukturen für 😀\"}");
        assertThat(file.get("from").asText()).isEqualTo("2026-08-04T22:00:00.000Z");
        assertThat(file.get("to").isNull()).isTrue();
        assertThat(file.get("timezone").asText()).isEqualTo("Europe/Vienna");
        assertThat(file.get("sessions")).hasSize(2);
        assertThat(file.get("total_seconds").asLong()).isEqualTo(6_000);
    }

    @Test
    void unitWithoutSessionsGivesNoneAndNoTime() {
        assertThat(unit.text("cora", "json"))
                .isEqualTo(
                        """
                        {"unit":{"id":10,"code":"SIT221","name":"Data Structures"},"from":null,\
                        "to":null,"timezone":"Australia/Melbourne","sessions":[],"total_seconds":0}\
                        """);
    }
}
