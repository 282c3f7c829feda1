package org.tutortimes.server.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tutortimes.model.account.SignInRequest;
import org.tutortimes.model.bench.MarkingScript;
import org.tutortimes.model.bench.Program;
import org.tutortimes.model.wire.Api;
import org.tutortimes.model.wire.Json;
import org.tutortimes.server.TestDatabase;
import org.tutortimes.server.bench.SyncRequests.Acquaintance;
import org.tutortimes.server.database.Database;

/// The packaged server in a process of its own, with tutors who came by the import command.
final class RealServer implements AutoCloseable {

    private final Program serving;
    private final int port;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /// Serves the database of this address.
    private RealServer(Path data, String address) throws IOException {
        this.serving = start(data, "serve", "--port", "0", "--database", address);
        this.port = Integer.parseInt(serving.waitFor("Listening on http://127.0.0.1:"));
        serving.drain();
    }

    /// On SQLite, with these tutors and a term's sessions in the folder's database.
    static RealServer of(Path data, SampleTutors tutors, StoredTerm term)
            throws IOException, InterruptedException, SQLException {
        String address = imported(data, tutors);
        term.fill(address);
        return new RealServer(data, address);
    }

    /// On SQLite, with these tutors and what was observed of them in a term.
    static RealServer of(Path data, SampleTutors tutors, StoredObservations observed)
            throws IOException, InterruptedException, SQLException {
        String address = imported(data, tutors);
        withoutLog(address);
        observed.fill(address);
        return new RealServer(data, address);
    }

    /// Gigabytes are written once, and not to a log first; the server makes itself a log again.
    private static void withoutLog(String address) throws SQLException {
        try (Connection connection = DriverManager.getConnection(address);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = DELETE");
        }
    }

    private static String imported(Path data, SampleTutors tutors)
            throws IOException, InterruptedException {
        Path file = data.resolve("import.json");
        Files.writeString(file, tutors.json());
        try (Program importing = start(data, "import", file.toString())) {
            importing.runToEnd();
        }
        return TestDatabase.SQLITE.address(data);
    }

    /// With a term's sessions alone.
    static RealServer of(Path data, String address, StoredTerm term)
            throws IOException, SQLException {
        Database.open(address).close();
        term.fill(address);
        return new RealServer(data, address);
    }

    /// With what is in the database of this address.
    static RealServer of(Path data, String address) throws IOException {
        return new RealServer(data, address);
    }

    int port() {
        return port;
    }

    long pid() {
        return serving.pid();
    }

    /// Signs tutors in and lets their devices synchronise once; what they do next is in the
    /// requests.
    List<SyncRequests> devices(int firstTutor, int count, int eventsEach)
            throws IOException, InterruptedException {
        List<SyncRequests> devices = new ArrayList<>();
        for (int tutor = firstTutor; tutor < firstTutor + count; tutor++) {
            MarkingScript script =
                    new MarkingScript(
                            SampleTutors.unitRoleId(tutor),
                            SampleTutors.targets(tutor),
                            tutor,
                            SampleTutors.beginning());
            devices.add(new SyncRequests(script, meet(tutor, script), eventsEach));
        }
        return devices;
    }

    /// Signs tutors in whose actions are then reported one by one.
    List<ActivityRequests> observedTutors(int count) throws IOException, InterruptedException {
        List<ActivityRequests> observed = new ArrayList<>();
        for (int tutor = 0; tutor < count; tutor++) {
            observed.add(new ActivityRequests(signIn(tutor), SampleTutors.tasks(tutor)));
        }
        return observed;
    }

    private String signIn(int tutor) throws IOException, InterruptedException {
        SignInRequest signIn =
                new SignInRequest(
                        SampleTutors.username(tutor), SampleTutors.PASSWORD, true, "load");
        return post(Api.AUTH, "none", Json.write(signIn)).path("auth_token").asText();
    }

    private Acquaintance meet(int tutor, MarkingScript script)
            throws IOException, InterruptedException {
        String token = signIn(tutor);
        String first = SyncRequests.body(script.deviceId(), 0, "", script.next());
        JsonNode answer = post(Api.SYNC, token, first);
        return new Acquaintance(
                token,
                answer.path("reference").path("revision").asText(),
                answer.path("next").asLong());
    }

    private JsonNode post(String path, String token, String body)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(answer.statusCode() + " " + answer.body());
        }
        return Json.tree(answer.body());
    }

    private static Program start(Path data, String... command) throws IOException {
        Path jar = Path.of(System.getProperty("tutor.times.server.jar", ""));
        if (!Files.isRegularFile(jar)) {
            throw new IOException("the server's jar is not there: " + jar);
        }
        List<String> line = new ArrayList<>(List.of("-jar", jar.toString()));
        line.addAll(List.of(command));
        line.addAll(List.of("--data", data.toString()));
        return new Program(line, Map.of());
    }

    @Override
    public void close() {
        serving.close();
    }
}
