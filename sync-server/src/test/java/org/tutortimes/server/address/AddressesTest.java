package org.tutortimes.server.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tutortimes.server.tracking.TrackingCalls.HOME;
import static org.tutortimes.server.tracking.TrackingCalls.OFFICE;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
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
import org.tutortimes.server.VirtualClock;
import org.tutortimes.server.tracking.TrackingCalls;

@OnBothDatabases
class AddressesTest {

    @Parameter private TestDatabase kind;
    @TempDir Path folder;
    private final VirtualClock clock = new VirtualClock("2026-08-03T00:00:00Z");
    private TestServer server;
    private TrackingCalls calls;

    @BeforeEach
    void start() {
        server = TestServer.on(kind, folder, clock);
        calls = new TrackingCalls(server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void administratorLooksAtAnAddressAndEachLookIsWrittenDown() {
        String path = path(calls.act("tia", HOME, "GET"));
        assertThat(server.get("ada", path).body().get("ip_address").asText()).isEqualTo(HOME);
        server.get("ada", path + "?note=two+people+at+once");
        JsonNode looks = server.get("ada", "/api/admin/audit?action=ip_address_seen").body();
        assertThat(looks.get("items")).hasSize(2);
        assertThat(looks.at("/items/0/actor").asText()).isEqualTo("ada");
        assertThat(looks.at("/items/0/note").asText()).isEqualTo("two people at once");
        assertThat(looks.at("/items/0/subject_type").asText()).isEqualTo("marking_session");
        assertThat(looks.toString()).doesNotContain(HOME);
        assertThat(server.get("cora", path).status()).isEqualTo(403);
        assertThat(server.get("tia", path).status()).isEqualTo(403);
    }

    @Test
    void whatIsStoredSaysNothingOfTheAddress() {
        calls.act("tia", OFFICE, "GET");
        calls.act("tom", OFFICE, "GET");
        assertThat(stored("ip_address")).doesNotContain(OFFICE).hasSize(2);
        assertThat(stored("ip_address").getFirst()).isEqualTo(stored("ip_address").getLast());
        assertThat(stored("ip_address_sealed").getFirst())
                .isNotEqualTo(stored("ip_address_sealed").getLast())
                .doesNotContain(OFFICE);
    }

    @Test
    void addressesAreErasedAfterTheirTimeAndTheSessionsStay() {
        String path = path(calls.act("tia", OFFICE, "GET"));
        // It counts from when the session began, however long it went on.
        clock.advanceMinutes(10);
        calls.act("tia", OFFICE, "GET");
        clock.advance(Duration.ofDays(1).minusMinutes(10));
        String later = path(calls.act("tia", OFFICE, "GET"));
        clock.advance(Duration.ofDays(29));
        assertThat(erase()).isZero();
        clock.advance(Duration.ofMillis(1));
        assertThat(erase()).isEqualTo(1);
        assertThat(server.get("ada", path).body().get("ip_address").isNull()).isTrue();
        assertThat(server.get("ada", later).body().get("ip_address").asText()).isEqualTo(OFFICE);
        assertThat(calls.sessions()).hasSize(2);
        assertThat(stored("ip_address_sealed")).hasSize(1);
    }

    @Test
    void moreThanWhatIsErasedAtATimeIsErased() {
        calls.change(
                """
                INSERT INTO marking_sessions (user_id, unit_id, ip_address, ip_address_sealed,
                    start_time, end_time, newest, created_at, updated_at)
                WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 31)
                SELECT 1, 10, 'x' || i, 'y', i, i, 1, i, i FROM n
                """);
        assertThat(erase()).isEqualTo(31);
        assertThat(stored("ip_address")).isEmpty();
    }

    @Test
    void onlyATrustedWebServerIsBelieved() {
        // The test asks from this computer, which is trusted; it names somebody in between.
        calls.act("tia", "203.0.113.9, " + HOME, "GET");
        assertThat(server.get("ada", path(1)).body().get("ip_address").asText()).isEqualTo(HOME);
    }

    private int erase() {
        try (AddressRetention retention =
                new AddressRetention(server.database(), clock, Duration.ofDays(30))) {
            return retention.erase();
        }
    }

    private List<String> stored(String column) {
        return server.database()
                .read(handle ->
                        handle.createQuery(
                                        "SELECT %s FROM marking_sessions WHERE %s IS NOT NULL"
                                                .formatted(column, column))
                                .mapTo(String.class)
                                .list());
    }

    private static String path(Answer answer) {
        return path(answer.body().get("marking_session_id").asLong());
    }

    private static String path(long id) {
        return "/api/admin/marking_sessions/%d/ip_address".formatted(id);
    }
}
