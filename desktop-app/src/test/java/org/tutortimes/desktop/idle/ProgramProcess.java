package org.tutortimes.desktop.idle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/// A program of this system that a test runs beside itself; killed when closed.
public final class ProgramProcess implements AutoCloseable {
    private final Process process;
    private final String firstLine;

    private ProgramProcess(Process process, String firstLine) {
        this.process = process;
        this.firstLine = firstLine;
    }

    /// Skips the test where a program is missing; where displays are required, fails it.
    public static void needs(String... programs) {
        for (String program : programs) {
            String message = "This test needs the program " + program + ", which is not installed.";
            if ("true".equals(System.getenv("TESTS_REQUIRE_DISPLAY"))) {
                assertThat(isInstalled(program)).as(message).isTrue();
            }
            if (!isInstalled(program)) {
                System.out.println("Tests on a real display are skipped. " + message);
            }
            assumeTrue(isInstalled(program), message);
        }
    }

    public static boolean isInstalled(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /// Starts a program that says in its first line of output where it can be reached.
    public static ProgramProcess start(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
            String line = output.readLine();
            if (line == null) {
                throw new IOException(command[0] + " ended without a word");
            }
            return new ProgramProcess(process, line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Runs a short program on an X display until its end.
    public static void runOn(String display, String... command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("DISPLAY", display);
        Process process = builder.start();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    public String firstLine() {
        return firstLine;
    }

    void kill() throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
