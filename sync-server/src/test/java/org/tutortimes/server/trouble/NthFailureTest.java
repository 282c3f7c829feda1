package org.tutortimes.server.trouble;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.slf4j.LoggerFactory;
import org.tutortimes.server.OnBothDatabases;
import org.tutortimes.server.TestDatabase;
import org.tutortimes.server.TestServer;
import org.tutortimes.server.TestServer.Answer;
import org.tutortimes.server.VirtualClock;
import org.tutortimes.server.check.Check;
import org.tutortimes.server.database.Circumstances;
import org.tutortimes.server.trouble.FailingCalls.Plan;
import org.tutortimes.server.trouble.Workload.Step;

/// Each call of a workload to its database fails: the first, the second, and so on until the
/// workload has run with nothing failing; once, and for good until somebody mends it.
///
/// One server lives through all of it. A request that failed has changed nothing, which is looked
/// at in every row, so the next failure meets it where the workload stands: this costs as many
/// requests as there are calls, and not the whole workload for each of them.
@OnBothDatabases
class NthFailureTest {

    private static final int STEP_OF_FURTHER_TROUBLE = Integer.getInteger("nth.step", 23);

    @Parameter private TestDatabase kind;
    @TempDir Path folder;
    private final List<Logger> loggers =
            Stream.of("org.tutortimes.server", "com.zaxxer.hikari")
                    .map(name -> (Logger) LoggerFactory.getLogger(name))
                    .toList();
    private final FailingCalls calls = new FailingCalls();
    private int failures;

    /// A server, and what lies in its database.
    private record Scene(TestServer server, VirtualClock clock, StoredRows stored)
            implements AutoCloseable {
        Answer ask(Step step) {
            return step.request().apply(server);
        }

        Outcome outcome(Answer answer) throws SQLException {
            return new Outcome(
                    answer.status() + " " + StoredRows.comparable(answer.body().toString()),
                    StoredRows.comparable(stored.exactly()));
        }

        @Override
        public void close() throws SQLException {
            stored.close();
            server.close();
        }
    }

    /// How an undisturbed run goes on from one step.
    private record Outcome(String answer, List<String> rows) {}

    /// A step that is disturbed.
    private record Case(Scene scene, Step step, List<String> before, Outcome wanted) {}

    @BeforeEach
    void beQuiet() {
        loggers.forEach(logger -> logger.setLevel(Level.OFF));
    }

    @AfterEach
    void speakAgain() {
        loggers.forEach(logger -> logger.setLevel(null));
    }

    @Test
    void noFailureOfTheDiskLeavesHalfAThingOrALie() throws Exception {
        failAtEveryCall(Trouble.DISK_FULL);
    }

    @Test
    void noFailureToReachTheDatabaseLeavesHalfAThingOrALie() throws Exception {
        failAtEveryCall(Trouble.OUT_OF_REACH);
    }

    private void failAtEveryCall(Trouble trouble) throws Exception {
        List<Outcome> undisturbed = new ArrayList<>();
        try (Scene scene = open("undisturbed")) {
            for (Step step : Workload.STEPS) {
                scene.clock().advance(step.before());
                undisturbed.add(scene.outcome(scene.ask(step)));
            }
        }
        try (Scene scene = open("disturbed")) {
            for (Step step : Workload.STEPS) {
                scene.clock().advance(step.before());
                Outcome wanted = undisturbed.get(Workload.STEPS.indexOf(step));
                disturb(new Case(scene, step, scene.stored().exactly(), wanted), trouble);
                assertThat(new Check(scene.server().database()).failures()).isEmpty();
            }
        }
        assertThat(failures)
                .as("calls that failed")
                .isGreaterThan(trouble == Trouble.DISK_FULL ? 1_000 : 40);
    }

    /// Lets a request fail at every call, each time from the same rows, until it has gone well with
    /// nothing failing.
    private void disturb(Case it, Trouble trouble) throws SQLException {
        if (kind == TestDatabase.SQLITE) {
            // Elsewhere no call of the driver's prepares anything yet.
            it.scene().stored().keep();
            while (failsBothWays(it, trouble, 0)) {}
            bringBack(it, "all prepared");
        }
        // A full disk meets every call. What else may be wrong goes the same ways, and takes long
        // where each time a new connection is made.
        int step = trouble == Trouble.DISK_FULL ? 1 : STEP_OF_FURTHER_TROUBLE;
        int number = 1;
        while (failsBothWays(it, trouble, number)) {
            number += step;
        }
    }

    private boolean failsBothWays(Case it, Trouble trouble, int number) throws SQLException {
        return fails(it, new Plan(number, true, () -> trouble.on(kind)))
                && fails(it, new Plan(number, false, () -> trouble.on(kind)));
    }

    /// @return whether a call failed; otherwise the request has had its effect
    private boolean fails(Case it, Plan plan) throws SQLException {
        String when =
                "%s, call %d%s"
                        .formatted(
                                it.step().name(),
                                plan.number(),
                                plan.persistently() ? " and all that follow" : "");
        calls.arm(plan);
        Answer answer = it.scene().ask(it.step());
        boolean failed = calls.failed();
        Answer again = failed && plan.persistently() ? it.scene().ask(it.step()) : answer;
        calls.heal();
        if (!failed) {
            assertThat(it.scene().outcome(answer)).as(when).isEqualTo(it.wanted());
            return false;
        }
        failures++;
        if (answer.status() < 300 && !plan.persistently()) {
            // The server itself tried it again: then it is done, as it says.
            assertThat(it.scene().outcome(answer)).as(when).isEqualTo(it.wanted());
            bringBack(it, when);
            return true;
        }
        for (Answer told : List.of(answer, again)) {
            assertThat(told.status()).as(when + " " + told.body()).isEqualTo(503);
            assertThat(told.body().path("code").asText()).as(when).isEqualTo("storage_unavailable");
        }
        assertThat(it.scene().stored().exactly()).as(when).isEqualTo(it.before());
        return true;
    }

    private void bringBack(Case it, String when) throws SQLException {
        if (kind == TestDatabase.SQLITE) {
            it.scene().stored().bringBack();
        }
        assertThat(it.scene().stored().exactly()).as(when).isEqualTo(it.before());
    }

    private Scene open(String name) throws IOException, SQLException {
        Path own = Files.createDirectories(folder.resolve(name));
        VirtualClock clock = new VirtualClock("2026-08-03T09:00:00Z");
        TestServer server = TestServer.on(kind, own, clock, new Circumstances(calls::around, true));
        // A cheap password, and tokens whose use need not be noted in the background.
        String hash =
                Argon2Function.getInstance(64, 1, 1, 32, Argon2.ID)
                        .hash("right".getBytes(US_ASCII), new byte[16])
                        .getResult();
        server.database()
                .write(handle -> {
                    handle.execute("UPDATE auth_tokens SET last_used_at = expires_at - 1");
                    return handle.execute("UPDATE users SET password_hash = ? WHERE id = 1", hash);
                });
        return new Scene(server, clock, new StoredRows(kind, own));
    }
}
