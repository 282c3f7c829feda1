package org.tutortimes.server.trouble;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.tutortimes.model.trouble.FailingConnection;
import org.tutortimes.model.trouble.FailingFiles;
import org.tutortimes.model.trouble.NthCall;
import org.tutortimes.server.DataFolder;
import org.tutortimes.server.ServerConfig;
import org.tutortimes.server.StartFailure;
import org.tutortimes.server.Wiring;
import org.tutortimes.server.check.Check;
import org.tutortimes.server.database.Circumstances;

/// Each call of a server's first start fails: the first, the second, and so on until one has gone
/// well. It says so in a sentence, and the next start finds nothing in its way.
class FailingStartTest {

    private static final int CALLS_AFTER_MIGRATIONS = 40;

    @TempDir Path folder;
    private final Logger flyway = (Logger) LoggerFactory.getLogger("org.flywaydb");

    @BeforeEach
    void beQuiet() {
        flyway.setLevel(Level.OFF);
    }

    @AfterEach
    void speakAgain() {
        flyway.setLevel(null);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void filesThatFail(boolean persistently) {
        int number = 1;
        while (startFails(number, persistently)) {
            number++;
        }
        assertThat(number).as("calls of a start").isGreaterThan(5);
    }

    private boolean startFails(int number, boolean persistently) {
        Path own = folder.resolve("files " + number);
        NthCall call = new NthCall(number, persistently);
        boolean failed =
                fails(
                        call,
                        "^The data folder .* cannot be (used|locked): [a-z ]+\\.$",
                        () -> lockAndRelease(FailingFiles.in(own, call)));
        lockAndRelease(own);
        return failed;
    }

    private static void lockAndRelease(Path data) {
        DataFolder.lock(data).close();
    }

    @Test
    void aDiskThatFailsOnce() {
        failAtCalls(false);
    }

    @Test
    void aDiskThatFailsUntilItIsMended() {
        failAtCalls(true);
    }

    /// Most calls are those of the migrations, which go the same way; all are met by command.
    private void failAtCalls(boolean persistently) {
        int step = Integer.getInteger("nth.step", 29);
        int calls = callsOfAStart();
        assertThat(calls).as("calls of a start").isGreaterThan(400);
        for (int number = 1; number <= calls; number++) {
            if (number % step == 0 || number > calls - CALLS_AFTER_MIGRATIONS) {
                assertThat(serveFails(number, persistently)).as("call %d", number).isTrue();
            }
        }
    }

    private int callsOfAStart() {
        NthCall none = new NthCall(0, false);
        AtomicInteger calls = new AtomicInteger();
        serve(folder.resolve("sound"), none, new ArrayList<>(), _ -> calls.set(none.met()));
        return calls.get();
    }

    /// On a full disk.
    private boolean serveFails(int number, boolean persistently) {
        Path own = folder.resolve("disk " + number);
        NthCall call = new NthCall(number, persistently);
        List<Connection> opened = new ArrayList<>();
        boolean failed =
                fails(call, "^The disk is full\\.$", () -> serve(own, call, opened, _ -> {}));
        // The process ends after a failed start, and lets its files go.
        opened.forEach(FailingStartTest::close);
        serve(
                own,
                new NthCall(0, false),
                opened,
                server ->
                        assertThat(new Check(server.database()).failures())
                                .as("%s", call)
                                .isEmpty());
        return failed;
    }

    private static void serve(
            Path own, NthCall call, List<Connection> opened, Consumer<Wiring> whenItAnswers) {
        DataFolder.prepare(own);
        ServerConfig config =
                new ServerConfig("127.0.0.1", 0, own, "jdbc:sqlite:" + own.resolve("data.db"));
        UnaryOperator<Connection> around =
                connection -> {
                    opened.add(connection);
                    return FailingConnection.around(connection, call);
                };
        try (Wiring server =
                Wiring.of(config, Clock.systemUTC(), new Circumstances(around, false))) {
            server.start();
            whenItAnswers.accept(server);
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// @return whether a call failed
    private static boolean fails(NthCall call, String sentence, Runnable start) {
        try {
            start.run();
        } catch (StartFailure e) {
            assertThat(e.getMessage()).as("%s", call).containsPattern(sentence);
            assertThat(call.failed()).as("%s: %s", call, e).isTrue();
        }
        return call.failed();
    }
}
