package org.tutortimes.server.roles;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tutortimes.server.SampleData;
import org.tutortimes.server.TestServer;
import org.tutortimes.server.TestServer.Answer;
import org.tutortimes.server.VirtualClock;
import org.tutortimes.server.account.Passwords;

/// Two units with one person of each kind and some sessions: new for each request that may change
/// something, beside all the others on the same server.
final class World {

    static final String PASSWORD = "correct horse battery";
    private static final String HASH = new Passwords().hash(PASSWORD);
    private static final List<Person> PEOPLE = List.of(Person.values());
    private static final AtomicLong COUNT = new AtomicLong();
    private static final int IDS_OF_A_WORLD = 100;

    private final TestServer server;
    private final long number = COUNT.incrementAndGet();
    private final long firstId = 1_000_000 + number * IDS_OF_A_WORLD;
    private final String running;
    private final String deleted;
    private final String former;
    private final long observed;
    private final long deletedObserved;
    private @Nullable Classroom classroom;

    World(TestServer server, VirtualClock clock) {
        this.server = server;
        server.database()
                .write(handle -> {
                    writeUnits(handle);
                    writePeople(handle);
                    writeTokens(handle);
                    writeTask(handle);
                    return handle;
                });
        this.former = entered(Person.FORMER_TUTOR);
        this.deleted = entered(Person.TUTOR);
        done(server.delete(token(Person.TUTOR), "/api/tutor-times/" + deleted));
        this.deletedObserved = observed("192.0.2.1");
        done(server.delete(token(Person.ADMIN), "/api/marking_sessions/" + deletedObserved));
        this.observed = observed("192.0.2.2");
        clock.advanceMinutes(1);
        this.running =
                id(
                        server.post(
                                token(Person.TUTOR),
                                "/api/tutor-times/start",
                                "{\"unit_role_id\": %d, \"task_id\": %d}"
                                        .formatted(roleId(Person.TUTOR), taskId())));
        clock.advanceMinutes(1);
        server.database()
                .write(handle -> {
                    handle.execute(
                            "UPDATE unit_roles SET active = 0 WHERE id = ?",
                            roleId(Person.FORMER_TUTOR));
                    handle.execute(
                            "UPDATE users SET active = 0 WHERE id = ?", userId(Person.DEACTIVATED));
                    return handle;
                });
    }

    TestServer server() {
        return server;
    }

    String token(Person person) {
        return person.token(number);
    }

    String tokenId(Person person) {
        return "token-of-" + token(person);
    }

    long userId(Person person) {
        return firstId + PEOPLE.indexOf(person);
    }

    /// The person's role in the unit; of the convenor of another unit, in that one.
    long roleId(Person person) {
        return firstId + PEOPLE.indexOf(person);
    }

    long unitId() {
        return firstId;
    }

    long otherUnitId() {
        return firstId + 1;
    }

    long pileId() {
        return firstId;
    }

    long projectId() {
        return firstId;
    }

    long taskId() {
        return firstId;
    }

    /// A session of the tutor that runs.
    String running() {
        return running;
    }

    /// A session of the tutor that is deleted.
    String deleted() {
        return deleted;
    }

    /// A session of the former tutor.
    String former() {
        return former;
    }

    /// A marking session of the tutor.
    long observed() {
        return observed;
    }

    /// A marking session of the tutor that is deleted.
    long deletedObserved() {
        return deletedObserved;
    }

    /// Made when it is asked about first: it takes many requests.
    Classroom classroom() {
        Classroom known = classroom;
        if (known == null) {
            known = new Classroom(this);
            classroom = known;
        }
        return known;
    }

    void pause() {
        server.put(token(Person.TUTOR), "/api/tutor-times/" + running + "/pause", null);
    }

    /// An entry by hand, as JSON.
    String entry(long unitRoleId) {
        return """
        {"unit_role_id": %d, "task_id": %d, "note": "On paper", "segments":
          [{"start": "2026-08-03T07:00:00Z", "end": "2026-08-03T07:30:00Z"}]}
        """
                .formatted(unitRoleId, taskId());
    }

