package org.tutortimes.desktop;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.tutortimes.desktop.account.Account;
import org.tutortimes.desktop.account.AccountStore;
import org.tutortimes.desktop.account.SignIn;
import org.tutortimes.desktop.account.TokenFile;
import org.tutortimes.desktop.clock.DeviceClock;
import org.tutortimes.desktop.computer.Computer;
import org.tutortimes.desktop.journal.HeartbeatStore;
import org.tutortimes.desktop.journal.Journal;
import org.tutortimes.desktop.reference.ChoiceFilling;
import org.tutortimes.desktop.reference.ChoiceIndex;
import org.tutortimes.desktop.reference.ReferenceStore;
import org.tutortimes.desktop.store.DataFolder;
import org.tutortimes.desktop.store.LocalDatabase;
import org.tutortimes.desktop.store.SettingsStore;
import org.tutortimes.desktop.store.StorageFailure;
import org.tutortimes.desktop.sync.ServerOffset;
import org.tutortimes.desktop.sync.SyncLoop;
import org.tutortimes.desktop.sync.SyncStatus;
import org.tutortimes.desktop.timer.ChoiceSearch;
import org.tutortimes.desktop.timer.TimerActions;
import org.tutortimes.desktop.timer.TimerKeeper;
import org.tutortimes.desktop.tracking.NotMarking;
import org.tutortimes.desktop.tracking.Tracking;
import org.tutortimes.desktop.web.ServerCalls;

/// The whole program but for its window: made in readable order, closed in the opposite one.
public final class DesktopCore implements AutoCloseable {
    private final DesktopConfig config;
    private final DataFolder folder;
    private final LocalDatabase database;
    private final Settings settings;
    private final AccountStore accounts;
    private final ChoiceIndex choices = new ChoiceIndex();
    private final ChoiceFilling filling;
    private final ServerCalls calls;
    private final SignIn signIn;
    private final TimerKeeper timer;
    private final SyncLoop sync;
    private final Tracking tracking;

    /// Opens the data folder and takes up where the last run ended.
    ///
    /// @throws org.tutortimes.desktop.store.AlreadyRunning after the running program was asked to
    ///   show its window
    /// @throws org.tutortimes.desktop.store.StorageFailure with a sentence for the tutor
    public static DesktopCore open(DesktopConfig config, Surroundings surroundings) {
        DataFolder folder = DataFolder.claim(config.data());
        LocalDatabase database = null;
        try {
            Computer computer = surroundings.computer();
            Instant now = computer.wall().instant();
            database =
                    LocalDatabase.open(
                            folder.database(), folder.endedBadly(), now, computer.disk());
            return new DesktopCore(config, surroundings, folder, database);
        } catch (RuntimeException e) {
            giveBack(folder, database);
            throw e.getCause() == null ? e : StorageFailure.of(e);
        } catch (Error e) {
            giveBack(folder, database);
            throw e;
        }
    }

    private static void giveBack(DataFolder folder, @Nullable LocalDatabase database) {
        if (database != null) {
            database.close();
        }
        folder.leaveAsItWas();
    }

    private DesktopCore(
            DesktopConfig config, Surroundings around, DataFolder folder, LocalDatabase database) {
        this.config = config;
        this.folder = folder;
        this.database = database;
        SettingsStore stored = new SettingsStore(database);
        this.settings = new Settings(stored, config.idleThreshold());
        this.accounts = new AccountStore(database);
        ReferenceStore references = new ReferenceStore();
        this.filling = new ChoiceFilling(database, references, choices);
        TokenFile tokens = new TokenFile(folder.token());
        Computer computer = around.computer();
        this.calls = new ServerCalls(computer.network(), computer.wall(), computer.clock());
        this.signIn = new SignIn(calls, accounts, tokens, config.plainHttp());
        Journal journal = new Journal(database);
        if (database.notice().isPresent()) {
            journal.replayAll();
        }
        ServerOffset offset = new ServerOffset(stored, computer.clock());
        this.timer = new TimerKeeper(setting(computer, journal, offset.kept()), around.snapshots());
        SyncLoop.Parts parts = parts(around, journal, references, tokens, offset);
        this.sync =
                new SyncLoop(parts, new CoreNews(timer, filling, status -> heard(status, around)));
        this.tracking = new Tracking(parts, sync, choices, new NotMarking(stored));
        database.notice().ifPresent(notice -> timer.tell(notice).join());
        show(accounts.current());
        if (around.byItself()) {
            timer.startTicking();
            sync.wake();
        }
    }

