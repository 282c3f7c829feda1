package org.tutortimes.server.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.tutortimes.server.OnBothDatabases;
import org.tutortimes.server.TestDatabase;
import org.tutortimes.server.TestServer;
import org.tutortimes.server.TestServer.Answer;

@OnBothDatabases
class AdminUnitsTest {

    private static final String UNITS = "/api/admin/units";

    @Parameter private TestDatabase kind;
    @TempDir private Path folder;
    private TestServer server;

    @BeforeEach
    void start() {
        server = TestServer.on(kind, folder, Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aUnitIsAddedWithWhatAnImportCouldGive() {
        Answer added =
                server.post(
                        "ada",
                        UNITS,
                        """
                        {"code": "SIT320", "name": "Algorithms", "zone": "Pacific/Apia",
                         "start_date": "2026-07-13", "end_date": "2026-10-30", "budget_hours": 200}
                        """);
        assertThat(added.status()).isEqualTo(201);
        assertThat(added.body().toString())
                .isEqualTo(
                        """
                        {"id":1000000000000,"code":"SIT320","name":"Algorithms",\
                        "zone":"Pacific/Apia","start_date":"2026-07-13","end_date":"2026-10-30",\
                        "budget_hours":200,"single_action_floor_minutes":5,"total_tutor_time":0,\
                        "active":true}\
                        """);
        assertThat(AuditRows.of(server.database()))
                .singleElement()
                .asString()
                .startsWith("unit_added ada unit 1000000000000 - {\"id\":1000000000000,");
    }

    @Test
    void whatIsChangedReachesTheTimersAndTheLog() {
        Answer changed =
                server.put(
                        "ada",
                        UNITS + "/10",
                        """
                        {"zone": "Australia/Perth", "single_action_floor_minutes": 0,
                         "end_date": "2026-10-30", "active": false}
                        """);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.body().path("zone").asText()).isEqualTo("Australia/Perth");
        assertThat(changed.body().path("single_action_floor_minutes").asInt()).isZero();
        assertThat(changed.body().path("active").asBoolean()).isFalse();
        assertThat(rows("SELECT id FROM units WHERE changed_in = 2")).containsExactly("10");
        server.put("ada", UNITS + "/10", "{\"zone\": \"Australia/Perth\"}");
        assertThat(rows("SELECT reference_revision FROM server_identity")).containsExactly("2");
        assertThat(AuditRows.of(server.database()))
                .singleElement()
                .asString()
                .contains("\"zone\":\"Australia/Melbourne\"", "\"zone\":\"Australia/Perth\"");
    }

    @Test
    void theRulesAreThoseOfTheImport() {
        Answer answer =
                server.put(
                        "ada",
                        UNITS + "/10",
                        """
                        {"code": "", "zone": "+10:00", "start_date": "2026-07-13",
                         "end_date": "2026-07-12", "budget_hours": -1,
                         "single_action_floor_minutes": 2.5}
                        """);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().at("/details/faults").toString())
                .contains("\"code\":\"must be a text of 1 to 50 characters\"")
                .contains("\"zone\":\"must be an IANA time zone such as Australia/Melbourne\"")
                .contains("\"end_date\":\"must not be before start_date\"")
                .contains("\"budget_hours\":\"must be a whole number from 0 to 1000000\"")
                .contains("\"single_action_floor_minutes\":\"must be a whole number from 0 to");
    }

    @Test
    void theListGoesByCodeInPages() {
        Answer first = server.get("ada", UNITS + "?limit=2");
        assertThat(first.body().path("items").findValuesAsText("code"))
                .containsExactly("SIT111", "SIT221");
        String cursor = first.body().path("next_cursor").asText();
        Answer second = server.get("ada", UNITS + "?limit=2&cursor=" + cursor);
        assertThat(second.body().path("items").findValuesAsText("code")).containsExactly("SIT232");
        assertThat(second.body().path("next_cursor").isNull()).isTrue();
        server.put("ada", UNITS + "/12", "{\"active\": false}");
        assertThat(codes("?q=SIT2")).containsExactly("SIT221", "SIT232");
        assertThat(codes("?q=%25")).isEmpty();
        assertThat(codes("?active=false")).containsExactly("SIT111");
        assertThat(codes("?active=true&q=SIT1")).isEmpty();
        assertThat(server.get("ada", UNITS + "?cursor=QQ").status()).isEqualTo(400);
    }

    @Test
    void onlyAdministratorsManageUnits() {
        for (String name : List.of("tia", "cora", "sam")) {
            assertThat(server.get(name, UNITS).status()).isEqualTo(403);
            assertThat(server.get(name, UNITS + "/10").status()).isEqualTo(403);
            assertThat(server.post(name, UNITS, "{}").status()).isEqualTo(403);
            assertThat(server.put(name, UNITS + "/10", "{}").status()).isEqualTo(403);
        }
        assertThat(server.get("ada", UNITS + "/99").status()).isEqualTo(404);
        assertThat(server.put("ada", UNITS + "/99", "{}").status()).isEqualTo(404);
    }

    private List<String> codes(String query) {
        return server.get("ada", UNITS + query).body().path("items").findValuesAsText("code");
    }

    private List<String> rows(String sql) {
        return server.database().read(handle -> handle.createQuery(sql).mapTo(String.class).list());
    }
}
