package org.tutortimes.server.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tutortimes.server.export.ExportedUnit.EXPORT;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.tutortimes.server.OnBothDatabases;
import org.tutortimes.server.SampleData;
import org.tutortimes.server.TestDatabase;
import org.tutortimes.server.TestServer.Answer;

/// Who may take which sessions away, and what is written down of it.
@OnBothDatabases
class ExportAccessTest {

    private static final List<String> FORMATS = List.of("csv", "xlsx", "ics", "json");

    @Parameter private TestDatabase kind;
    @TempDir Path folder;
    private ExportedUnit unit;

    @BeforeEach
    void start() {
        unit = ExportedUnit.on(kind, folder);
        unit.record();
    }

    @AfterEach
    void stop() {
        unit.close();
    }

    @Test
    void convenorsAndAdministratorsGetEverybodysSessionsAndTutorsTheirOwn() {
        List<JsonNode> all = unit.stored();
        assertThat(all).hasSize(4);
        assertThat(sessions("cora", "json")).isEqualTo(all);
        assertThat(sessions("ada", "json")).isEqualTo(all);
        assertThat(sessions("tia", "json")).isEqualTo(of(SampleData.TIA, all)).hasSize(3);
        assertThat(sessions("tom", "json")).isEqualTo(of(SampleData.TOM, all)).hasSize(1);
    }

    @Test
    void nobodyElseLearnsThatThereIsAnything() {
        unit.change("INSERT INTO users (id, username, name) VALUES (60, 'sue', 'Sue Stranger')");
        unit.server()
                .database()
                .write(handle -> {
                    SampleData.addToken(handle, "sue");
                    return handle;
                });
        for (String format : FORMATS) {
            for (String who : List.of("sam", "sue")) {
                Answer answer = unit.server().get(who, EXPORT + format);
                assertThat(answer.status()).isEqualTo(404);
                assertThat(answer.body())
                        .isEqualTo(
                                unit.server().get("ada", "/api/units/999/export." + format).body());
                assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
            }
            assertThat(unit.server().get("cora", "/api/units/11/export." + format).status())
                    .isEqualTo(404);
            assertThat(unit.server().get("nonsense", EXPORT + format).status()).isEqualTo(401);
        }
        assertThat(exports()).isEmpty();
    }

    @Test
    void periodTakesTheSessionsThatBeginInIt() {
        // Midnight in Melbourne, ten hours ahead, is two in the afternoon.
        unit.tia(ExportedUnit.SAMS_TASK, null, "2026-08-08T13:59:59.999Z", "2026-08-08T15:00:00Z");
        unit.tia(ExportedUnit.SAMS_TASK, null, "2026-08-09T14:00:00Z", "2026-08-09T15:00:00Z");
        List<JsonNode> all = unit.stored();
        assertThat(sessions("cora", "json?from=2026-08-08&to=2026-08-08"))
                .containsExactly(all.get(3));
        assertThat(sessions("cora", "json?from=2026-08-09&to=2026-08-09")).isEmpty();
        assertThat(sessions("cora", "json?from=2026-08-09&to=2026-08-09&timezone=UTC"))
                .containsExactly(all.get(4));
        assertThat(sessions("cora", "json?to=2026-08-05T05:00:00Z")).isEqualTo(all.subList(0, 2));
        assertThat(sessions("tia", "json?from=2026-08-05T05:00:00Z")).isEqualTo(all.subList(3, 6));
    }

    @Test
    void wrongDatesAndZonesAreRefusedAndNothingIsWrittenDown() {
        for (String query :
                List.of(
                        "from=yesterday",
                        "to=2026-13-01",
                        "timezone=Mars/Base",
                        "from=2026-08-04&to=2026-08-03",
                        "from=2026-08-04&from=2026-08-04")) {
            for (String format : FORMATS) {
                Answer answer = unit.server().get("cora", EXPORT + format + "?" + query);
                assertThat(answer.status()).as(query).isEqualTo(400);
                assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
            }
        }
        assertThat(exports()).isEmpty();
    }

