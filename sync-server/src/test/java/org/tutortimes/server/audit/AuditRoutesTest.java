package org.tutortimes.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.tutortimes.server.OnBothDatabases;
import org.tutortimes.server.TestDatabase;
import org.tutortimes.server.TestServer;
import org.tutortimes.server.VirtualClock;
import org.tutortimes.server.access.Actor;
import org.tutortimes.server.request.Cursor;

/// What administrators find in the audit log.
@OnBothDatabases
class AuditRoutesTest {

    private static final String PATH = "/api/admin/audit";
    private static final Instant NINE = Instant.parse("2026-08-03T09:00:00Z");
    private static final Actor ADA = new Actor(4L, "ada", "192.0.2.7");
    private static final Actor LMS = new Actor(null, "LMS", "192.0.2.8");

    @Parameter TestDatabase kind;
    @TempDir Path folder;
    private TestServer server;

    @BeforeEach
    void start() {
        server = TestServer.on(kind, folder, new VirtualClock("2026-08-03T09:00:00Z"));
        record(0, ADA, AuditEntry.added(Action.USER_ADDED, Subject.user(7), Map.of("name", "Uma")));
        record(
                1,
                ADA,
                AuditEntry.changed(
                        Action.UNIT_CHANGED,
                        Subject.unit(10),
                        Map.of("code", "A"),
                        Map.of("code", "B")));
        record(2, LMS, AuditEntry.done(Action.DATA_IMPORTED, Subject.importOf("4")));
        record(3, Actor.OPERATOR, AuditEntry.done(Action.USER_ADDED, Subject.user(8)));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void entriesComeNewestFirstWithWhoWhatWhenFromWhereBeforeAndAfter() {
        JsonNode items = items("");
        assertThat(items.findValuesAsText("action"))
                .containsExactly("user_added", "data_imported", "unit_changed", "user_added");
        JsonNode changed = items.get(2);
        assertThat(changed.get("at").asText()).isEqualTo("2026-08-03T09:01:00.000Z");
        assertThat(changed.get("user_id").asLong()).isEqualTo(4);
        assertThat(changed.get("actor").asText()).isEqualTo("ada");
        assertThat(changed.get("address").asText()).isEqualTo("192.0.2.7");
        assertThat(changed.get("subject_type").asText()).isEqualTo("unit");
        assertThat(changed.get("subject_id").asText()).isEqualTo("10");
        assertThat(changed.get("unit_id").asLong()).isEqualTo(10);
        assertThat(changed.at("/before/code").asText()).isEqualTo("A");
        assertThat(changed.at("/after/code").asText()).isEqualTo("B");
        assertThat(items.get(0).get("actor").asText()).isEqualTo("operator");
        assertThat(items.get(0).get("user_id").isNull()).isTrue();
    }

    @Test
    void eachFilterFindsWhatItNames() {
        assertThat(items("?user_id=4")).hasSize(2);
        assertThat(items("?action=user_added")).hasSize(2);
        assertThat(items("?subject_type=user")).hasSize(2);
        assertThat(items("?subject_id=8")).hasSize(1);
        assertThat(items("?unit_id=10")).hasSize(1);
        assertThat(items("?from=2026-08-03T09:01:00Z&to=2026-08-03T09:03:00Z")).hasSize(2);
        assertThat(items("?from=2026-08-03&to=2026-08-03")).hasSize(items("").size());
        assertThat(items("?from=2026-08-04")).isEmpty();
        assertThat(items("?user_id=4&action=user_added")).hasSize(1);
        assertThat(items("?user_id=4&unit_id=11")).isEmpty();
    }

    @Test
    void wordsFindTheActorOrTheSubject() {
        assertThat(items("?q=LMS")).hasSize(1);
        assertThat(items("?q=7").findValuesAsText("actor")).containsExactly("ada");
        assertThat(items("?q=ada&action=unit_changed")).hasSize(1);
        assertThat(items("?q=nobody")).isEmpty();
        assertThat(items("?q=ada&limit=1").findValuesAsText("action"))
                .containsExactly("unit_changed");
    }

    @Test
    void userNameFindsWhatWasDoneToThatPerson() {
        record(4, ADA, AuditEntry.added(Action.USER_ADDED, Subject.user(1), Map.of("name", "T")));
        record(5, ADA, AuditEntry.added(Action.UNIT_ADDED, Subject.unit(1), Map.of("code", "A")));
        assertThat(items("?q=tia").findValuesAsText("action")).containsExactly("user_added");
    }

    @Test
    void pagesShowEachEntryOnceThoughOthersAreAdded() {
        for (int count = 0; count < 50; count++) {
            record(4, ADA, AuditEntry.done(Action.USER_CHANGED, Subject.user(count)));
        }
        List<String> seen = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonNode page = server.get("ada", PATH + "?limit=7" + next).body();
            page.get("items").forEach(item -> seen.add(item.get("id").asText()));
            record(5, ADA, AuditEntry.done(Action.USER_CHANGED, Subject.user(1)));
            String cursor = page.get("next_cursor").textValue();
            next = cursor == null ? null : "&cursor=" + cursor;
        }
        assertThat(seen).hasSize(54);
        assertThat(new HashSet<>(seen)).hasSize(54);
    }

    @Test
    void badParametersAreRefusedAllAtOnce() {
        var answer =
                server.get(
                        "ada",
                        PATH
                                + "?limit=0&cursor=x&from=yesterday&action=dance&user_id=me&unit_id=x");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().at("/details/faults")).hasSize(6);
        assertThat(server.get("ada", PATH + "?limit=501").status()).isEqualTo(400);
        assertThat(
                        server.get(
                                        "ada",
                                        PATH + "?from=2026-08-03T09:00:00Z&to=2026-08-02T09:00:00Z")
                                .status())
                .isEqualTo(400);
    }

    @Test
    void cursorThatSomebodyBuiltIsRefused() {
        for (String built : List.of(Cursor.of("audit", "x", "y"), Cursor.of("audit", "7"))) {
            assertThat(server.get("ada", PATH + "?cursor=" + built).status()).isEqualTo(400);
        }
    }

    @Test
    void onlyAdminsRead() {
        for (String name : List.of("tia", "cora", "sam")) {
            assertThat(server.get(name, PATH).status()).isEqualTo(403);
        }
        assertThat(server.get("nobody", PATH).status()).isEqualTo(401);
    }

    private JsonNode items(String query) {
        return server.get("ada", PATH + query).body().get("items");
    }

    private void record(long minute, Actor actor, AuditEntry entry) {
        server.database()
                .write(handle -> {
                    AuditLog.record(handle, NINE.plusSeconds(60 * minute), actor, entry);
                    return handle;
                });
    }
}
