package org.tutortimes.server.guide;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// One shell into which commands are typed.
final class Shell implements AutoCloseable {

    private static final String PROMPT = "the end of this command: ";

    /// What a command printed, and whether it failed.
    record Answer(String output, int exit) {}

    private final Process process;
    private final Writer in;
    private final BufferedReader out;

    Shell(Path folder, Map<String, String> environment) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder("bash", "--noprofile", "--norc")
                        .directory(folder.toFile())
                        .redirectErrorStream(true);
        builder.environment().putAll(environment);
        process = builder.start();
        in = process.outputWriter(StandardCharsets.UTF_8);
        out = process.inputReader(StandardCharsets.UTF_8);
    }

    Answer type(String command) throws IOException {
        in.write(command + "\nended=$?; echo; echo '" + PROMPT + "'$ended\n");
        in.flush();
        StringBuilder output = new StringBuilder();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(PROMPT)) {
                return new Answer(
                        output.toString(), Integer.parseInt(line.substring(PROMPT.length())));
            }
            output.append(line).append('\n');
        }
        throw new IOException("the shell ended: " + output);
    }

    @Override
    public void close() throws IOException {
        in.close();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