    @Test
    void otherFormatsAreUnknown() {
        for (String path :
                List.of("export.pdf", "export.", "export", "export.csv.", "export.CSV")) {
            assertThat(unit.server().get("cora", "/api/units/10/" + path).status())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(unit.server().get("cora", "/api/units/ten/export.csv").status()).isEqualTo(404);
    }

    @Test
    void whoTookWhatIsInTheAuditLog() {
        unit.send("cora", "xlsx?from=2026-08-01");
        unit.send("tia", "ics");
        List<JsonNode> exports = exports();
        assertThat(exports).hasSize(2);
        JsonNode tias = exports.getFirst();
        assertThat(tias.get("actor").asText()).isEqualTo("tia");
        assertThat(tias.get("note").asText()).isEqualTo("/api/units/10/export.ics");
        JsonNode coras = exports.getLast();
        assertThat(coras.get("actor").asText()).isEqualTo("cora");
        assertThat(coras.get("subject_type").asText()).isEqualTo("unit");
        assertThat(coras.get("subject_id").asText()).isEqualTo("10");
        assertThat(coras.get("unit_id").asLong()).isEqualTo(10);
        assertThat(coras.get("note").asText())
                .isEqualTo("/api/units/10/export.xlsx?from=2026-08-01");
    }

    @Test
    void nameSaysTheUnitAndTheDays() {
        assertThat(name("csv?from=2026-07-13&to=2026-07-19"))
                .isEqualTo("attachment; filename=\"SIT221-marking-2026-07-13-to-2026-07-19.csv\"");
        // Half past ten at night in UTC is the day after in Melbourne.
        assertThat(name("xlsx?from=2026-07-13T22:30:00Z"))
                .isEqualTo("attachment; filename=\"SIT221-marking-2026-07-14-to-2026-11-20.xlsx\"");
        assertThat(name("ics?timezone=Pacific/Kiritimati"))
                .isEqualTo("attachment; filename=\"SIT221-marking-to-2026-11-21.ics\"");
        unit.change("UPDATE units SET code = '../\"SIT 221\"\r\nX: ä😀;' WHERE id = 10");
        assertThat(name("json"))
                .isEqualTo("attachment; filename=\"SIT-221-X-marking-to-2026-11-20.json\"");
        unit.change("UPDATE units SET code = '数学' WHERE id = 10");
        assertThat(name("json"))
                .isEqualTo("attachment; filename=\"unit-10-marking-to-2026-11-20.json\"");
    }

    @Test
    void noFileIsKeptByBrowsersOrProxies() {
        HttpResponse<byte[]> file = unit.send("cora", "csv");
        assertThat(file.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(file.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(file.headers().firstValue("Content-Type")).hasValue("text/csv; charset=utf-8");
    }

    @Test
    void whatFailsBeforeTheFileBeganIsAnsweredAsAFailureAndNotAsAFile() {
        kind.byHand(folder, "ALTER TABLE task_definitions RENAME TO lost");
        for (String format : FORMATS) {
            Answer answer = unit.server().get("cora", EXPORT + format);
            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.body().get("code").asText()).isEqualTo("internal_error");
            assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
        }
    }

    private String name(String what) {
        return unit.send("cora", what).headers().firstValue("Content-Disposition").orElse("");
    }

    private List<JsonNode> exports() {
        JsonNode log = unit.server().get("ada", "/api/admin/audit?action=exported").body();
        return log.get("items").valueStream().toList();
    }

    private List<JsonNode> sessions(String user, String what) {
        Answer answer = unit.server().get(user, EXPORT + what);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body().get("sessions").valueStream().toList();
    }

    private static List<JsonNode> of(long userId, List<JsonNode> sessions) {
        return sessions.stream()
                .filter(session -> session.get("user_id").asLong() == userId)
                .toList();
    }
}
