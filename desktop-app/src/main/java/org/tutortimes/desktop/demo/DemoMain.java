package org.tutortimes.desktop.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.tutortimes.desktop.DesktopConfig;
import org.tutortimes.desktop.DesktopCore;

/// Shows all of Tutor Times on this computer: `mvn -Pdemo`. Everything lives in a temporary folder
/// and ends with this program.
public final class DemoMain {

    private static final String PASSWORD = "marking-time";
    private static final String WINDOW_TUTOR = "tia";
    private static final List<String> SAMPLE_TUTORS = List.of("owen", "priya", "marcus");
    private static final int NO_DISPLAY = 3;

    private final TemporaryFolder folder = TemporaryFolder.make();
    private final List<AutoCloseable> running = new ArrayList<>();

    private DemoMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        DemoMain demo = new DemoMain();
        Runtime.getRuntime().addShutdownHook(new Thread(demo::end, "end of the demonstration"));
        // A build that is stopped by its process id alone takes the demonstration with it.
        ProcessHandle.current().parent().ifPresent(DemoMain::endWith);
        demo.show(Path.of(System.getProperty("tutor.times.server.jar", "tutor-times-server.jar")));
    }

    private static void endWith(ProcessHandle parent) {
        // On a thread of its own: the end waits for processes, whose watch needs the common pool.
        var _ =
                parent.onExit()
                        .thenRunAsync(
                                () -> System.exit(0),
                                end -> new Thread(end, "end with the build").start());
    }

    private void show(Path jar) throws IOException, InterruptedException {
        DemoServer server = keep(DemoServer.start(jar));
        Random random = new Random();
        for (String username : SAMPLE_TUTORS) {
            keep(
                    SampleTutor.atWork(
                            folder.sub(username),
                            server.address(),
                            new SampleTutor.SignIn(username, PASSWORD),
                            random));
        }
        say(String.join(", ", SAMPLE_TUTORS) + " are at work: the convenor's page moves.");
        Path window = signedIn(server.address());
        DemoWindow shown = keep(DemoWindow.open(window, server.address()));
        if (shown.untilClosed() == NO_DISPLAY) {
            say("Without a display there is no window; everything else goes on.");
        } else {
            say("The window is closed. The server goes on until Ctrl-C.");
        }
        server.untilEnded();
    }

    /// A data folder in which the window's tutor has signed in already.
    private Path signedIn(URI server) {
        Path data = folder.sub(WINDOW_TUTOR);
        DesktopConfig config = new DesktopConfig(server, data, null, false);
        try (DesktopCore core = DesktopCore.open(config, SampleTutor.surroundings())) {
            core.signIn(server, WINDOW_TUTOR, PASSWORD).join();
            core.syncRound().join();
        }
        return data;
    }

    private synchronized <T extends AutoCloseable> T keep(T part) {
        running.addFirst(part);
        return part;
    }

    private synchronized void end() {
        for (AutoCloseable part : running) {
            try {
                part.close();
            } catch (Exception e) {
                say("Something did not end well: " + e.getMessage());
            }
        }
        folder.close();
    }

    static void say(String line) {
        System.out.println(line);
    }
}
