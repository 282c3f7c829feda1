package org.tutortimes.server.trouble;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
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
import org.tutortimes.server.StartFailure;
import org.tutortimes.server.check.Check;
import org.tutortimes.server.database.Circumstances;
import org.tutortimes.server.database.Database;

/// Each call of a server's first start fails: the first, the second, and so on until one has gone
/// well. It says so in a sentence, and the next start finds nothing in its way.
class FailingStartTest {

    private static final NthCall NONE = new NthCall(0, false);

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
        boolean failed = fails(call, () -> lockAndRelease(FailingFiles.in(own, call)));
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

    /// Most calls are those of the migrations, which go the same way; all of them are met by
    /// command.
    private void failAtCalls(boolean persistently) {
        int step = Integer.getInteger("nth.step", 17);
        int number = 1;
        while (openingFails(number, persistently)) {
            number += step;
        }
        assertThat(number).as("calls of a start").isGreaterThan(400);
    }

    /// On a full disk.
    private boolean openingFails(int number, boolean persistently) {
        Path file = folder.resolve("%d.db".formatted(number));
        NthCall call = new NthCall(number, persistently);
        List<Connection> opened = new ArrayList<>();
        boolean failed = fails(call, () -> open(file, call, opened, _ -> {}));
        // The process ends after a failed start, and lets its files go.
        opened.forEach(FailingStartTest::close);
        open(
                file,
                NONE,
                opened,
                database -> assertThat(new Check(database).failures()).as("%s", call).isEmpty());
        return failed;
    }

    private static void open(
            Path file, NthCall call, List<Connection> opened, Consumer<Database> look) {
        UnaryOperator<Connection> around =
                connection -> {
                    opened.add(connection);
                    return FailingConnection.around(connection, call);
                };
        try (Database database =
                Database.open("jdbc:sqlite:" + file, new Circumstances(around, false))) {
            look.accept(database);
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
    private static boolean fails(NthCall call, Runnable start) {
        try {
            start.run();
        } catch (StartFailure e) {
            assertThat(e.getMessage())
                    .as("%s", call)
                    .endsWith(".")
                    .doesNotContain("Exception", "made to fail by a test");
            assertThat(call.failed()).as("%s: %s", call, e).isTrue();
        }
        return call.failed();
    }
}
