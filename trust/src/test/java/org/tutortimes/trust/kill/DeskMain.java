package org.tutortimes.trust.kill;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.tutortimes.desktop.DesktopConfig;
import org.tutortimes.desktop.DesktopCore;
import org.tutortimes.desktop.Surroundings;
import org.tutortimes.desktop.clock.RunningClock;
import org.tutortimes.desktop.computer.Computer;
import org.tutortimes.desktop.sync.SyncStatus;
import org.tutortimes.desktop.timer.TimerSnapshot;
import org.tutortimes.trust.MarkedUnit;
import org.tutortimes.trust.SomebodyThere;

/// The desktop without its window, in a process of its own: does what it is told on its input, and
/// says what is done.
final class DeskMain {

    /// The program has opened its folder, and waits.
    static final String OPEN = "open";

    /// A click was acknowledged; what it wrote follows.
    static final String CLICKED = "clicked ";

    /// Everything is on the server.
    static final String DRAINED = "drained";

    /// Ends a line: one that was cut off by the kill does not have it.
    static final String END = " .";

    private final AtomicReference<@Nullable TimerSnapshot> shown = new AtomicReference<>();
    private final DesktopCore core;
    private volatile boolean mayDrain;

    private DeskMain(Path folder) {
        this.core =
                DesktopCore.open(
                        new DesktopConfig(null, folder, null, false),
                        new Surroundings(
                                Computer.ofThisMachine(
                                        RunningClock.ofThisMachine(), new SomebodyThere()),
                                shown::set,
                                this::heard,
                                true));
    }

    /// The folder, the server, the number of the tutor.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int tutor = Integer.parseInt(arguments[2]);
        DeskMain desk = new DeskMain(Path.of(arguments[0]));
        if (desk.core.account().isEmpty()) {
            URI server = URI.create(arguments[1]);
            desk.core.signIn(server, MarkedUnit.username(tutor), MarkedUnit.PASSWORD).join();
        }
        say(OPEN);
        BufferedReader told =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = told.readLine(); line != null; line = told.readLine()) {
            desk.obey(line, tutor);
        }
        desk.core.close();
    }

    private void obey(String line, int tutor) throws InterruptedException {
        String[] words = line.split(" ", 2);
        switch (words[0]) {
            case "click" ->
                    new QuickClicks(core.timer(), shown::get, tutor, Long.parseLong(words[1]))
                            .clickForEver();
            case "start" -> new QuickClicks(core.timer(), shown::get, tutor, 0).start();
            case "drain" -> {
                mayDrain = true;
                core.syncNow();
            }
            default -> throw new IllegalArgumentException(line);
        }
    }

    private void heard(SyncStatus status) {
        if (mayDrain && status.state() == SyncStatus.State.SYNCED && status.waiting() == 0) {
            mayDrain = false;
            say(DRAINED);
        }
    }

    /// Says it at once: what is not said yet is lost with the process.
    static void say(String sentence) {
        System.out.println(sentence + END);
        System.out.flush();
    }
}
