package org.tutortimes.desktop.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// The server's `demo` command as a process of its own; what it prints is printed here.
final class DemoServer implements AutoCloseable {

    private static final String LISTENING = "Listening on ";
    private static final int USUAL_PORT = 7070;

    private final Process process;
    private final URI address;

    private DemoServer(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    static DemoServer start(Path jar) throws IOException {
        if (!Files.isRegularFile(jar)) {
            throw new IOException(
                    "The server is not built yet: run mvn -Pdemo from the top folder.");
        }
        Process process = Programs.java("-jar", jar.toString(), "demo", "--port", port()).start();
        BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            DemoMain.say(line);
            if (line.startsWith(LISTENING)) {
                Thread.ofVirtual().start(() -> sayAll(lines));
                return new DemoServer(
                        process, URI.create(line.substring(LISTENING.length()).strip()));
            }
        }
        throw new IOException("The server did not start.");
    }

    URI address() {
        return address;
    }

    void untilEnded() throws InterruptedException {
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private static void sayAll(BufferedReader lines) {
        try (lines) {
            lines.lines().forEach(DemoMain::say);
        } catch (IOException | UncheckedIOException e) {
            // The server was ended, and its output with it.
        }
    }

    /// The usual port, or any where that one is taken.
    private static String port() {
        try (ServerSocket free =
                new ServerSocket(USUAL_PORT, 1, InetAddress.getLoopbackAddress())) {
            return String.valueOf(free.getLocalPort());
        } catch (IOException e) {
            return "0";
        }
    }
}
