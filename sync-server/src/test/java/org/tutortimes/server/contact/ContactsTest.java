package org.tutortimes.server.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.tutortimes.server.OnBothDatabases;
import org.tutortimes.server.SampleData;
import org.tutortimes.server.TestDatabase;
import org.tutortimes.server.TestServer;
import org.tutortimes.server.VirtualClock;

@OnBothDatabases
class ContactsTest {

    private static final UUID DEVICE = new UUID(1, 1);
    private static final Instant NOW = Instant.parse("2026-08-20T12:00:00Z");

    @Parameter TestDatabase kind;
    @TempDir Path folder;
    private final VirtualClock clock = new VirtualClock("2026-08-20T12:00:00Z");
    private final List<Set<Long>> told = new ArrayList<>();
    private TestServer server;
    private Contacts contacts;

    @BeforeEach
    void start() {
        server = TestServer.on(kind, folder, clock);
        contacts = new Contacts(server.database(), clock, told::add);
    }

    @AfterEach
    void stop() {
        contacts.close();
        server.close();
    }

    @Test
    void unitIsToldWhenARunningSessionFallsSilentAndWhenItIsHeardOfAgain() {
        String session =
                server.post("tia", "/api/tutor-times/start", pile()).body().path("id").asText();
        runsOn(session, DEVICE);
        contacts.heard(DEVICE, SampleData.TIA);
        contacts.look();
        clock.advance(Silence.LONGEST);
        contacts.look();
        assertThat(told).isEmpty();

        clock.advance(Duration.ofMillis(1));
        contacts.look();
        contacts.look();
        assertThat(told).containsExactly(Set.of(SampleData.UNIT));

        contacts.heard(DEVICE, SampleData.TIA);
        contacts.look();
        assertThat(told).containsExactly(Set.of(SampleData.UNIT), Set.of(SampleData.UNIT));
    }

    @Test
    void whatAnotherProcessHeardLaterStays() {
        contacts.heard(DEVICE, SampleData.TIA);
        clock.advance(Duration.ofMinutes(1));
        // Not written yet, and older than what comes next.
        contacts.heard(DEVICE, SampleData.TIA);
        clock.advance(Duration.ofMinutes(1));
        Contacts other = new Contacts(server.database(), clock, told::add);
        other.heard(DEVICE, SampleData.TIA);
        other.close();
        contacts.look();
        assertThat(heardAt(DEVICE)).containsExactly(NOW.plus(Duration.ofMinutes(2)));
    }

    @Test
    void deviceThatMaySeemSilentIsWrittenAtOnceAndOthersTogether() {
        sync("tia");
        assertThat(heardAt(DEVICE)).containsExactly(NOW);
        clock.advance(Silence.LONGEST);
        sync("tia");
        assertThat(heardAt(DEVICE)).containsExactly(NOW);
        server.close();
        server = TestServer.again(kind, folder, clock);
        assertThat(heardAt(DEVICE)).containsExactly(NOW.plus(Silence.LONGEST));
        clock.advance(Silence.LONGEST.plusMillis(1));
        sync("tia");
        assertThat(heardAt(DEVICE)).containsExactly(clock.instant());
    }

    @Test
    void devicesOfThoseWithoutAnyRoleAreNotNoted() {
        sync("sam");
        assertThat(heardAt(DEVICE)).isEmpty();
    }

    @Test
    void devicesThatNobodyUsesAnyMoreAreForgotten() {
        sync("tia");
        server.close();
        clock.advance(Duration.ofDays(61));
        server = TestServer.again(kind, folder, clock);
        await().untilAsserted(() -> assertThat(heardAt(DEVICE)).isEmpty());
    }

    @Test
    void silenceBeginsWithTheLastWord() {
        assertThat(Silence.since(null, NOW)).isNull();
        assertThat(Silence.since(NOW.minusSeconds(180), NOW)).isNull();
        assertThat(Silence.since(NOW.minusSeconds(181), NOW)).isEqualTo(NOW.minusSeconds(181));
    }

    private void sync(String username) {
        server.post(
                username,
                "/api/sync",
                """
                {"device_id": "%s", "client_version": "1.0.0",
                 "sent_at": "2026-08-20T12:00:00Z", "since": 0, "events": []}
                """
                        .formatted(DEVICE));
    }

    private static String pile() {
        return "{\"unit_role_id\": %d, \"task_definition_id\": %d}"
                .formatted(SampleData.TIAS_ROLE, SampleData.PILE);
    }

    private void runsOn(String session, UUID device) {
        server.database()
                .write(handle ->
                        handle.execute(
                                "UPDATE tutor_times SET opened_on = ? WHERE id = ?",
                                device.toString(),
                                session));
    }

    private List<Instant> heardAt(UUID device) {
        return server.database()
                .read(handle ->
                        handle.select(
                                        "SELECT heard_at FROM device_contacts WHERE device_id = ?",
                                        device.toString())
                                .mapTo(Long.class)
                                .map(Instant::ofEpochMilli)
                                .list());
    }
}
