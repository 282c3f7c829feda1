package org.tutortimes.desktop.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.tutortimes.desktop.DesktopMain;

/// The desktop program as a process of its own.
final class DemoWindow implements AutoCloseable {

    private final Process process;

    private DemoWindow(Process process) {
        this.process = process;
    }

    static DemoWindow open(Path data, URI server) throws IOException {
        return new DemoWindow(
                Programs.java(
                                "-cp",
                                System.getProperty("java.class.path"),
                                DesktopMain.class.getName(),
                                "--data",
                                data.toString(),
                                "--server",
                                server.toString())
                        .inheritIO()
                        .start());
    }

    /// Waits for its end, and gives its exit code.
    int untilClosed() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
