package org.tutortimes.desktop.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tutortimes.desktop.CoreDesk;
import org.tutortimes.desktop.VirtualComputer;
import org.tutortimes.desktop.journal.Delivery;
import org.tutortimes.desktop.sync.SyncStatus.State;
import org.tutortimes.model.sync.EventCodec;
import org.tutortimes.model.sync.EventResult;
import org.tutortimes.model.timer.Fact;
import org.tutortimes.model.timer.MarkingTarget;
import org.tutortimes.model.timer.TimerEvent;
import org.tutortimes.model.wire.ApiError;

class SyncTest {
    @TempDir Path folder;
    private final FakeServer server = new FakeServer();
    private CoreDesk desk;

    @BeforeEach
    void recordASession() {
        desk = new CoreDesk(folder.resolve("one"), new VirtualComputer());
        desk.signIn(server.address(), "tia");
        desk.sync();
        desk.record(Duration.ofMinutes(2));
    }

    @AfterEach
    void leave() {
        desk.close();
        server.close();
    }

    @Test
    void whatIsConfirmedWaitsNoLonger() {
        assertThat(desk.shown().today().getFirst().delivery()).isEqualTo(Delivery.WAITING);
        Duration next = desk.sync();

        assertThat(server.eventsOf("tia")).hasSize(2);
        assertThat(desk.status().state()).isEqualTo(State.SYNCED);
        assertThat(desk.status().waiting()).isZero();
        assertThat(desk.status().lastSynced()).isEqualTo(desk.computer.instant());
        assertThat(desk.shown().today().getFirst().delivery()).isEqualTo(Delivery.SYNCED);
        assertThat(next).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void signingOutWhileItRunsTellsTheServerOfThePauseFirst() {
        desk.core.timer().start(CoreDesk.PILE).join();
        desk.sync();
        desk.work(Duration.ofSeconds(5));
        desk.core.signOut().join();
        assertThat(server.eventsOf("tia")).hasSize(4);
        assertThat(desk.core.account()).isEmpty();
    }

    @Test
    void signingOutWithoutANetworkKeepsWhatWaits() {
        server.loseNextAnswer();
        desk.core.signOut().join();
        assertThat(desk.core.account()).isEmpty();
        desk.signIn(server.address(), "tia");
        desk.sync();
        assertThat(server.eventsOf("tia")).hasSize(2);
        assertThat(desk.status().waiting()).isZero();
    }

    @Test
    void aLostAnswerIsAskedForAgainAndTakenOnce() {
        server.loseNextAnswer();
        desk.sync();
        assertThat(desk.status().state()).isEqualTo(State.OFFLINE);
        assertThat(server.eventsOf("tia")).hasSize(2);
        assertThat(desk.status().waiting()).isEqualTo(2);

        desk.sync();
        assertThat(server.eventsOf("tia")).hasSize(2);
        assertThat(desk.status().state()).isEqualTo(State.SYNCED);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(error(401), State.SIGN_IN_NEEDED, "Sign in to synchronise"),
                Arguments.of(error(426), State.UPDATE_NEEDED, "update"),
                Arguments.of(error(429), State.OFFLINE, "asks for a pause"),
                Arguments.of(error(503), State.OFFLINE, "has a problem"),
                Arguments.of(html(502), State.OFFLINE, "has a problem"),
                Arguments.of(error(400), State.TROUBLE, "refuses to synchronise: A sentence."),
                Arguments.of(error(404), State.TROUBLE, "refuses to synchronise"),
                Arguments.of(html(200), State.TROUBLE, "not from a Tutor Times server"),
                Arguments.of(html(401), State.TROUBLE, "not from a Tutor Times server"),
                Arguments.of(
                        FakeServer.json(200, Map.of("hello", "hotel guest")),
                        State.TROUBLE,
                        "not from a Tutor Times server"),
                Arguments.of(
                        html(302).newBuilder().setHeader("Location", "http://hotel/").build(),
                        State.TROUBLE,
                        "http://hotel/"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void noAnswerTakesAnEventOutOfTheQueue(MockResponse answer, State state, String says) {
        server.next(answer);
        Duration next = desk.sync();

        assertThat(desk.status().state()).isEqualTo(state);
        assertThat(desk.status().message()).contains(says);
        assertThat(desk.status().waiting()).isEqualTo(2);
        assertThat(next).isBetween(Duration.ZERO, Duration.ofMinutes(5));

        desk.sync();
        assertThat(desk.status().state()).isEqualTo(State.SYNCED);
        assertThat(server.eventsOf("tia")).hasSize(2);
    }

    @Test
    void theServersWishToBeLeftAloneIsHonoured() {
        server.next(error(503).newBuilder().setHeader("Retry-After", "120").build());

        assertThat(desk.sync()).isBetween(Duration.ofSeconds(120), Duration.ofSeconds(121));
    }

    @Test
    void aBatchThatIsTooLargeIsHalvedUntilItFits() {
        for (int number = 0; number < 4; number++) {
            desk.record(Duration.ofSeconds(2));
        }
        server.next(html(413));
        server.next(html(413));
        desk.sync();

        assertThat(server.eventsOf("tia")).hasSize(10);
        assertThat(sizes()).startsWith(0, 2, 4);
        assertThat(desk.status().state()).isEqualTo(State.SYNCED);
    }

    @Test
    void oneEventThatIsTooLargeDelaysNoOther() {
        // Ten, five, two, one: then that one is left out.
        for (int number = 0; number < 4; number++) {
            desk.record(Duration.ofSeconds(2));
        }
        for (int number = 0; number < 4; number++) {
            server.next(html(413));
        }
        desk.sync();

        assertThat(server.eventsOf("tia")).hasSize(9);
        assertThat(desk.status().state()).isEqualTo(State.TROUBLE);
        assertThat(desk.status().waiting()).isEqualTo(1);
    }

    @Test
    void aBatchHoldsAtMostTwoHundredEvents() {
        for (int number = 0; number < 124; number++) {
            desk.record(Duration.ofSeconds(1));
        }
        desk.sync();

        assertThat(sizes()).containsExactly(0, 200, 50);
        assertThat(server.eventsOf("tia")).hasSize(250);
    }

    @Test
    void aRefusedEventIsKeptAndShownAndDelaysNoOther() {
        desk.core.timer().start(CoreDesk.PILE).join();
        desk.sync();
        server.judge("paused", EventResult.Status.REFUSED, "not_your_unit_role");
        desk.work(Duration.ofSeconds(3));
        desk.core.timer().pause().join();
        desk.core.timer().resume().join();
        desk.sync();

        assertThat(desk.status().state()).isEqualTo(State.SYNCED);
        assertThat(desk.status().refused()).hasSize(1);
        assertThat(desk.status().refused().getFirst().code()).isEqualTo("not_your_unit_role");
        assertThat(server.eventsOf("tia")).hasSize(4);
        assertThat(desk.shown().today().getFirst().delivery()).isEqualTo(Delivery.NEEDS_ATTENTION);
    }

    @Test
    void aHeldEventIsShownUntilTheServerAppliesItsSession() {
        desk.sync();
        desk.core.timer().start(CoreDesk.PILE).join();
        server.judge("started", EventResult.Status.HELD, "unknown_task");
        desk.sync();
        assertThat(desk.status().waiting()).isZero();
        assertThat(desk.shown().today().getFirst().delivery()).isEqualTo(Delivery.NEEDS_ATTENTION);

        desk.work(Duration.ofSeconds(3));
        desk.core.timer().pause().join();
        desk.sync();
        assertThat(desk.shown().today().getFirst().delivery()).isEqualTo(Delivery.SYNCED);
    }

    @Test
    void aNewComputerGetsTheWholeHistoryBack() {
        for (int number = 0; number < 299; number++) {
            desk.record(Duration.ofSeconds(1));
        }
        desk.sync();
        try (CoreDesk other = new CoreDesk(folder.resolve("two"), desk.computer)) {
            other.signIn(server.address(), "tia");
            other.sync();

            assertThat(other.shown().today()).hasSize(300);
            assertThat(other.shown().todayMillis()).isEqualTo(desk.shown().todayMillis());
            assertThat(other.status().state()).isEqualTo(State.SYNCED);
        }
    }

    @Test
    void aSessionThatWasCompletedElsewhereStopsHere() {
        desk.core.timer().start(CoreDesk.PILE).join();
        UUID session = desk.shown().today().getFirst().sessionId();
        desk.work(Duration.ofMinutes(1));
        desk.sync();
        server.has("tia", elsewhere(session, new Fact.Completed(null, null)));
        desk.sync();

        assertThat(desk.shown().current()).isNull();
        assertThat(desk.shown().notice()).contains("completed on another computer");
        assertThat(desk.shown().todayMillis()).isEqualTo(180_000);
        desk.sync();
        assertThat(desk.status().waiting()).isZero();
    }

    @Test
    void anEventThatComesTwiceIsThereOnce() {
        desk.sync();
        UUID session = UUID.randomUUID();
        JsonNode event =
                elsewhere(session, new Fact.Started(100, new MarkingTarget.Pile(501), false));
        server.has("tia", event);
        desk.sync();
        desk.sync();

        assertThat(desk.shown().today()).hasSize(2);
    }

    private JsonNode elsewhere(UUID session, Fact fact) {
        return EventCodec.encode(
                new TimerEvent(
                        UUID.randomUUID(),
                        session,
                        UUID.fromString("00000000-0000-4000-8000-000000000009"),
                        1,
                        desk.computer.instant(),
                        "UTC",
                        0,
                        fact));
    }

    /// How many events each call carried, the one of the first sign-in first.
    private List<Integer> sizes() {
        return server.requests().stream().map(body -> body.path("events").size()).toList();
    }

    private static MockResponse error(int status) {
        return FakeServer.json(status, new ApiError("A sentence.", "some_code", Map.of()));
    }

    private static MockResponse html(int status) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "text/html")
                .body("<html><body>Welcome to the hotel</body></html>")
                .build();
    }
}