    private void writeUnits(Handle handle) {
        handle.execute(
                """
                INSERT INTO units (id, code, name, zone, changed_in) VALUES
                    (?, 'ONE', 'The unit', 'Australia/Melbourne', 1),
                    (?, 'TWO', 'Another unit', 'Australia/Melbourne', 1)
                """,
                unitId(),
                otherUnitId());
    }

    private void writePeople(Handle handle) {
        for (Person person : Person.values()) {
            if (person.isUser()) {
                handle.execute(
                        """
                        INSERT INTO users (id, username, name, system_role, password_hash)
                        VALUES (?, ?, ?, ?, ?)
                        """,
                        userId(person),
                        token(person),
                        person.title(),
                        person == Person.ADMIN ? "admin" : "none",
                        HASH);
                SampleData.addToken(handle, token(person));
            }
            switch (person) {
                case TUTOR, COLLEAGUE, FORMER_TUTOR, NEWCOMER ->
                        writeRole(handle, person, unitId(), "tutor");
                case CONVENOR, DEACTIVATED -> writeRole(handle, person, unitId(), "convenor");
                case OTHER_CONVENOR -> writeRole(handle, person, otherUnitId(), "convenor");
                case NOBODY, STRANGER, STUDENT, ADMIN, SERVICE -> {}
            }
        }
    }

    private void writeTokens(Handle handle) {
        handle.execute(
                "UPDATE auth_tokens SET must_change_password = 1 WHERE id = ?",
                tokenId(Person.NEWCOMER));
        handle.execute(
                """
                INSERT INTO service_tokens (id, name, token_hash, created_by, created_at)
                VALUES (?, ?, ?, ?, 0)
                """,
                tokenId(Person.SERVICE),
                token(Person.SERVICE),
                SampleData.sha256(token(Person.SERVICE)),
                userId(Person.ADMIN));
    }

    private void writeRole(Handle handle, Person person, long unit, String role) {
        handle.execute(
                "INSERT INTO unit_roles (id, unit_id, user_id, role, changed_in)"
                        + " VALUES (?, ?, ?, ?, 1)",
                roleId(person),
                unit,
                userId(person),
                role);
    }

    private void writeTask(Handle handle) {
        handle.execute(
                "INSERT INTO projects (id, unit_id, user_id, changed_in) VALUES (?, ?, ?, 1)",
                projectId(),
                unitId(),
                userId(Person.STUDENT));
        handle.execute(
                "INSERT INTO task_definitions (id, unit_id, abbreviation, name, changed_in)"
                        + " VALUES (?, ?, '1.1P', 'Arrays', 1)",
                pileId(),
                unitId());
        handle.execute(
                "INSERT INTO tasks (id, project_id, task_definition_id, status, changed_in)"
                        + " VALUES (?, ?, ?, 'ready_for_feedback', 1)",
                taskId(),
                projectId(),
                pileId());
    }

    /// An action of the tutor.
    private long observed(String address) {
        return done(server.send(
                        server.request(
                                        "POST",
                                        "/api/session-activities",
                                        "{\"unit_id\": %d, \"task_id\": %d, \"action\": \"GET\"}"
                                                .formatted(unitId(), taskId()))
                                .header("Authorization", "Bearer " + token(Person.TUTOR))
                                .header("X-Forwarded-For", address)))
                .body()
                .get("marking_session_id")
                .asLong();
    }

    private String entered(Person person) {
        return id(server.post(token(person), "/api/tutor-times", entry(roleId(person))));
    }

    static String id(Answer answer) {
        return done(answer).body().get("id").asText();
    }

    static Answer done(Answer answer) {
        if (answer.status() >= 300) {
            throw new AssertionError("the world could not be made: " + answer);
        }
        return answer;
    }
}
