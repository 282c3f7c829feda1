package org.tutortimes.server.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tutortimes.server.classes.ClassCalls.ok;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.tutortimes.model.classes.Attendance.Sign;
import org.tutortimes.server.ManyStudents;
import org.tutortimes.server.ManyTutors;
import org.tutortimes.server.OnBothDatabases;
import org.tutortimes.server.SampleData;
import org.tutortimes.server.TestDatabase;
import org.tutortimes.server.TestServer;
import org.tutortimes.server.VirtualClock;
import org.tutortimes.server.classes.ClassCalls;
import org.tutortimes.server.database.Circumstances;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.live.Announcer;

/// What is heard of many, as it comes to the database. The clock of the server stands, so it is
/// another one's silence that counts here.
@OnBothDatabases
class PresenceWritesTest {

    private static final int STUDENTS = 30;
    private static final Duration SILENCE = Duration.ofSeconds(25);

    @Parameter private TestDatabase kind;
    @TempDir Path folder;
    private final VirtualClock serverClock = new VirtualClock("2026-08-03T09:00:00Z");
    private final VirtualClock clock = new VirtualClock("2026-08-03T09:00:00Z");
    private final List<Presence> opened = new ArrayList<>();
    private TestServer server;
    private ClassCalls calls;
    private String session = "";

    @BeforeEach
    void start() {
        server = TestServer.on(kind, folder, serverClock);
        ManyStudents.add(server.database(), STUDENTS);
        calls = new ClassCalls(server);
        session = joinedByAll();
    }

    @AfterEach
    void stop() {
        opened.forEach(Presence::close);
        server.close();
    }

    @Test
    void heartbeatsOfAWholeClassAreOneWrite() {
        Presence presence = presence();
        clock.advance(Duration.ofSeconds(10));
        everybodyIsHeard(presence);
        presence.write();
        assertThat(presence.writes()).isEqualTo(1);
        assertThat(activities()).hasSize(STUDENTS).containsOnly("2026-08-03T09:00:10.000Z");
    }

    @Test
    void eachOpenSessionIsWrittenOnceAndAllTogether() {
        String other = joinedByAll();
        Presence presence = presence();
        clock.advance(Duration.ofSeconds(10));
        everybodyIsHeard(presence);
        for (long student : ManyStudents.ids(STUDENTS)) {
            presence.heard(UUID.fromString(other), student, sign());
        }
        presence.write();
        assertThat(presence.writes()).isEqualTo(2);
    }

    @Test
    void newsOfOneSessionWritesNoOther() {
        String other = joinedByAll();
        Presence presence = presence();
        clock.advance(Duration.ofSeconds(10));
        everybodyIsHeard(presence);
        presence.heard(UUID.fromString(other), ManyStudents.id(0), new Sign(clock.instant(), true));
        presence.write(false);
        assertThat(presence.writes()).isEqualTo(1);
        assertThat(activities()).containsOnly("2026-08-03T09:00:00.000Z");
        presence.write(true);
        assertThat(presence.writes()).isEqualTo(2);
        assertThat(activities()).containsOnly("2026-08-03T09:00:10.000Z");
    }

    @Test
    void whereNothingIsNewNothingIsWritten() {
        Presence presence = presence();
        everybodyIsHeard(presence);
        presence.write();
        presence.write();
        assertThat(presence.writes()).isZero();
    }

    @Test
    void signsOfStrangersAndOfSessionsThatAreNotOpenArePassedOver() {
        String planned = calls.sessionAfter();
        Presence presence = presence();
        clock.advance(Duration.ofSeconds(10));
        presence.heard(UUID.fromString(session), SampleData.TOM, sign());
        presence.heard(UUID.fromString(planned), SampleData.SAM, sign());
        presence.heard(UUID.randomUUID(), SampleData.SAM, sign());
        presence.write();
        assertThat(presence.writes()).isZero();
        assertThat(calls.participants(session)).hasSize(STUDENTS);
        assertThat(calls.participants(planned)).isEmpty();
    }

    @Test
    void serverThatHasJustStartedJudgesNobodyForTwentyFiveSeconds() {
        clock.advance(Duration.ofHours(1));
        Presence presence = presence();
        presence.write();
        clock.advance(SILENCE.minusMillis(1));
        presence.write();
        assertThat(connections()).containsOnly("CONNECTED");
        clock.advance(Duration.ofMillis(1));
        presence.write();
        assertThat(connections()).containsOnly("DISCONNECTED");
        assertThat(presence.writes()).isEqualTo(1);
    }