    private SyncLoop.Parts parts(
            Surroundings around,
            Journal journal,
            ReferenceStore references,
            TokenFile tokens,
            ServerOffset offset) {
        return new SyncLoop.Parts(
                database,
                journal,
                accounts,
                references,
                tokens,
                calls,
                offset,
                around.computer(),
                config.plainHttp(),
                around.byItself());
    }

    private TimerKeeper.Setting setting(Computer computer, Journal journal, Duration serverOffset) {
        Instant now = computer.wall().instant();
        return new TimerKeeper.Setting(
                journal,
                new HeartbeatStore(database),
                new DeviceClock(
                        computer.clock(), now, serverOffset, journal.latestTime().orElse(null)),
                computer.input(),
                computer.zone(),
                computer.ids(),
                settings::idleThreshold,
                choices,
                this::queued,
                found -> tracking.presence().accept(found),
                computer.threads().apply("timer"));
    }

    public TimerActions timer() {
        return timer;
    }

    public ChoiceSearch choices() {
        return choices;
    }

    /// What the server observes of the tutor, beside the timer.
    public Tracking tracking() {
        return tracking;
    }

    public Settings settings() {
        return settings;
    }

    /// Who is signed in on this computer, with or without a network.
    public Optional<Account> account() {
        return accounts.current();
    }

    /// The server to offer at the sign-in: that of the command line, or else the last one.
    public Optional<URI> server() {
        return Optional.ofNullable(config.server())
                .or(() -> accounts.lastServer().map(URI::create));
    }

    /// Signs in, and goes on with that account; fails with a
    /// [org.tutortimes.desktop.account.SignInFailure] or a [StorageFailure].
    public CompletableFuture<Account> signIn(URI server, String username, String password) {
        return sync.call(() -> {
            SignIn.Granted granted = signIn.ask(server, username, password);
            try {
                goOnAs(granted);
            } catch (RuntimeException e) {
                throw StorageFailure.of(e);
            }
            sync.wake();
            return granted.account();
        });
    }

    /// While one account takes another's place nobody's time runs. Where the disk refuses any of
    /// it, the timer is that account's which is in use.
    private void goOnAs(SignIn.Granted granted) {
        String current = accounts.current().map(Account::id).orElse(null);
        try {
            if (!granted.account().id().equals(current)) {
                timer.useAccount(null).join();
            }
            signIn.keep(granted);
        } finally {
            show(accounts.current());
        }
    }

    /// Pauses what runs, sends what waits while the server still knows us, and signs out. What the
    /// server does not have yet stays here, and goes to it when the same person signs in again.
    public CompletableFuture<Void> signOut() {
        return timer.useAccount(null)
                .thenCompose(_ ->
                        sync.callAfterRound(() -> {
                            show(Optional.empty());
                            signIn.signOut();
                            sync.wake();
                            return null;
                        }));
    }

    /// Synchronises at once, without waiting for the next round.
    public void syncNow() {
        sync.wake();
    }

    /// One look at the clock and the input, for those who move the clock themselves.
    public CompletableFuture<Void> tick() {
        return timer.tick();
    }

    /// One round of synchronisation, for those who move the clock themselves.
    ///
    /// @return how long the next would be waited for
    public CompletableFuture<Duration> syncRound() {
        return sync.roundNow();
    }

    /// What to do when the program is started a second time; runs on a thread of its own.
    public void onSecondStart(Runnable show) {
        folder.onSecondStart(show);
    }

    /// Whose time is recorded does not depend on whether the choices can be read.
    private void show(Optional<Account> account) {
        tracking.observed().belongTo(account.map(Account::id).orElse(null));
        try {
            account.map(Account::id).ifPresent(filling::fill);
        } finally {
            timer.useAccount(account.map(Account::id).orElse(null)).join();
        }
    }

    private void heard(SyncStatus status, Surroundings around) {
        around.statuses().accept(status);
        tracking.heard(status);
    }

    private void queued() {
        // The timer is made before the loop, and a crash that it finds is queued before.
        if (sync != null) {
            sync.wake();
        }
    }

    /// Pauses what runs, durably, and leaves the folder tidy.
    @Override
    public void close() {
        try (folder;
                database;
                calls;
                timer;
                sync) {
            pauseAndLookBack();
        }
    }

    private void pauseAndLookBack() {
        try {
            timer.pauseForQuit().join();
        } finally {
            if (database.sawDamage()) {
                folder.lookForDamageNextTime();
            }
        }
    }
}
