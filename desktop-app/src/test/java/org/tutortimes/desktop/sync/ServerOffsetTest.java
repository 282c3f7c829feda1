package org.tutortimes.desktop.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tutortimes.desktop.VirtualComputer;
import org.tutortimes.desktop.store.LocalDatabase;
import org.tutortimes.desktop.store.SettingsStore;
import org.tutortimes.desktop.web.ServerReply.RoundTrip;

class ServerOffsetTest {
    @TempDir Path folder;
    private final VirtualComputer computer = new VirtualComputer();
    private LocalDatabase database;
    private ServerOffset offset;

    @BeforeEach
    void open() {
        database = LocalDatabase.open(folder.resolve("journal.db"), false, computer.instant());
        offset = new ServerOffset(new SettingsStore(database), computer);
    }

    @AfterEach
    void close() {
        database.close();
    }

    /// A call that takes that long there and back, to a server that is ahead by `ahead`, whose
    /// answer takes `skew` longer than the question.
    private boolean call(Duration length, Duration ahead, Duration skew) {
        Instant sent = computer.instant();
        RoundTrip roundTrip = new RoundTrip(sent, length);
        Instant server = sent.plus(length.minus(skew).dividedBy(2)).plus(ahead);
        boolean told = offset.learn(roundTrip, server).isPresent();
        computer.pass(Duration.ofSeconds(30));
        return told;
    }

    @Test
    void theQuickestOfTheLastEightCallsIsBelieved() {
        Duration ahead = Duration.ofSeconds(40);
        call(Duration.ofMillis(900), ahead, Duration.ofMillis(600));
        call(Duration.ofMillis(20), ahead, Duration.ZERO);
        call(Duration.ofMillis(500), ahead, Duration.ofMillis(-400));
        assertThat(offset.kept()).isEqualTo(ahead);

        for (int times = 0; times < 8; times++) {
            call(Duration.ofMillis(100), ahead, Duration.ofMillis(40));
        }
        assertThat(offset.kept()).isEqualTo(ahead.minusMillis(20));
    }

    @Test
    void whatIsKeptAlreadyCostsNoWrite() {
        Duration ahead = Duration.ofMillis(40).plusNanos(300_000);
        call(Duration.ofMillis(20), ahead, Duration.ZERO);
        long written = changes();
        assertThat(written).isPositive();

        call(Duration.ofMillis(20), ahead, Duration.ZERO);

        assertThat(changes()).isEqualTo(written);
    }

    /// Rows that were written since the database was opened.
    private long changes() {
        return database.jdbi()
                .withHandle(handle ->
                        handle.createQuery("SELECT total_changes()").mapTo(Long.class).one());
    }

    @Test
    void whatWasLearnedBeforeTheWallClockWasSetIsForgotten() {
        call(Duration.ofMillis(20), Duration.ZERO, Duration.ZERO);
        computer.setWall(computer.instant().minus(Duration.ofDays(365)));
        call(Duration.ofMillis(200), Duration.ofDays(365), Duration.ZERO);

        assertThat(offset.kept()).isEqualTo(Duration.ofDays(365));
    }

    @Test
    void aClockThatIsFarOffIsToldOnceInARun() {
        assertThat(call(Duration.ofMillis(20), Duration.ofMinutes(4), Duration.ZERO)).isFalse();
        computer.setWall(computer.instant().minus(Duration.ofMinutes(2)));
        assertThat(call(Duration.ofMillis(20), Duration.ofMinutes(6), Duration.ZERO)).isTrue();
        assertThat(call(Duration.ofMillis(20), Duration.ofMinutes(6), Duration.ZERO)).isFalse();
    }

    @Test
    void itIsKeptForTheNextStart() {
        call(Duration.ofMillis(20), Duration.ofSeconds(-9), Duration.ZERO);

        assertThat(new ServerOffset(new SettingsStore(database), computer).kept())
                .isEqualTo(Duration.ofSeconds(-9));
    }
}
