package org.tutortimes.desktop;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;

/// A program of its own, for a test to kill: signs in, starts a session, works on a virtual clock,
/// says so, and stays.
final class KilledProgram {

    private KilledProgram() {}

    /// The folder, the server, the seconds to work.
    public static void main(String[] arguments) throws InterruptedException {
        VirtualComputer computer = new VirtualComputer();
        computer.setWall(Instant.parse(arguments[3]));
        CoreDesk desk = new CoreDesk(Path.of(arguments[0]), computer);
        if (desk.core.account().isEmpty()) {
            desk.signIn(URI.create(arguments[1]), "tia");
        }
        desk.core.timer().start(CoreDesk.PILE).join();
        desk.work(Duration.ofSeconds(Long.parseLong(arguments[2])));
        System.out.println("worked");
        new CountDownLatch(1).await();
    }
}
