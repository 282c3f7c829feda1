package org.tutortimes.model.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A Java program in a process of its own.
public final class Program implements AutoCloseable {

    private static final int LONGEST_WAIT_SECONDS = 90;
    private static final int LONGEST_END_SECONDS = 30;

    private final Process process;
    private final BufferedReader output;
    private final long startedAt;

    /// Starts it.
    ///
    /// @param arguments everything after `java`
    /// @param environment what differs from this process's
    public Program(List<String> arguments, Map<String, String> environment) throws IOException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().putAll(environment);
        this.startedAt = System.nanoTime();
        this.process = builder.start();
        this.output =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /// A main class from the class path of the tests.
    public static Program ofTests(Class<?> main, String... arguments) throws IOException {
        List<String> line =
                new ArrayList<>(
                        List.of(
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                main.getName()));
        line.addAll(List.of(arguments));
        return new Program(line, Map.of());
    }

    public long pid() {
        return process.pid();
    }

    /// How long ago it was started.
    public long nanosSinceStart() {
        return System.nanoTime() - startedAt;
    }

    /// Waits until it prints a line with this beginning; ends it where that takes too long.
    ///
    /// @return the rest of that line
    public String waitFor(String beginning) throws IOException {
        StringBuilder printed = new StringBuilder();
        try (Patience _ = new Patience(process)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                int found = line.indexOf(beginning);
                if (found >= 0) {
                    return line.substring(found + beginning.length()).strip();
                }
                printed.append(line).append('\n');
            }
        }
        throw new IOException("It never printed \"" + beginning + "\", but: " + printed);
    }

    /// Writes a line to its input.
    public void tell(String line) throws IOException {
        process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    /// Waits until it has ended by itself; ends it where that takes too long.
    public void waitForEnd() throws IOException {
        try (Patience _ = new Patience(process)) {
            output.transferTo(Writer.nullWriter());
            process.onExit().join();
        }
    }

    /// Lets what it prints from now on go nowhere: a full pipe would stop it.
    public void drain() {
        Thread.ofVirtual()
                .start(() -> {
                    try (output) {
                        output.transferTo(Writer.nullWriter());
                    } catch (IOException e) {
                        // The process ended.
                    }
                });
    }

    /// Runs it to its end.
    ///
    /// @return what it printed
    /// @throws IOException where it failed
    public String runToEnd() throws IOException, InterruptedException {
        process.getOutputStream().close();
        StringBuilder printed = new StringBuilder();
        output.lines().forEach(line -> printed.append(line).append('\n'));
        if (process.waitFor() != 0) {
            throw new IOException("It failed:\n" + printed);
        }
        return printed.toString();
    }

    /// Waits for its end, however it comes.
    ///
    /// @return the lines that it printed and nobody has read
    public List<String> rest() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            lines.add(line);
        }
        return lines;
    }

    /// Ends it as a power cut does; what it printed before can still be read.
    public void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    /// Ends it, in order where it can.
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(LONGEST_END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /// Kills a process that keeps somebody waiting for long.
    private record Patience(CompletableFuture<@Nullable Void> waiting) implements AutoCloseable {

        Patience(Process process) {
            this(new CompletableFuture<@Nullable Void>());
            var _ =
                    waiting.orTimeout(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)
                            .whenComplete((_, late) -> {
                                if (late != null) {
                                    process.destroyForcibly();
                                }
                            });
        }

        @Override
        public void close() {
            waiting.complete(null);
        }
    }
}
