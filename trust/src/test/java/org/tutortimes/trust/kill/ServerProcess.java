package org.tutortimes.trust.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.bench.Program;
import org.tutortimes.trust.MarkedUnit;

/// The packaged server in processes of its own, on one data folder.
final class ServerProcess implements AutoCloseable {

    // A server that is killed within a second gains nothing from the second compiler.
    private static final List<String> QUICK_START =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xlog:disable");

    private final Path data;
    private final Path classes;
    private final List<String> flags = new ArrayList<>(QUICK_START);
    private @Nullable Program serving;
    private String address = "";

    /// Imports a unit with some tutors into a new folder.
    ServerProcess(Path folder, int tutors) throws IOException, InterruptedException {
        this.data = Files.createDirectory(folder.resolve("server"));
        this.classes = folder.resolve("classes.jsa");
        run("import", MarkedUnit.file(folder, tutors).toString());
    }

    /// Serves, and keeps the classes that are loaded in a file when it is told to end: that makes
    /// each later start and its first answers twice as fast.
    void serveToKeepClasses() throws IOException {
        flags.add("-XX:ArchiveClassesAtExit=" + classes);
        serve();
        flags.removeLast();
        flags.add("-XX:SharedArchiveFile=" + classes);
    }

    /// Runs a command to its end, which must be a good one, and gives what it printed.
    String run(String... command) throws IOException, InterruptedException {
        try (Program program = start(command)) {
            return program.runToEnd();
        }
    }

    void assertClean() throws IOException, InterruptedException {
        assertThat(run("check")).contains("All is well.");
    }

    /// Serves on any free port, and returns when it listens.
    void serve() throws IOException {
        Program program = start("serve", "--port", "0");
        serving = program;
        address = "http://127.0.0.1:" + program.waitFor("Listening on http://127.0.0.1:");
        program.drain();
    }

    String address() {
        return address;
    }

    Path data() {
        return data;
    }

    /// Ends it as an operator does.
    void stop() {
        Objects.requireNonNull(serving).close();
    }

    void kill() throws InterruptedException {
        Objects.requireNonNull(serving).kill();
    }

    @Override
    public void close() {
        if (serving != null) {
            serving.close();
        }
    }

    private Program start(String... command) throws IOException {
        Path jar = Path.of(System.getProperty("tutor.times.server.jar", ""));
        assertThat(jar).as("the server's jar, made by its module").isRegularFile();
        List<String> line = new ArrayList<>(flags);
        line.addAll(List.of("-jar", jar.toString()));
        line.addAll(List.of(command));
        line.addAll(List.of("--data", data.toString()));
        return new Program(line, Map.of());
    }
}
