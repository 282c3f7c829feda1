package org.tutortimes.desktop.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tutortimes.desktop.timer.Desk.PILE;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tutortimes.desktop.VirtualComputer;
import org.tutortimes.model.sync.EventCodec;
import org.tutortimes.model.timer.Fact;
import org.tutortimes.model.timer.MarkingTarget;
import org.tutortimes.model.timer.PauseReason;
import org.tutortimes.model.timer.SessionStatus;
import org.tutortimes.model.timer.TimerEvent;

class LearnedEventsTest {
    private static final UUID LAPTOP = UUID.randomUUID();

    @TempDir Path folder;
    private Desk desk;
    private UUID session;
    private long seq;

    @BeforeEach
    void runForFiveMinutes() {
        desk = new Desk(folder, new VirtualComputer());
        desk.keeper.start(PILE).join();
        session = desk.current().sessionId();
        desk.work(Duration.ofMinutes(5));
    }

    @AfterEach
    void leave() {
        desk.close();
    }

    @Test
    void aSessionCompletedElsewhereIsClosedWithItsOwnWorkedTime() {
        comes(event(session, desk.clock.now().minusSeconds(60), new Fact.Completed(null, null)));

        assertThat(Desk.worked(last())).isEqualTo(300_000);
        assertThat(desk.shown().today().getFirst().status()).isEqualTo(SessionStatus.COMPLETED);
        assertThat(desk.shown().today().getFirst().millis()).isEqualTo(300_000);
        assertThat(desk.shown().notice()).contains("completed on another computer");
    }

    @Test
    void aSessionDeletedElsewhereIsClosedAndLeavesTheList() {
        comes(event(session, desk.clock.now(), new Fact.Deleted(null)));

        assertThat(Desk.worked(last())).isEqualTo(300_000);
        assertThat(desk.shown().current()).isNull();
        assertThat(desk.shown().today()).isEmpty();
        assertThat(desk.shown().notice()).contains("deleted");
    }

    @Test
    void aLaterStartElsewhereClosesThisOneWhereThatBegan() {
        Instant later = desk.clock.now().minusSeconds(120);
        UUID other = UUID.randomUUID();
        comes(event(other, later, new Fact.Started(100, new MarkingTarget.Pile(501), false)));

        assertThat(Desk.worked(last())).isEqualTo(180_000);
        assertThat(((Fact.Paused) last().fact()).reason()).isEqualTo(PauseReason.SUPERSEDED);
        assertThat(desk.current().sessionId()).isEqualTo(other);
        assertThat(desk.current().status()).isEqualTo(SessionStatus.ACTIVE);
        assertThat(desk.current().runningSinceMillis()).isEqualTo(desk.clock.millis() - 120_000);
        assertThat(desk.shown().notice()).contains("started later");
    }

    @Test
    void anEarlierStartElsewhereLeavesThisOneRunning() {
        Instant earlier = desk.clock.now().minusSeconds(900);
        comes(
                event(
                        UUID.randomUUID(),
                        earlier,
                        new Fact.Started(100, new MarkingTarget.Pile(501), false)));

        assertThat(desk.current().sessionId()).isEqualTo(session);
        assertThat(desk.current().status()).isEqualTo(SessionStatus.ACTIVE);
    }

    @Test
    void aSessionPausedElsewhereStopsHereToo() {
        UUID opener = desk.events().getFirst().id();
        comes(
                event(
                        session,
                        desk.clock.now(),
                        new Fact.Paused(PauseReason.BY_HAND, new Fact.Closing(opener, null))));

        assertThat(desk.current().status()).isEqualTo(SessionStatus.PAUSED);
        assertThat(desk.current().closedMillis()).isEqualTo(300_000);
        assertThat(desk.shown().notice()).contains("paused on another computer");
    }

    @Test
    void anotherComputersSessionCanBeCompletedHere() {
        desk.keeper.complete().join();
        UUID other = UUID.randomUUID();
        comes(
                event(
                        other,
                        desk.clock.now(),
                        new Fact.Started(100, new MarkingTarget.Pile(501), false)));
        desk.work(Duration.ofMinutes(1));
        desk.keeper.complete().join();

        assertThat(desk.shown().current()).isNull();
        assertThat(desk.shown().todayMillis()).isEqualTo(360_000);
    }

    @Test
    void ofAnUnknownKindNothingIsUnderstoodAndNothingIsLost() {
        JsonNode strange =
                EventCodec.encode(event(session, desk.clock.now(), new Fact.Resumed()))
                        .put("kind", "praised");
        take(List.of(strange));

        assertThat(desk.current().status()).isEqualTo(SessionStatus.ACTIVE);
        assertThat(JournalReading.count(desk.database)).isEqualTo(2);
    }

    private TimerEvent last() {
        return desk.events().getLast();
    }

    private TimerEvent event(UUID of, Instant at, Fact fact) {
        return new TimerEvent(UUID.randomUUID(), of, LAPTOP, ++seq, at, "UTC", 0, fact);
    }

    private void comes(TimerEvent event) {
        take(List.of(EventCodec.encode(event)));
    }

    private void take(List<JsonNode> events) {
        Instant now = desk.clock.now();
        Set<UUID> touched = new HashSet<>();
        desk.database
                .jdbi()
                .useTransaction(
                        handle -> touched.addAll(desk.journal.take(handle, Desk.TIA, events, now)));
        desk.keeper.learned(touched).join();
    }
}
