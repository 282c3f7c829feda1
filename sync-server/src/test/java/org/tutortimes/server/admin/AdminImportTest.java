package org.tutortimes.server.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.tutortimes.model.wire.Json;
import org.tutortimes.server.OnBothDatabases;
import org.tutortimes.server.TestDatabase;
import org.tutortimes.server.TestServer;
import org.tutortimes.server.TestServer.Answer;
import org.tutortimes.server.live.LiveFeed;
import org.tutortimes.server.live.Topic;

@OnBothDatabases
class AdminImportTest {

    private static final String IMPORT = "/api/admin/import";

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
    void anImportTellsWhatItDidAndPutsItOnRecord() {
        String body =
                """
                {"users": [{"id": 50, "name": "Samantha"}, {"id": 51, "username": "zoe", "name": "Z"}],
                 "tasks": [{"id": 9000, "status": "redo"}, {"id": 9100}],
                 "notes": []}
                """;
        Answer answer = server.post("ada", IMPORT, body);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().toString())
                .isEqualTo(
                        """
                        {"lists":[{"list":"users","added":1,"changed":1,"unchanged":0},\
                        {"list":"tasks","added":0,"changed":1,"unchanged":1}],\
                        "ignored":["notes"],"released":0}\
                        """);
        assertThat(AuditRows.of(server.database()))
                .hasSize(3)
                .anyMatch(row -> row.startsWith("user_added ada user 51 - {"))
                .anyMatch(row -> row.startsWith("user_changed ada user 50 {"))
                .anyMatch(row -> row.startsWith("data_imported ada import request - {\"lists\":"));
        server.post("ada", IMPORT, body);
        assertThat(AuditRows.of(server.database())).hasSize(4);
    }

    @Test
    void everyFaultIsToldWithItsLineAndField() throws Exception {
        Answer answer =
                server.post(
                        "ada",
                        IMPORT,
                        """
                        {"users": [
                          {"id": 1, "username": "tom"},
                          {"id": 60, "name": 7}]}
                        """);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body())
                .isEqualTo(
                        Json.tree(
                                """
                                {"error":"Nothing was imported, because of 3 faults.",\
                                "code":"import_faulty","details":{"faults":[\
                                {"line":2,"field":"users.username",\
                                "fault":"is tom, which is the name of user 2"},\
                                {"line":3,"field":"users.name",\
                                "fault":"must be a text of 1 to 200 characters"},\
                                {"line":3,"field":"users.username","fault":"must be given"}],"count":3}}\
                                """));
        assertThat(AuditRows.of(server.database())).isEmpty();
    }

    @Test
    void whatIsNotJsonIsToldAtItsLine() {
        Answer answer = server.post("ada", IMPORT, "{\"users\": [\n{]}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().at("/details/faults/0/line").asInt()).isEqualTo(2);
        assertThat(answer.body().at("/details/faults/0/fault").asText())
                .startsWith("this is not JSON, at or before column");
        HttpRequest.Builder text =
                server.request("POST", IMPORT, "{}").setHeader("Content-Type", "text/csv");
        assertThat(server.send(text.header("Authorization", "Bearer ada")).status()).isEqualTo(415);
    }

    @Test
    void onlyAdministratorsAndServicesImport() {
        for (String name : List.of("tia", "cora", "sam")) {
            Answer answer = server.post(name, IMPORT, "{}");
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.body().path("code").asText()).isEqualTo("admin");
        }
        assertThat(server.send(server.request("POST", IMPORT, "{}")).status()).isEqualTo(401);
        Answer token = server.post("ada", "/api/admin/tokens", "{\"name\": \"LMS at night\"}");
        assertThat(token.status()).isEqualTo(201);
        String secret = token.body().path("auth_token").asText();
        Answer answer = server.post(secret, IMPORT, "{\"units\": [{\"id\": 10, \"code\": \"X\"}]}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(AuditRows.of(server.database()))
                .anyMatch(row -> row.startsWith("unit_changed LMS at night unit 10 {"));
    }

    @Test
    void aServiceGivesNoPasswordsAndTouchesNoAdministrator() {
        String secret =
                server.post("ada", "/api/admin/tokens", "{\"name\": \"LMS\"}")
                        .body()
                        .path("auth_token")
                        .asText();
        String users = server.get("ada", "/api/admin/users").body().toString();
        for (String row :
                List.of(
                        "{\"id\": 2, \"system_role\": \"admin\"}",
                        "{\"id\": 60, \"username\": \"z\", \"name\": \"Z\", \"system_role\":"
                                + " \"admin\"}",
                        "{\"id\": 4, \"system_role\": \"none\"}",
                        "{\"id\": 4, \"active\": false}",
                        "{\"id\": 4, \"username\": \"adam\"}",
                        "{\"id\": 4, \"email\": \"adam@example.edu\"}")) {
            refused(server.post(secret, IMPORT, body(row)), "make, change or unmake an admin", row);
        }
        for (String row :
                List.of(
                        "{\"id\": 60, \"username\": \"z\", \"name\": \"Z\", \"password\": \"long"
                                + " enough\"}",
                        "{\"id\": 2, \"password\": \"long enough\"}",
                        "{\"id\": 4, \"password\": \"long enough\"}")) {
            refused(server.post(secret, IMPORT, body(row)), "give a password", row);
        }
        assertThat(server.get("ada", "/api/admin/users").body().toString()).isEqualTo(users);
        assertThat(server.get("ada", "/api/admin/units/10").body().path("code").asText())
                .isEqualTo("SIT221");
    }

    @Test
    void aServiceMayNameAnAdministratorWhoStaysAsTheyAre() {
        String secret =
                server.post("ada", "/api/admin/tokens", "{\"name\": \"LMS\"}")
                        .body()
                        .path("auth_token")
                        .asText();
        Answer answer =
                server.post(
                        secret,
                        IMPORT,
                        """
                        {"users": [{"id": 4, "username": "ada", "name": "Ada Admin",
                                    "system_role": "admin", "password": null},
                                   {"id": 2, "name": "Thomas"}],
                         "unit_roles": [{"id": 140, "unit_id": 10, "user_id": 4, "role": "tutor"}]}
                        """);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().at("/lists/0/changed").asInt()).isEqualTo(1);
    }

    /// A change of the unit comes with it, which must not happen either.
    private static String body(String user) {
        return "{\"units\": [{\"id\": 10, \"code\": \"X\"}], \"users\": [" + user + "]}";
    }

    private static void refused(Answer answer, String what, String row) {
        assertThat(answer.status()).as(row).isEqualTo(403);
        assertThat(answer.body().path("code").asText()).isEqualTo("not_for_services");
        assertThat(answer.body().path("error").asText())
                .contains(what)
                .contains("user " + row.replaceAll("\\D+(\\d+).*", "$1"));
    }

    @Test
    void anAdministratorCannotEndTheirOwnAdministrationByAnImport() {
        Answer answer = server.post("ada", IMPORT, "{\"users\": [{\"id\": 4, \"active\": false}]}");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(server.get("ada", "/api/admin/users/4").body().path("active").asBoolean())
                .isTrue();
    }

    @Test
    void aLargeImportIsReadWhileItArrivesAndATooLargeOneRefused() {
        assertThat(sent(() -> lines(5_000)).status()).isEqualTo(200);
        long tasks =
                server.database()
                        .read(handle ->
                                handle.createQuery("SELECT COUNT(*) FROM tasks WHERE id >= 100000")
                                        .mapTo(Long.class)
                                        .one());
        assertThat(tasks).isEqualTo(5_000);
        Answer answer = sent(() -> spaces(65));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body().at("/details/most_bytes").asLong()).isEqualTo(64 * 1024 * 1024);
    }

    @Test
    void whoViewsTheUnitIsToldAtOnce() throws Exception {
        try (LiveFeed.View view = server.liveFeed().view(Topic.unit(10))) {
            long seen = view.version();
            server.post(
                    "ada", IMPORT, "{\"task_definitions\": [{\"id\": 500, \"name\": \"Lists\"}]}");
            assertThat(view.awaitChange(seen, java.time.Duration.ofSeconds(10)))
                    .isGreaterThan(seen);
        }
    }

    /// Sends a body of unknown length.
    private Answer sent(Supplier<InputStream> body) {
        return server.send(
                server.request("POST", IMPORT, "")
                        .method("POST", HttpRequest.BodyPublishers.ofInputStream(body))
                        .header("Authorization", "Bearer ada"));
    }

    private static InputStream lines(int tasks) {
        StringBuilder text = new StringBuilder("{\"tasks\": [\n");
        for (int task = 0; task < tasks; task++) {
            text.append(task == 0 ? "" : ",\n")
                    .append("{\"id\": ")
                    .append(100_000 + task)
                    .append(", \"project_id\": 1000, \"task_definition_id\": 500}");
        }
        return stream(text.append("]}").toString());
    }

    private static InputStream spaces(int megabytes) {
        String megabyte = " ".repeat(1024 * 1024);
        return new SequenceInputStream(
                Collections.enumeration(
                        Stream.generate(() -> stream(megabyte)).limit(megabytes).toList()));
    }

    private static InputStream stream(String text) {
        return new java.io.ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
