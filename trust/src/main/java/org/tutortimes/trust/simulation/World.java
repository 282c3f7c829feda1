package org.tutortimes.trust.simulation;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.tutortimes.trust.machine.Ids;
import org.tutortimes.trust.machine.Mishap;
import org.tutortimes.trust.machine.SimulatedServer;
import org.tutortimes.trust.machine.SimulatedServer.Reply;
import org.tutortimes.trust.machine.Story;
import org.tutortimes.trust.machine.Templates;
import org.tutortimes.trust.machine.Wire;
import org.tutortimes.trust.machine.Wire.Sent;
import org.tutortimes.trust.oracle.ServerWatch;

/// Time, the desks, the two server processes on one database, and the networks between them.
final class World implements AutoCloseable {
    private static final long BEGINNING = Instant.parse("2026-03-02T01:00:00Z").toEpochMilli();

    private static final long MOST_SKEW = 3_000;

    private final Path folder;
    private final Random random;
    private final Story story = new Story();
    private final List<Desk> desks = new ArrayList<>();
    private final List<SimulatedServer> servers = new ArrayList<>();
    private final List<Late> late = new ArrayList<>();
    private final ServerWatch watch = new ServerWatch(story::violated);
    private long now = BEGINNING;

    /// A request that is still on its way.
    private record Late(Sent sent, long due) {}

    World(long seed, Path folder) {
        this.folder = folder;
        this.random = new Random(seed);
        Path database = folder.resolve("server.db");
        Templates.copyServer(database);
        for (int count = 0; count < 2; count++) {
            SimulatedServer server =
                    new SimulatedServer(
                            database,
                            new ServerClock(random.nextLong(-MOST_SKEW, MOST_SKEW)),
                            Ids.by(this::now, random),
                            story,
                            watch::committed);
            servers.add(server);
            server.start();
        }
    }

    long now() {
        return now;
    }

    Story story() {
        return story;
    }

    Random random() {
        return random;
    }

    ServerWatch watch() {
        return watch;
    }

    List<Desk> desks() {
        return desks;
    }

    List<SimulatedServer> servers() {
        return servers;
    }

    /// Puts up a computer with a fresh journal, at which that user sits.
    Desk addDesk(String user) {
        Desk desk = place(user);
        Templates.copyDesk(desk.number(), desk.folder().resolve("tutor-times-desktop.db"));
        return desk;
    }

    /// Puts up a computer beside another, with an empty folder.
    Desk place(Desk other) {
        return place(other.user());
    }

    private Desk place(String user) {
        Path place = folder.resolve("desk" + desks.size());
        boolean _ = place.toFile().mkdir();
        Desk desk = new Desk(desks.size(), user, this, place);
        desks.add(desk);
        return desk;
    }

    /// Time passes for everybody.
    ///
    /// @param step how long until each program looks again
    void pass(long millis, long step) {
        long end = now + millis;
        while (now < end && story.violation() == null) {
            moveTo(Math.min(end, now + step));
            deliverLate();
            for (Desk desk : List.copyOf(desks)) {
                desk.runDue();
            }
        }
    }

    private void moveTo(long time) {
        now = time;
        story.at(now - BEGINNING);
    }

    /// Whatever is still on its way arrives.
    void deliverAll() {
        late.replaceAll(request -> new Late(request.sent(), now));
        deliverLate();
    }

    private void deliverLate() {
        while (!late.isEmpty() && late.getFirst().due() <= now) {
            try {
                Reply _ = serve(late.removeFirst().sent());
            } catch (IOException _) {
                // Nobody waits for it any more.
            }
        }
    }

    private Reply serve(Sent sent) throws IOException {
        moveTo(now + random.nextInt(1, 120));
        SimulatedServer server = servers.get(random.nextInt(servers.size()));
        if (!server.isUp()) {
            server = servers.get(1 - servers.indexOf(server));
        }
        if (!server.isUp()) {
            throw new IOException("the connection was refused");
        }
        Reply reply = server.answer(sent);
        watch.answered(sent.path(), reply.status(), reply.body(), story::count);
        moveTo(now + random.nextInt(1, 120));
        return reply;
    }

    Wire.Ends endsFor(Desk desk) {
        return new Wire.Ends() {
            @Override
            public Reply serve(Sent sent) throws IOException {
                Reply reply = World.this.serve(sent);
                if (reply.status() == 200) {
                    desk.answered(now);
                }
                return reply;
            }

            @Override
            public void serveLater(Sent sent) {
                late.add(new Late(sent, now + random.nextInt(10_000, 900_000)));
            }

            @Override
            public void pass(long millis) {
                moveTo(now + millis);
            }

            @Override
            public void met(Mishap mishap) {
                story.count("fault", "network " + mishap);
            }
        };
    }

    @Override
    public void close() {
        desks.forEach(Desk::crash);
        servers.forEach(SimulatedServer::stop);
    }

    /// A server's clock, which is off by a little.
    private final class ServerClock extends Clock {
        private final long skew;

        ServerClock(long skew) {
            this.skew = skew;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(now + skew);
        }
    }
}
