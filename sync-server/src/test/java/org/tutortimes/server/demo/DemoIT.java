package org.tutortimes.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tutortimes.model.wire.Api;
import org.tutortimes.model.wire.Json;

/// The packaged server as an operator starts it.
class DemoIT {

    private static final String LISTENING = "Listening on ";

    @TempDir private Path temporaryFolder;

    @Test
    void theDemonstrationAnswersWithTheSampleUnitAndLeavesNothingBehind() throws Exception {
        long start = System.nanoTime();
        Process server = start();
        try (BufferedReader out = server.inputReader(StandardCharsets.UTF_8)) {
            String address = address(out);
            System.out.printf(
                    "The demonstration listens after %d ms%n",
                    Duration.ofNanos(System.nanoTime() - start).toMillis());
            List<String> table = table(out);
            assertThat(table)
                    .anyMatch(line -> line.matches("  convenor Maya Thornton +maya +marking-time"));
            assertThat(table).filteredOn(line -> line.startsWith("  tutor ")).hasSize(4);
            JsonNode unit = unitSeenBy("maya", "marking-time", address);
            assertThat(unit.get("code").asText()).isEqualTo("SIT221");
            assertThat(unit.get("total_tutor_time").asLong()).isBetween(100L * 3600, 300L * 3600);
            assertThat(entries()).hasSize(1);
            server.destroy();
            assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(entries()).isEmpty();
        } finally {
            server.destroyForcibly();
        }
    }

    private Process start() throws IOException {
        String java = ProcessHandle.current().info().command().orElseThrow();
        String jar = Objects.requireNonNull(System.getProperty("tutor.times.server.jar"));
        return new ProcessBuilder(
                        java,
                        "-Djava.io.tmpdir=" + temporaryFolder,
                        // The library for SQLite is unpacked elsewhere: it stays while it is used.
                        "-Dorg.sqlite.tmpdir=" + Path.of(jar).toAbsolutePath().getParent(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-jar",
                        jar,
                        "demo",
                        "--port",
                        "0")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String address(BufferedReader out) throws IOException {
        String line = out.readLine();
        while (line != null && !line.startsWith(LISTENING)) {
            line = out.readLine();
        }
        return Objects.requireNonNull(line, "the server ended").substring(LISTENING.length());
    }

    private static List<String> table(BufferedReader out) throws IOException {
        List<String> lines = new ArrayList<>();
        String line = out.readLine();
        while (line != null && !line.contains("Ctrl-C")) {
            lines.add(line);
            line = out.readLine();
        }
        return lines;
    }

    private static JsonNode unitSeenBy(String username, String password, String address)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            String body =
                    """
                    {"username": "%s", "password": "%s"}
                    """
                            .formatted(username, password);
            HttpRequest signIn =
                    HttpRequest.newBuilder(URI.create(address + Api.AUTH))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build();
            JsonNode signedIn = Json.tree(client.send(signIn, BodyHandlers.ofString()).body());
            HttpRequest units =
                    HttpRequest.newBuilder(URI.create(address + Api.UNITS))
                            .header(
                                    "Authorization",
                                    "Bearer " + signedIn.get("auth_token").asText())
                            .build();
            String answer = client.send(units, BodyHandlers.ofString()).body();
            return Json.tree(answer).get("items").get(0);
        }
    }

    private List<Path> entries() throws IOException {
        try (Stream<Path> entries = Files.list(temporaryFolder)) {
            return entries.filter(Files::isDirectory).toList();
        }
    }
}