    @Test
    void onlyTheSilentAreDisconnected() {
        Presence presence = presence();
        clock.advance(SILENCE.minusMillis(1));
        presence.heard(UUID.fromString(session), ManyStudents.id(0), sign());
        presence.write();
        assertThat(connections()).containsOnly("CONNECTED");
        clock.advance(Duration.ofMillis(1));
        presence.write();
        assertThat(connections()).filteredOn("CONNECTED"::equals).hasSize(1);
    }

    @Test
    void whoWasHeardInTimeIsNotSilentThoughThatIsNotWrittenYet() {
        Presence presence = presence();
        clock.advance(SILENCE.minusMillis(1));
        everybodyIsHeard(presence);
        clock.advance(Duration.ofMillis(1));
        presence.write(false);
        assertThat(connections()).containsOnly("CONNECTED");
    }

    @Test
    void whatWasHeardLastIsWrittenWhenTheServerStops() {
        Presence presence = presence();
        clock.advance(Duration.ofSeconds(10));
        everybodyIsHeard(presence);
        presence.close();
        assertThat(activities()).containsOnly("2026-08-03T09:00:10.000Z");
    }

    @Test
    void whatCouldNotBeWrittenIsWrittenOnceItCanBeUnlessNewerCame() {
        AtomicBoolean fails = new AtomicBoolean(true);
        Sign newer = new Sign(clock.instant().plusSeconds(15), false);
        BooleanSupplier newerComesWhileItFails =
                () -> {
                    opened.getLast().heard(UUID.fromString(session), ManyStudents.id(0), newer);
                    return fails.get();
                };
        Circumstances hard =
                new Circumstances(
                        connection -> RefusingConnection.around(connection, newerComesWhileItFails),
                        true);
        try (Database failing = Database.openKnown(kind.migrated(folder), hard)) {
            Presence presence = presence(failing);
            clock.advance(Duration.ofSeconds(10));
            everybodyIsHeard(presence);
            assertThatThrownBy(presence::write).hasStackTraceContaining("refused");
            assertThat(presence.writes()).isZero();

            fails.set(false);
            clock.advance(Duration.ofSeconds(5));
            presence.write();
            assertThat(activities())
                    .hasSize(STUDENTS)
                    .containsOnly("2026-08-03T09:00:10.000Z", "2026-08-03T09:00:15.000Z")
                    .containsOnlyOnce("2026-08-03T09:00:15.000Z");
            presence.close();
        }
    }

    @Test
    void leaveFromBeforeAReturnDoesNotUndoIt() {
        Presence presence = presence();
        clock.advance(Duration.ofSeconds(1));
        presence.heard(
                UUID.fromString(session), ManyStudents.id(0), new Sign(clock.instant(), true));
        serverClock.advance(Duration.ofSeconds(2));
        ok(calls.join(ManyStudents.username(0), session));
        presence.write();
        assertThat(connections()).containsOnly("CONNECTED");
    }

    @Test
    void twoServersThatWriteAtOnceLoseNothing() throws Exception {
        List<Presence> both = List.of(presence(), presence());
        for (int round = 0; round < 5; round++) {
            clock.advance(Duration.ofSeconds(10));
            for (int number = 0; number < STUDENTS; number++) {
                both.get(number % 2)
                        .heard(UUID.fromString(session), ManyStudents.id(number), sign());
            }
            ManyTutors.atOnce(
                    2,
                    number -> {
                        both.get(number).write();
                        return number;
                    });
            assertThat(activities()).hasSize(STUDENTS).containsOnly(now());
        }
    }

    private String joinedByAll() {
        String open =
                calls.sessionOf(
                        calls.newClass(ManyStudents.ids(STUDENTS).toArray(Long[]::new)), "open");
        for (int number = 0; number < STUDENTS; number++) {
            ok(calls.join(ManyStudents.username(number), open));
        }
        return open;
    }

    /// One more process's, which writes when it is told to.
    private Presence presence() {
        return presence(server.database());
    }

    private Presence presence(Database database) {
        opened.add(
                new Presence(database, new Announcer(server.liveFeed(), server.database()), clock));
        return opened.getLast();
    }

    private void everybodyIsHeard(Presence presence) {
        for (long student : ManyStudents.ids(STUDENTS)) {
            presence.heard(UUID.fromString(session), student, sign());
        }
    }

    private Sign sign() {
        return new Sign(clock.instant(), false);
    }

    private String now() {
        return clock.instant().toString().replace("Z", ".000Z");
    }

    private List<String> activities() {
        return each("last_activity");
    }

    private List<String> connections() {
        return each("connection_status");
    }

    private List<String> each(String field) {
        return calls.participants(session).stream()
                .map(participant -> participant.get(field))
                .map(JsonNode::asText)
                .toList();
    }
}
