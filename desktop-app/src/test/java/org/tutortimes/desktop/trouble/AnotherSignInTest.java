package org.tutortimes.desktop.trouble;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.tutortimes.desktop.CoreDesk;
import org.tutortimes.desktop.VirtualComputer;
import org.tutortimes.desktop.account.Account;
import org.tutortimes.desktop.store.LocalDatabase;
import org.tutortimes.desktop.store.StorageFailure;
import org.tutortimes.desktop.sync.FakeServer;
import org.tutortimes.model.trouble.NthCall;

/// While Tia's time runs, Kim signs in on her computer, and each call of that to the disk fails.
class AnotherSignInTest {
    private static final String DATABASE = "tutor-times-desktop.db";
    private static final FailingNetwork SOUND_NETWORK =
            new FailingNetwork(new NthCall(0, false), false);

    @TempDir Path folder;
    private final Logger logger = (Logger) LoggerFactory.getLogger("org.tutortimes.desktop");
    private final FakeServer server = new FakeServer();
    private int changes;
    private int callsBefore;
    private int callsAfter;

    @BeforeEach
    void prepare() {
        logger.setLevel(Level.OFF);
        LocalDatabase.open(folder.resolve(DATABASE), false, Instant.EPOCH).close();
    }

    @AfterEach
    void leave() {
        logger.setLevel(null);
        server.close();
    }

    @Test
    void timeIsRecordedForTheAccountThatIsInUse() throws Exception {
        change(new NthCall(0, false));
        int first = callsBefore + 1;
        int last = callsAfter;
        assertThat(last - first).as("calls of a sign-in").isGreaterThan(20);
        for (boolean persistently : new boolean[] {false, true}) {
            for (int number = first; number <= last; number++) {
                change(new NthCall(number, persistently));
            }
        }
    }

    private void change(NthCall call) throws IOException, SQLException {
        Path own = Files.createDirectory(folder.resolve("change" + ++changes));
        Files.copy(folder.resolve(DATABASE), own.resolve(DATABASE));
        try (CoreDesk desk =
                CoreDesk.on(
                        own,
                        new VirtualComputer(),
                        new FailingDisk(call),
                        SOUND_NETWORK.around())) {
            desk.signIn(server.address(), "tia");
            desk.core.timer().start(CoreDesk.PILE).join();
            desk.work(Duration.ofSeconds(5));
            callsBefore = call.met();
            boolean wentWell = signsIn(desk);
            callsAfter = call.met();
            call.mend();
            boolean started = starts(desk);
            assertThat(started || !wentWell).as("%s: what was told as done is", call).isTrue();
            if (started) {
                assertThat(startedLast(own)).as("%s", call).isEqualTo(inUse(desk));
            }
            desk.signIn(server.address(), "kim");
            assertThat(starts(desk)).as("%s, after the next try", call).isTrue();
            assertThat(startedLast(own)).as("%s", call).isEqualTo("kim").isEqualTo(inUse(desk));
        }
    }

    private boolean signsIn(CoreDesk desk) {
        try {
            desk.signIn(server.address(), "kim");
            return true;
        } catch (CompletionException e) {
            assertThat(e).hasCauseInstanceOf(StorageFailure.class);
            assertThat(e.getCause()).hasMessageContaining("The disk is full.");
            return false;
        }
    }

    private static boolean starts(CoreDesk desk) {
        try {
            desk.core.timer().start(CoreDesk.PILE).join();
            return true;
        } catch (CompletionException e) {
            assertThat(e.getCause()).hasMessageContaining("Sign in first");
            return false;
        }
    }

    private static String inUse(CoreDesk desk) {
        return desk.core.account().map(Account::username).orElseThrow();
    }

    private static String startedLast(Path own) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection("jdbc:sqlite:" + own.resolve(DATABASE));
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                """
                                SELECT username FROM journal JOIN accounts USING (account_id)
                                WHERE kind = 'started' ORDER BY position DESC LIMIT 1
                                """)) {
            return row.getString(1);
        }
    }
}
