package org.tutortimes.desktop.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The server's jar as its users run it, each command a process of its own.
final class ServerProgram implements AutoCloseable {

    private static final String LISTENING = "Listening on http://127.0.0.1:";

    private final Path data;
    private @Nullable Process serving;
    private int port;

    ServerProgram(Path data) {
        this.data = data;
    }

    /// Runs a command to its end, which must be a good one, and gives what it printed.
    String run(String... command) throws IOException, InterruptedException {
        Process process = start(command);
        process.getOutputStream().close();
        String printed =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(printed).isTrue();
        assertThat(process.exitValue()).as(printed).isZero();
        return printed;
    }

    /// Serves on a free port the first time and on the same one from then on.
    void serve() throws IOException {
        Process process = start("serve", "--port", String.valueOf(port));
        serving = process;
        List<String> printed = new ArrayList<>();
        BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            printed.add(line);
            if (line.contains(LISTENING)) {
                port =
                        Integer.parseInt(
                                line.substring(line.indexOf(LISTENING) + LISTENING.length())
                                        .strip());
                drain(lines);
                return;
            }
        }
        throw new AssertionError("the server did not start: " + printed);
    }

    int port() {
        return port;
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    /// Ends it as an operator does.
    void stop() throws InterruptedException {
        Process process = serving;
        if (process != null) {
            process.destroy();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("stops on SIGTERM").isTrue();
        }
    }

    /// Ends it as a power cut does.
    void kill() throws InterruptedException {
        Process process = serving;
        if (process != null) {
            process.destroyForcibly();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Override
    public void close() {
        Process process = serving;
        if (process != null) {
            process.destroyForcibly().onExit().join();
        }
    }

    private Process start(String... command) throws IOException {
        List<String> line =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-jar",
                                jar().toString()));
        line.addAll(List.of(command));
        line.addAll(List.of("--data", data.toString()));
        return new ProcessBuilder(line).redirectErrorStream(true).start();
    }

    private static Path jar() {
        Path jar = Path.of(System.getProperty("tutor.times.server.jar", ""));
        assertThat(Files.isRegularFile(jar))
                .as("the server's jar, made by the module before: %s", jar)
                .isTrue();
        return jar;
    }

    /// A full pipe would stop the server.
    private static void drain(BufferedReader lines) {
        Thread.ofVirtual()
                .start(() -> {
                    try (lines) {
                        while (lines.readLine() != null) {}
                    } catch (IOException e) {
                        // The process ended.
                    }
                });
    }
}
