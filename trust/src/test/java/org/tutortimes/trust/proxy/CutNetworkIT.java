package org.tutortimes.trust.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tutortimes.desktop.sync.SyncStatus;
import org.tutortimes.desktop.sync.SyncStatus.State;
import org.tutortimes.server.ServerConfig;
import org.tutortimes.server.Wiring;
import org.tutortimes.server.admin.ImportCommand;
import org.tutortimes.server.check.CheckCommand;
import org.tutortimes.trust.Amount;
import org.tutortimes.trust.JournalFile;
import org.tutortimes.trust.MarkedUnit;
import org.tutortimes.trust.ServerFile;
import picocli.CommandLine;

/// Each fault of a network, met again and again while there is something to send. Two hundred times
/// each:
///
///     mvn verify -pl shared-model,sync-server,desktop-app,trust -Dtest=NONE -Dit.test=CutNetworkIT \
///         -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false \
///         -Dcuts=200
///
/// and other ones with `-Dfirst.seed=…`.
class CutNetworkIT {

    @TempDir private static Path folder;
    private static Wiring server;

    @BeforeAll
    static void serve() throws IOException {
        Path unit = MarkedUnit.file(folder, Fault.values().length);
        assertThat(run(new ImportCommand(), unit.toString())).isZero();
        String database = "jdbc:sqlite:" + folder.resolve("tutor-times.db");
        server = Wiring.of(new ServerConfig("127.0.0.1", 0, folder, database));
        server.start();
    }

    @AfterAll
    static void stopAndCheck() {
        server.close();
        assertThat(run(new CheckCommand())).as("check").isZero();
    }

    private static int run(Object command, String... arguments) {
        List<String> line = new ArrayList<>(List.of(arguments));
        line.addAll(List.of("--data", folder.toString()));
        return new CommandLine(command).execute(line.toArray(String[]::new));
    }

    @ParameterizedTest
    @EnumSource
    @Timeout(value = 1, unit = TimeUnit.HOURS)
    void eachEventArrivesOnceWhateverTheNetworkDoes(Fault fault) throws IOException {
        int tutor = 1 + List.of(Fault.values()).indexOf(fault);
        try (FailingNetwork network = new FailingNetwork(server.port());
                ProxiedDesk desk = new ProxiedDesk(folder.resolve(fault.name()), tutor)) {
            desk.signIn(network.address());
            desk.drain();
            long recorded = 0;
            for (int run = 0; run < Amount.ofCuts(); run++) {
                long seed = Amount.firstSeed() + run;
                try {
                    recorded += failAndHeal(network, desk, fault, seed);
                    assertAllArrived(desk.journal(), tutor, recorded);
                } catch (AssertionError e) {
                    throw new AssertionError("%s, seed %d".formatted(fault, seed), e);
                }
            }
        }
    }

    /// Some sessions, each with rounds in which the network fails, and then one that goes well.
    private static long failAndHeal(
            FailingNetwork network, ProxiedDesk desk, Fault fault, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int metBefore = network.faults();
        long recorded = 0;
        for (int round = 1 + random.nextInt(2); round > 0; round--) {
            recorded += desk.record(random);
            network.failWith(fault, random.nextLong());
            assertHonest(desk.round(), desk.journal(), fault);
        }
        assertThat(network.faults()).as("faults that were met").isGreaterThan(metBefore);
        network.heal();
        desk.drain();
        return recorded;
    }

    /// The status line says what is the case, and nothing counts as sent that did not arrive.
    private static void assertHonest(List<SyncStatus> said, JournalFile journal, Fault fault) {
        int waiting = journal.waiting().size();
        assertThat(said)
                .as("what the status line said")
                .noneMatch(status -> status.state() == State.SYNCED && status.waiting() > 0);
        assertThat(said.getLast().waiting()).isEqualTo(waiting);
        assertThat(said.getLast().state())
                .as("of %d events that wait", waiting)
                .isEqualTo(
                        waiting == 0
                                ? State.SYNCED
                                : fault == Fault.FOREIGN_PAGE ? State.TROUBLE : State.OFFLINE);
        assertThat(stored().missing(journal.sent())).as("said to be sent").isEmpty();
    }

    private static void assertAllArrived(JournalFile journal, int tutor, long recorded) {
        assertThat(journal.waiting()).isEmpty();
        assertThat(journal.objected()).isEmpty();
        assertThat(stored().events(tutor)).isEqualTo(journal.events());
        assertThat(stored().completedSeconds(tutor)).isEqualTo(recorded);
    }

    private static ServerFile stored() {
        return new ServerFile(folder);
    }
}
