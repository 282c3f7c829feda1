package org.tutortimes.desktop.trouble;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.tutortimes.desktop.CoreDesk;
import org.tutortimes.desktop.VirtualComputer;
import org.tutortimes.desktop.store.Disk;
import org.tutortimes.desktop.store.StorageFailure;
import org.tutortimes.desktop.sync.SyncStatus;
import org.tutortimes.model.trouble.FailingFiles;
import org.tutortimes.model.trouble.NthCall;

/// A tutor at a computer on which calls fail, who does everything again that did not work, and
/// after the second time has it mended. Nothing may be told as done that is not in the journal, nor
/// be there that was told as failed; nothing may fail in silence.
final class PersistentTutor implements AutoCloseable {
    private static final int WORTH_TRYING = 3;

    private final Path folder;
    private final Disk disk;
    private final NthCall ofFiles;
    private final FailingNetwork network;
    private final List<NthCall> calls;
    private final VirtualComputer computer = new VirtualComputer();
    private final JournalFile journal;
    private @Nullable CoreDesk desk;

    /// Something that the tutor asks for.
    private interface Action {
        CompletableFuture<?> ask(CoreDesk desk);
    }

    PersistentTutor(Path folder, FailingDisk disk, NthCall ofFiles, FailingNetwork network)
            throws SQLException {
        this.folder = FailingFiles.in(folder, ofFiles);
        this.disk = disk;
        this.ofFiles = ofFiles;
        this.network = network;
        this.calls = List.of(disk.call(), ofFiles, network.call());
        this.journal = new JournalFile(folder);
    }

    /// A day: two sessions, one of them with all that a timer can do, and the program closed and
    /// opened again while the second one runs.
    void spendTheDay(URI server, String username) throws SQLException {
        open();
        act(List.of(), at -> at.core.signIn(server, username, "the right one"));
        act(List.of("started"), at -> at.core.timer().start(CoreDesk.PILE));
        spend(40, 1, true);
        act(List.of("paused by_hand 40000"), at -> at.core.timer().pause());
        spend(5, 1, true);
        act(List.of("resumed"), at -> at.core.timer().resume());
        spend(20, 1, true);
        goAway();
        act(List.of("away_kept", "resumed"), at -> at.core.timer().keepAwayAndResume());
        spend(20, 1, true);
        act(List.of("completed 20000"), at -> at.core.timer().complete());
        synchronise();
        act(List.of("started"), at -> at.core.timer().start(CoreDesk.PILE));
        spend(20, 1, true);
        leave();
        open();
        synchronise();
    }

    /// Opens the program, which tells in a sentence where it cannot.
    private void open() {
        for (int attempt = 1; desk == null; attempt++) {
            try {
                desk = CoreDesk.on(folder, computer, disk, network.around());
            } catch (RuntimeException e) {
                assertThat(e).isInstanceOf(StorageFailure.class);
                told(e, attempt);
            }
        }
    }

    private void act(List<String> adds, Action action) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            List<String> wanted = new ArrayList<>(journal.texts());
            try {
                Object _ = action.ask(desk()).join();
                wanted.addAll(adds);
                assertThat(journal.texts()).isEqualTo(wanted);
                return;
            } catch (CompletionException e) {
                told(Objects.requireNonNull(e.getCause()), attempt);
                assertThat(journal.texts()).isEqualTo(wanted);
            }
        }
    }

    /// Time passes; where it cannot be noted, a notice says so.
    private void spend(int steps, int seconds, boolean typing) {
        boolean wasSound = calls.stream().noneMatch(NthCall::failed);
        for (int step = 0; step < steps; step++) {
            computer.pass(Duration.ofSeconds(seconds));
            if (typing) {
                computer.type();
            }
            desk().core.tick().join();
        }
        if (wasSound && calls.stream().anyMatch(NthCall::failed)) {
            assertThat(desk().shown().notice()).isNotBlank();
            mend();
            desk().core.tick().join();
        }
    }

    /// Eleven minutes without input, and back.
    private void goAway() throws SQLException {
        List<String> wanted = new ArrayList<>(journal.texts());
        wanted.add("paused idle 20000");
        spend(33, 20, false);
        spend(1, 1, true);
        assertThat(journal.texts()).isEqualTo(wanted);
        assertThat(desk().shown().away()).isNotNull();
    }

    /// Until all is on the server.
    private void synchronise() throws SQLException {
        boolean done = false;
        for (int attempt = 1; !done; attempt++) {
            List<String> before = journal.texts();
            try {
                desk().sync();
                SyncStatus status = desk().status();
                done = status.state() == SyncStatus.State.SYNCED;
                if (!done) {
                    told(new IllegalStateException(status.message()), attempt);
                }
            } catch (CompletionException e) {
                told(Objects.requireNonNull(e.getCause()), attempt);
            }
            assertThat(journal.texts()).isEqualTo(before);
        }
        assertThat(journal.lines()).allMatch(JournalFile.Line::sent);
    }

    /// Closes the program, which pauses what runs, or says that it could not.
    private void leave() throws SQLException {
        List<String> wanted = new ArrayList<>(journal.texts());
        try {
            desk().close();
            wanted.add("paused quit 20000");
        } catch (RuntimeException e) {
            told(e, 1);
            if (ofFiles.failed()) {
                // What runs is paused before the folder is left.
                wanted.add("paused quit 20000");
            }
        }
        desk = null;
        assertThat(journal.texts()).isEqualTo(wanted);
    }

    private void told(Throwable failure, int attempt) {
        if (calls.stream().noneMatch(NthCall::failed) || attempt > WORTH_TRYING) {
            throw new AssertionError("attempt " + attempt, failure);
        }
        assertThat(failure.getMessage()).isNotBlank();
        if (attempt == 2) {
            mend();
        }
    }

    private void mend() {
        calls.forEach(NthCall::mend);
    }

    private CoreDesk desk() {
        return Objects.requireNonNull(desk);
    }

    List<JournalFile.Line> journal() throws SQLException {
        return journal.lines();
    }

    @Override
    public void close() throws SQLException {
        mend();
        try (journal) {
            if (desk != null) {
                desk.close();
            }
        } catch (StorageFailure e) {
            told(e, 1);
        }
    }
}
