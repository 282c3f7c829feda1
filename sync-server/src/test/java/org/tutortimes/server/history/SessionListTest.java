package org.tutortimes.server.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.tutortimes.model.wire.Api;
import org.tutortimes.server.OnBothDatabases;
import org.tutortimes.server.TestDatabase;
import org.tutortimes.server.TestServer;
import org.tutortimes.server.TestServer.Answer;
import org.tutortimes.server.VirtualClock;

@OnBothDatabases
class SessionListTest {

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
    void eachSeesTheirOwnTheConvenorTheirUnitsAndTheAdministratorAll() {
        String tias = completed("tia", 100, 9000);
        String toms = completed("tom", 101, 9000);
        String elsewhere = completed("tia", 110, 9100);
        assertThat(ids("tia", "unit/10")).containsExactly(tias);
        assertThat(ids("tom", "unit/10")).containsExactly(toms);
        assertThat(ids("cora", "unit/10")).containsExactly(toms, tias);
        assertThat(ids("ada", "unit/10")).containsExactly(toms, tias);
        assertThat(ids("tia", "unit-role/110")).containsExactly(elsewhere);
        assertThat(ids("cora", "unit-role/100")).containsExactly(tias);
        assertThat(ids("ada", "unit-role/101")).containsExactly(toms);
        assertThat(ids("tia", "tutor/1")).containsExactly(elsewhere, tias);
        assertThat(ids("cora", "tutor/1")).containsExactly(tias);
        assertThat(ids("ada", "tutor/1")).containsExactly(elsewhere, tias);
        assertThat(ids("tia", "student/50")).containsExactly(elsewhere, tias);
        assertThat(ids("tom", "student/50")).containsExactly(toms);
        assertThat(ids("cora", "student/50")).containsExactly(toms, tias);
        assertThat(ids("ada", "student/50")).containsExactly(elsewhere, toms, tias);
    }

    @Test
    void whatOneMayNotSeeIsUnknown() {
        Map<String, List<String>> hidden =
                Map.of(
                        "sam",
                        List.of("unit/10", "unit-role/100", "tutor/1", "tutor/50", "student/50"),
                        "tom",
                        List.of("unit/11", "unit-role/100", "tutor/1"),
                        "tia",
                        List.of(
                                "unit/12",
                                "student/1",
                                "unit/x",
                                "unit-role/x",
                                "tutor/x",
                                "student/x"),
                        "cora",
                        List.of("unit/11", "unit-role/110", "tutor/4"),
                        "ada",
                        List.of(
                                "unit/77",
                                "unit-role/77",
                                "tutor/77",
                                "tutor/50",
                                "student/77",
                                "student/1"));
        hidden.forEach((username, paths) ->
                paths.forEach(path -> {
                    Answer answer = list(username, path + "?limit=x");
                    assertThat(answer.status()).as(username + " " + path).isEqualTo(404);
                    assertThat(answer.body().get("code").asText()).isEqualTo("not_found");
                }));
    }

    @Test
    void endedRoleLeavesItsHolderTheirOwnSessionsAndNothingOfTheUnit() {
        String own = completed("tia", 100, 9000);
        change("UPDATE unit_roles SET active = 0 WHERE id = 100");
        assertThat(ids("tia", "unit-role/100")).containsExactly(own);
        assertThat(ids("tia", "tutor/1")).containsExactly(own);
        assertThat(list("tia", "unit/10").status()).isEqualTo(404);
        change("UPDATE unit_roles SET active = 0 WHERE user_id = 3");
        assertThat(list("cora", "unit-role/100").status()).isEqualTo(404);
        assertThat(list("cora", "tutor/1").status()).isEqualTo(404);
        assertThat(list("cora", "student/50").status()).isEqualTo(404);
        assertThat(server.send(server.request("GET", path("unit/10"), null)).status())
                .isEqualTo(401);
    }

    @Test
    void pileIsOnNoStudentsWork() {
        server.post("tia", path("start"), "{\"unit_role_id\": 100, \"task_definition_id\": 500}");
        assertThat(ids("tia", "unit/10")).hasSize(1);
        assertThat(ids("ada", "student/50")).isEmpty();
    }

    @Test
    void sessionsReadInListsAsTheyDoAlone() {
        String paused = started("tia", 100, 9000);
        clock.advanceMinutes(1);
        step("tia", paused, "pause");
        clock.advanceMinutes(1);
        step("tia", paused, "resume");
        clock.advanceMinutes(1);
        step("tia", paused, "complete");
        completed("tom", 101, 9000);
        started("tia", 100, 9000);
        JsonNode items = list("cora", "unit/10").body().get("items");
        assertThat(items).hasSize(3);
        for (JsonNode item : items) {
            assertThat(item).isEqualTo(server.get("cora", path(item.get("id").asText())).body());
        }
        assertThat(items.get(2).get("segments")).hasSize(2);
    }

