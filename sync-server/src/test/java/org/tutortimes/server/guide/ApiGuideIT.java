package org.tutortimes.server.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tutortimes.server.guide.GuideSession.Step;

/// Does what `docs/guide/api.md` tells its reader to do, with the packaged server and real curl.
class ApiGuideIT {

    private static final String LISTENING = "Listening on ";
    private static final String ADDRESS = "SERVER=";

    @TempDir Path folder;

    @BeforeAll
    static void needsCurl() {
        String missing = "The guide's session is skipped: bash and curl are needed.";
        boolean there = isInstalled("bash") && isInstalled("curl");
        if (!there && "true".equals(System.getenv("TESTS_REQUIRE_CURL"))) {
            throw new AssertionError("bash and curl are required, and not on the PATH.");
        }
        if (!there) {
            System.out.println(missing);
        }
        Assumptions.assumeTrue(there, missing);
    }

    @Test
    void theSessionOfTheGuideGoesAsItIsWritten() throws Exception {
        Path jar = jar();
        Files.createSymbolicLink(folder.resolve("tutor-times-server.jar"), jar);
        Path guide = jar.resolve("../../../docs/guide/api.md").normalize();
        GuideSession session = GuideSession.in(Files.readString(guide));
        assertThat(session.steps()).hasSizeGreaterThan(10);
        try (Shell shell = new Shell(folder, Map.of("PATH", path()));
                Server server = new Server()) {
            for (Step step : session.steps()) {
                switch (step) {
                    case Step.Save(String name, String content) ->
                            Files.writeString(folder.resolve(name), content);
                    case Step.Type type when type.command().startsWith(ADDRESS) ->
                            shell.type(ADDRESS + server.start(folder));
                    case Step.Type type -> check(type, shell.type(type.command()));
                }
            }
        }
    }

    private static void check(Step.Type type, Shell.Answer answer) {
        assertThat(type.shows(answer.output()))
                .as(
                        "%s%nprinted%n%s%nthe guide shows%n%s",
                        type.command(), answer.output(), type.printed())
                .isTrue();
        assertThat(answer.exit()).as(type.command()).isZero();
    }

    /// What the guide's reader starts in a second terminal.
    private static final class Server implements AutoCloseable {

        private @Nullable Process process;

        String start(Path folder) throws IOException {
            Process started =
                    new ProcessBuilder(
                                    java().toString(),
                                    "-jar",
                                    "tutor-times-server.jar",
                                    "serve",
                                    "--data",
                                    "data",
                                    "--port",
                                    "0")
                            .directory(folder.toFile())
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            process = started;
            BufferedReader out = started.inputReader(StandardCharsets.UTF_8);
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith(LISTENING)) {
                    return line.substring(LISTENING.length());
                }
            }
            throw new IOException("the server ended before it listened");
        }

        @Override
        public void close() {
            if (process != null) {
                process.destroy();
                process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
            }
        }
    }

    private static Path jar() {
        return Path.of(Objects.requireNonNull(System.getProperty("tutor.times.server.jar")))
                .toAbsolutePath();
    }

    private static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /// The guide's `java` is the one that runs the tests.
    private static String path() {
        return java().getParent() + File.pathSeparator + System.getenv("PATH");
    }

    private static boolean isInstalled(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }
}
