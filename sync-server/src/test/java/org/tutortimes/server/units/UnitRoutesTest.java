package org.tutortimes.server.units;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.tutortimes.model.wire.Api;
import org.tutortimes.server.OnBothDatabases;
import org.tutortimes.server.TestDatabase;
import org.tutortimes.server.TestServer;
import org.tutortimes.server.VirtualClock;

@OnBothDatabases
class UnitRoutesTest {

    @Parameter private TestDatabase kind;
    @TempDir Path folder;
    private final VirtualClock clock = new VirtualClock("2026-08-03T09:00:00Z");
    private TestServer server;

    @BeforeEach
    void start() {
        server = TestServer.on(kind, folder, clock);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void convenorAndAdministratorSeeTheUnitsTimeAndBudget() {
        change("UPDATE units SET budget_hours = 200 WHERE id = 10");
        String running = started("tia", 100);
        clock.advanceMinutes(2);
        for (String name : List.of("cora", "ada")) {
            JsonNode unit = unit(name);
            assertThat(unit.get("running_seconds").asLong()).isEqualTo(120);
            assertThat(unit.get("total_tutor_time").asLong()).isZero();
            assertThat(unit.get("budget_hours").asLong()).isEqualTo(200);
            assertThat(unit.get("zone").asText()).isEqualTo("Australia/Melbourne");
            assertThat(unit.has("own_tutor_time")).isFalse();
        }
        complete("tia", running);
        started("tom", 101);
        clock.advanceMinutes(1);
        assertThat(unit("cora").get("total_tutor_time").asLong()).isEqualTo(120);
        assertThat(unit("cora").get("running_seconds").asLong()).isEqualTo(60);
    }

    @Test
    void runningTimeOfASilentDeviceCountsUpToItsLastWord() {
        started("tia", 100);
        change("UPDATE tutor_times SET opened_on = 'laptop'");
        change(
                "INSERT INTO device_contacts VALUES ('laptop', %d)"
                        .formatted(clock.instant().plusSeconds(60).toEpochMilli()));
        clock.advanceMinutes(4);
        assertThat(unit("cora").get("running_seconds").asLong()).isEqualTo(240);
        clock.advanceMinutes(1);
        assertThat(unit("cora").get("running_seconds").asLong()).isEqualTo(60);
        // Nothing since it was started.
        change("UPDATE device_contacts SET heard_at = 0");
        assertThat(unit("cora").get("running_seconds").asLong()).isZero();
    }

    @Test
    void tutorSeesTheirOwnTimeAndNothingOfTheUnits() {
        change("UPDATE units SET budget_hours = 200 WHERE id = 10");
        String running = started("tia", 100);
        clock.advanceMinutes(2);
        assertThat(unit("tia").get("own_tutor_time").asLong()).isZero();
        complete("tia", running);
        JsonNode unit = unit("tia");
        assertThat(unit.get("own_tutor_time").asLong()).isEqualTo(120);
        for (String hidden : List.of("total_tutor_time", "running_seconds", "budget_hours")) {
            assertThat(unit.has(hidden)).as(hidden).isFalse();
        }
        assertThat(unit("tom").get("own_tutor_time").asLong()).isZero();
    }

    @Test
    void unitIsUnknownToStudentsStrangersAndThoseWhoseRoleEnded() {
        assertThat(status("sam", "10")).isEqualTo(404);
        assertThat(status("tom", "11")).isEqualTo(404);
        assertThat(status("tia", "12")).isEqualTo(404);
        assertThat(status("ada", "77")).isEqualTo(404);
        assertThat(status("ada", "x")).isEqualTo(404);
        change("UPDATE unit_roles SET active = 0 WHERE user_id = 3");
        assertThat(status("cora", "10")).isEqualTo(404);
    }

    @Test
    void listHoldsTheUnitsThatOneSeesAndEndsInOnePage() {
        assertThat(ids("sam")).isEmpty();
        assertThat(ids("tia")).containsExactly(10L, 11L);
        assertThat(ids("cora")).containsExactly(10L);
        assertThat(ids("ada")).containsExactly(12L, 10L, 11L);
        JsonNode list = server.get("tia", Api.UNITS).body();
        assertThat(list.get("next_cursor").isNull()).isTrue();
        assertThat(list.get("items").get(0)).isEqualTo(unit("tia"));
    }

    private List<Long> ids(String username) {
        return server.get(username, Api.UNITS)
                .body()
                .get("items")
                .valueStream()
                .map(unit -> unit.get("id").asLong())
                .toList();
    }

    private JsonNode unit(String username) {
        return server.get(username, Api.UNITS + "/10").body();
    }

    private int status(String username, String unit) {
        return server.get(username, Api.UNITS + "/" + unit).status();
    }

    private String started(String username, long unitRoleId) {
        return server.post(
                        username,
                        Api.TUTOR_TIMES + "/start",
                        "{\"unit_role_id\": %d, \"task_id\": 9000}".formatted(unitRoleId))
                .body()
                .get("id")
                .asText();
    }

    private void complete(String username, String id) {
        server.put(username, Api.TUTOR_TIMES + "/" + id + "/complete", null);
    }

    private void change(String sql) {
        server.database().write(handle -> handle.execute(sql));
    }
}
