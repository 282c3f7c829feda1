package org.tutortimes.server.demo;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tutortimes.server.ServerConfig;
import org.tutortimes.server.Serving;
import org.tutortimes.server.address.AddressKey;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.demo.SamplePeople.Person;
import org.tutortimes.server.events.EventInbox;
import org.tutortimes.server.events.UnitChanges;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `demo`: the real server on data that are made up and thrown away.
@Command(
        name = "demo",
        description = "Serves a sample unit from a temporary folder.",
        mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {

    private static final ZoneId ZONE = ZoneId.of("Australia/Melbourne");
    private static final long SEED = 221;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "7070",
            description = "${DEFAULT-VALUE} if not given; 0 for any.")
    private String port = "7070";

    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description = "${DEFAULT-VALUE} if not given.")
    private String host = "127.0.0.1";

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Path folder = TemporaryFolder.make();
        Serving server;
        try {
            ServerConfig config =
                    ServerConfig.of(
                            Map.of("data", folder.toString(), "port", port, "host", host),
                            Map.of());
            server =
                    Serving.start(
                            config,
                            database -> fill(database, folder, Clock.systemUTC()),
                            this::say);
        } catch (RuntimeException e) {
            TemporaryFolder.remove(folder);
            throw e;
        }
        signIns(server.address()).forEach(this::say);
        server.untilToldToEnd(() -> TemporaryFolder.remove(folder));
        return 0;
    }

    /// Puts the sample unit, with its marking up to now, into a new database.
    ///
    /// @param folder holds the key of its addresses
    static void fill(Database database, Path folder, Clock clock) {
        EventInbox inbox = new EventInbox(database, new UnitChanges());
        Instant now = Instant.ofEpochMilli(clock.millis());
        AddressKey key = AddressKey.of(null, folder);
        new SampleLoad(database, inbox, key, clock).load(SampleData.upTo(now, ZONE, SEED));
    }

    private static List<String> signIns(String address) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(line("Sign in as", "user name", "password"));
        lines.add(line("admin", SamplePeople.ADMINISTRATOR));
        SamplePeople.CONVENORS.forEach(person -> lines.add(line("convenor", person)));
        SamplePeople.TUTORS.forEach(person -> lines.add(line("tutor", person)));
        SampleClasses.STUDENTS.forEach(person -> lines.add(line("student", person)));
        lines.add("");
        lines.add("The convenors' pages are at " + address + "; Ctrl-C ends and removes it all.");
        return lines;
    }

    private static String line(String role, Person person) {
        return line(role + " " + person.name(), person.username(), SampleUnit.PASSWORD);
    }

    private static String line(String who, String username, String password) {
        return "  %-26s %-10s %s".formatted(who, username, password);
    }

    private void say(String sentence) {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println(sentence);
        out.flush();
    }
}