    @Test
    void statusChoosesOneOrSeveral() {
        String completed = completed("tia", 100, 9000);
        String paused = started("tia", 100, 9000);
        clock.advanceMinutes(1);
        step("tia", paused, "pause");
        clock.advanceMinutes(1);
        String active = started("tia", 100, 9000);
        assertThat(ids("tia", "unit/10?status=active")).containsExactly(active);
        assertThat(ids("tia", "unit/10?status=paused")).containsExactly(paused);
        assertThat(ids("tia", "unit/10?status=completed,active"))
                .containsExactly(active, completed);
        assertThat(ids("tia", "unit/10?status=")).containsExactly(active, paused, completed);
        assertThat(ids("tia", "unit/10?status=paused,paused")).containsExactly(paused);
    }

    @Test
    void deletedSessionsComeOnlyWhereAskedFor() {
        String kept = completed("tia", 100, 9000);
        String deleted = completed("tia", 100, 9000);
        server.delete("tia", path(deleted));
        assertThat(ids("tia", "tutor/1")).containsExactly(kept);
        assertThat(ids("tia", "tutor/1?include_deleted=false")).containsExactly(kept);
        assertThat(ids("tia", "tutor/1?include_deleted=true")).containsExactly(deleted, kept);
        assertThat(list("tia", "tutor/1?include_deleted=true").body().at("/items/0/deleted_at"))
                .isNotEqualTo(NullNode.getInstance());
    }

    /// Melbourne is ten hours ahead of UTC: its 4 August begins on the 3rd at 14:00.
    @Test
    void periodHoldsTheSessionsThatStartInItByInstantOrByDayOfAZone() {
        String nine = completed("tia", 100, 9000);
        clock.advance(Duration.ofHours(4).plusMinutes(59));
        String two = completed("tia", 100, 9000);
        assertThat(server.get("tia", path(two)).body().get("start_time").asText())
                .isEqualTo("2026-08-03T14:00:00.000Z");
        assertThat(ids("tia", "unit/10?from=2026-08-03T09:00:00Z&to=2026-08-03T14:00:00Z"))
                .containsExactly(nine);
        assertThat(ids("tia", "unit/10?from=2026-08-03T09:00:00.001Z")).containsExactly(two);
        assertThat(ids("tia", "unit/10?from=2026-08-04")).containsExactly(two);
        assertThat(ids("tia", "unit/10?to=2026-08-03")).containsExactly(nine);
        assertThat(ids("tia", "unit-role/100?from=2026-08-04")).containsExactly(two);
        assertThat(ids("tia", "unit/10?from=2026-08-04&timezone=UTC")).isEmpty();
        assertThat(ids("tia", "tutor/1?from=2026-08-04")).isEmpty();
        assertThat(ids("tia", "student/50?from=2026-08-04")).isEmpty();
        assertThat(ids("tia", "tutor/1?from=2026-08-04&timezone=Australia/Melbourne"))
                .containsExactly(two);
    }

    @Test
    void everyBadParameterIsNamed() {
        Answer answer =
                list(
                        "tia",
                        "unit/10?status=done&from=monday&to=2026-02-30&timezone=Mars&limit=501"
                                + "&cursor=here&include_deleted=yes");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().at("/details/faults").properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder(
                        "status", "from", "to", "timezone", "limit", "cursor", "include_deleted");
    }

    @Test
    void badParameterIsRefusedAndNeverClamped() {
        for (String parameter :
                List.of(
                        "limit=0",
                        "limit=-1",
                        "limit=many",
                        "limit=1&limit=2",
                        "cursor=MQ",
                        "cursor=eAB5",
                        "from=2026-08-04&to=2026-08-03",
                        "from=%2B999999999-01-01T00:00:00Z",
                        "status=active%2C")) {
            assertThat(list("tia", "unit/10?" + parameter).status()).as(parameter).isEqualTo(400);
        }
    }

    private List<String> ids(String username, String pathAndQuery) {
        Answer answer = list(username, pathAndQuery);
        assertThat(answer.status()).as(pathAndQuery).isEqualTo(200);
        List<String> ids = new ArrayList<>();
        answer.body().get("items").forEach(item -> ids.add(item.get("id").asText()));
        return ids;
    }

    private Answer list(String username, String pathAndQuery) {
        return server.get(username, path(pathAndQuery));
    }

    private static String path(String rest) {
        return Api.TUTOR_TIMES + "/" + rest;
    }

    private String started(String username, long unitRoleId, long taskId) {
        return server.post(
                        username,
                        path("start"),
                        "{\"unit_role_id\": %d, \"task_id\": %d}".formatted(unitRoleId, taskId))
                .body()
                .get("id")
                .asText();
    }

    /// A minute of work; the clock then stands at its end.
    private String completed(String username, long unitRoleId, long taskId) {
        String id = started(username, unitRoleId, taskId);
        clock.advanceMinutes(1);
        assertThat(step(username, id, "complete").status()).isEqualTo(200);
        return id;
    }

    private Answer step(String username, String id, String step) {
        return server.put(username, path(id) + "/" + step, null);
    }

    private void change(String sql) {
        server.database().write(handle -> handle.execute(sql));
    }
}
