package org.tutortimes.server.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
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
class SessionPagesTest {

    private static final long MORNING = 1_785_747_600_000L;
    private static final int SESSIONS = 1_000;
    private static final List<String> LISTS =
            List.of("unit/10", "unit-role/100", "tutor/1", "student/50");

    @Parameter private TestDatabase kind;
    @TempDir Path folder;
    private final Random random = new Random(1);
    private TestServer server;

    @BeforeEach
    void start() {
        server = TestServer.on(kind, folder, new VirtualClock("2026-08-03T09:00:00Z"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void walkSeesEachSessionOnceWhateverIsAddedMeanwhile() {
        Set<String> known = added(SESSIONS);
        for (String list : LISTS) {
            List<String> seen = new ArrayList<>();
            Set<String> addedMeanwhile = new HashSet<>();
            String cursor = "";
            do {
                JsonNode page = page(list, "limit=97" + cursor);
                page.get("items").forEach(item -> seen.add(item.get("id").asText()));
                cursor = "&cursor=" + page.get("next_cursor").asText();
                addedMeanwhile.addAll(added(7));
            } while (!cursor.equals("&cursor=null"));
            assertThat(seen).as(list).doesNotHaveDuplicates().containsAll(known);
            seen.removeAll(known);
            assertThat(addedMeanwhile).containsAll(seen);
            known.addAll(addedMeanwhile);
        }
    }

    @Test
    void pagesFollowEachOtherByFallingStart() {
        added(50);
        JsonNode all = page("unit/10", "");
        assertThat(all.get("next_cursor").isNull()).isTrue();
        List<String> places = new ArrayList<>();
        all.get("items")
                .forEach(item ->
                        places.add(item.get("start_time").asText() + item.get("id").asText()));
        assertThat(places).hasSize(50).isSortedAccordingTo((a, b) -> b.compareTo(a));
        JsonNode first = page("unit/10", "limit=20");
        JsonNode second = page("unit/10", "limit=30&cursor=" + first.get("next_cursor").asText());
        List<JsonNode> both = new ArrayList<>();
        first.get("items").forEach(both::add);
        second.get("items").forEach(both::add);
        assertThat(both).containsExactlyElementsOf(all.get("items"));
        assertThat(second.get("next_cursor").isNull()).isTrue();
        assertThat(page("unit/10", "limit=50").get("next_cursor").isNull()).isTrue();
    }

    @Test
    void pageHasAHundredSessionsUnlessAskedOtherwise() {
        added(501);
        assertThat(page("unit/10", "").get("items")).hasSize(100);
        assertThat(page("unit/10", "limit=500").get("items")).hasSize(500);
    }

    private JsonNode page(String list, String query) {
        return server.get("ada", Api.TUTOR_TIMES + "/" + list + "?" + query).body();
    }

    /// Adds rows that many share their start with, as no timer would so soon.
    private Set<String> added(int count) {
        Set<String> ids = new HashSet<>();
        server.database()
                .write(handle -> {
                    for (int each = 0; each < count; each++) {
                        ids.add(add(handle));
                    }
                    return ids;
                });
        return ids;
    }

    private String add(Handle handle) {
        String id = new UUID(random.nextLong(), random.nextLong()).toString();
        long start = MORNING + random.nextInt(60) * 60_000L;
        handle.execute(
                """
                INSERT INTO tutor_times (id, user_id, unit_id, unit_role_id, task_id, status,
                    start_time, end_time, duration_seconds, counted_ms, recorded_ms,
                    latest_event_at, created_at, updated_at)
                VALUES (?, 1, 10, 100, 9000, 'completed', ?, ?, 60, 60000, 60000, ?, 0, 0)
                """,
                id,
                start,
                start + 60_000,
                start + 60_000);
        handle.execute(
                """
                INSERT INTO tutor_time_segments
                    (session_id, ordinal, unit_role_id, start_time, end_time, counted_ms)
                VALUES (?, 0, 100, ?, ?, 60000)
                """,
                id,
                start,
                start + 60_000);
        return id;
    }
}
