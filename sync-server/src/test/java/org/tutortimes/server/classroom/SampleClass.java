package org.tutortimes.server.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.classes.AttemptStatus;
import org.tutortimes.model.classes.ClassSessionState.Step;
import org.tutortimes.model.classes.Highlight;
import org.tutortimes.model.classes.Passage;
import org.tutortimes.model.wire.Json;
import org.tutortimes.server.SampleData;
import org.tutortimes.server.account.Passwords;
import org.tutortimes.server.pages.SampleServer;

/// A class of unit 10 in a [SampleServer]: taught by Tia, with three students who can sign in. Its
/// sessions are planned and moved by Tia, through the API of the server.
public final class SampleClass {

    /// The students' user names. Their password is everybody's.
    public static final List<String> STUDENTS = List.of("ada", "ben", "chloe");

    public static final long ADA = 60;
    public static final long BEN = 61;
    public static final long CHLOE = 62;
    public static final String NAME = "Tuesday 10:00 lab";

    private static final String TEACHER = "tia";

    /// An attempt as it is stored.
    public record StoredAttempt(UUID id, AttemptStatus status, List<Highlight> highlights) {

        /// Those that were not taken back.
        public List<Highlight> standing() {
            return highlights.stream().filter(Highlight::stands).toList();
        }
    }

    private final SampleServer server;
    private final String classId;

    /// Adds the class and its students.
    public SampleClass(SampleServer server) {
        this.server = server;
        server.wiring().database().write(SampleClass::fill);
        JsonNode added =
                send(
                        "POST",
                        "/api/classes",
                        Map.of(
                                "unit_id",
                                SampleServer.UNIT,
                                "name",
                                NAME,
                                "student_ids",
                                List.of(ADA, BEN, CHLOE)));
        this.classId = added.path("id").asText();
    }

    /// Plans a class session for now.
    public UUID plan(String title, Passage... passages) {
        return plan(title, Instant.now(), passages);
    }

    /// Plans a class session.
    public UUID plan(String title, Instant at, Passage... passages) {
        JsonNode planned =
                send(
                        "POST",
                        "/api/class-sessions",
                        Map.of(
                                "class_id", classId,
                                "title", title,
                                "scheduled_at", at,
                                "passages", List.of(passages)));
        return UUID.fromString(planned.path("id").asText());
    }

    /// A class session that students may join.
    public UUID open(String title, Passage... passages) {
        UUID id = plan(title, passages);
        move(id, Step.OPEN);
        return id;
    }

    /// A class session in which they read.
    public UUID started(String title, Passage... passages) {
        UUID id = open(title, passages);
        move(id, Step.START);
        return id;
    }

    /// Opens, starts, completes or cancels a class session.
    public void move(UUID id, Step step) {
        send("PUT", "/api/class-sessions/" + id + "/" + step.wireName(), Map.of());
    }

    /// Changes when a class session is planned.
    public void replan(UUID id, Instant at) {
        send("PUT", "/api/class-sessions/" + id, Map.of("scheduled_at", at));
    }

    /// The id of the class.
    public String id() {
        return classId;
    }

    /// Lets a student join a session that has started, and mark the beginning of its first passage.
    ///
    /// @return the attempt
    public String markedBy(String student, UUID id) {
        JsonNode passage =
                send(student, "GET", "/api/class-sessions/" + id, null).at("/passages/0");
        join(id, student);
        String attempt = begin(id, student).toString();
        send(
                student,
                "POST",
                "/api/attempts/" + attempt + "/highlights",
                Map.of(
                        "id",
                        UUID.randomUUID(),
                        "timestamp",
                        Instant.now(),
                        "text",
                        passage.path("text").asText().substring(0, 8),
                        "passage_id",
                        passage.path("id").asText(),
                        "position_start",
                        0,
                        "position_end",
                        8,
                        "color_code",
                        "#A5D6A7",
                        "comment",
                        "Why these?"));
        return attempt;
    }

    /// Lets a student in who has no browser.
    public void join(UUID id, String student) {
        send(student, "POST", "/api/class-sessions/" + id + "/join", Map.of());
    }

    /// Begins the attempt of a student who has no browser.
    ///
    /// @return its id
    public UUID begin(UUID id, String student) {
        JsonNode begun = send(student, "POST", "/api/attempts", Map.of("class_session_id", id));
        return UUID.fromString(begun.path("id").asText());
    }

    /// Submits the attempt of a student who has no browser.
    public void submit(UUID attempt, String student) {
        send(student, "PUT", "/api/attempts/" + attempt + "/submit", Map.of());
    }

    /// The page of a class session, as its teacher passes it on.
    public String address(UUID id) {
        return server.address() + "/class-sessions/" + id;
    }

    /// Whether a student is connected in a class session, as it is stored.
    public boolean isConnected(UUID id, long student) {
        JsonNode session = send("GET", "/api/class-sessions/" + id, null);
        for (JsonNode each : session.path("participants")) {
            if (each.path("student_id").asLong() == student) {
                return each.path("connection_status").asText().equals("CONNECTED");
            }
        }
        return false;
    }

    /// The attempts of a student in a class session: one, or none.
    public List<StoredAttempt> attempts(UUID id, long student) {
        return server.wiring()
                .database()
                .read(handle ->
                        handle.createQuery(
                                        """
                                        SELECT id, status, highlighted_text FROM attempts
                                        WHERE class_session_id = :session AND student_id = :student
                                        """)
                                .bind("session", id.toString())
                                .bind("student", student)
                                .map((row, _) ->
                                        new StoredAttempt(
                                                UUID.fromString(row.getString("id")),
                                                AttemptStatus.valueOf(row.getString("status")),
                                                highlights(row.getString("highlighted_text"))))
                                .list());
    }

    /// What stands in the student's attempt; nothing where there is none.
    public List<Highlight> standing(UUID id, long student) {
        return attempts(id, student).stream().flatMap(each -> each.standing().stream()).toList();
    }

    /// The texts that stand highlighted in it.
    public List<String> marked(UUID id, long student) {
        return standing(id, student).stream().map(Highlight::text).toList();
    }

    private static List<Highlight> highlights(String json) {
        try {
            return Json.mapper().readerForListOf(Highlight.class).readValue(json);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private JsonNode send(String method, String path, @Nullable Object body) {
        return send(TEACHER, method, path, body);
    }

    /// Asks the API as somebody of the class would, and takes no refusal.
    public JsonNode send(String username, String method, String path, @Nullable Object body) {
        HttpRequest.BodyPublisher publisher =
                body == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(Json.write(body));
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(server.address() + path))
                        .method(method, publisher)
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + username)
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
            return Json.tree(answer.body());
        } catch (IOException e) {
            throw new CompletionException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
        }
    }

    private static boolean fill(Handle handle) {
        String hash = new Passwords().hash(SampleServer.PASSWORD);
        user(handle, ADA, "ada", "Ada Nguyen", hash);
        user(handle, BEN, "ben", "Ben Whitlam", hash);
        user(handle, CHLOE, "chloe", "Chloé Martin", hash);
        SampleData.addToken(handle, TEACHER);
        STUDENTS.forEach(student -> SampleData.addToken(handle, student));
        return true;
    }

    private static void user(Handle handle, long id, String username, String name, String hash) {
        handle.execute(
                "INSERT INTO users (id, username, name, password_hash) VALUES (?, ?, ?, ?)",
                id,
                username,
                name,
                hash);
        handle.execute(
                "INSERT INTO projects (id, unit_id, user_id, changed_in) VALUES (?, ?, ?, 0)",
                1_000 + id,
                SampleServer.UNIT,
                id);
    }
}
