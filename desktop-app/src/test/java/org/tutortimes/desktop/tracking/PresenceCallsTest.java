package org.tutortimes.desktop.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JacksonException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tutortimes.desktop.CoreDesk;
import org.tutortimes.desktop.VirtualComputer;
import org.tutortimes.desktop.sync.FakeServer;
import org.tutortimes.desktop.sync.SyncStatus.State;
import org.tutortimes.model.tracking.HeartbeatRequest;
import org.tutortimes.model.wire.Api;
import org.tutortimes.model.wire.ApiError;
import org.tutortimes.model.wire.Json;

/// The tutor works for some minutes; after each second there is a chance to call.
class PresenceCallsTest {
    private static final HeartbeatRequest IN_THE_UNIT =
            new HeartbeatRequest(TrackedUnit.UNIT, null, null);

    @TempDir Path folder;
    private final FakeServer server = new FakeServer();
    private final List<HeartbeatRequest> heartbeats = new CopyOnWriteArrayList<>();
    private final List<String> tokens = new CopyOnWriteArrayList<>();
    private CoreDesk desk;

    @BeforeEach
    void signIn() {
        server.offer(TrackedUnit.reference());
        server.serve(Api.HEARTBEAT, this::takeHeartbeat);
        desk = new CoreDesk(folder, new VirtualComputer());
        desk.signIn(server.address(), "tia");
        desk.sync();
    }

    @AfterEach
    void leave() {
        desk.close();
        server.close();
    }

    private MockResponse takeHeartbeat(RecordedRequest request) {
        try {
            String body = Objects.requireNonNull(request.getBody()).utf8();
            heartbeats.add(Json.read(body, HeartbeatRequest.class));
            tokens.add(String.valueOf(request.getHeaders().get("Authorization")));
        } catch (JacksonException e) {
            throw new UncheckedIOException(e);
        }
        return FakeServer.json(200, Map.of("recorded", true));
    }

    private void work(Duration time) {
        spend(time, true);
    }

    private void leaveAlone(Duration time) {
        spend(time, false);
    }

    private void spend(Duration time, boolean isTyping) {
        for (long second = 0; second < time.toSeconds(); second++) {
            desk.computer.pass(Duration.ofSeconds(1));
            if (isTyping) {
                desk.computer.type();
            }
            desk.core.tick().join();
            desk.core.tracking().presence().callNow().join();
        }
    }

    private void start() {
        desk.core.timer().start(TrackedUnit.PILE).join();
    }

    @Test
    void oneIsSentAMinuteWhileTheTimerRunsAndThereIsInput() {
        start();
        work(Duration.ofMinutes(3));

        assertThat(heartbeats).containsExactly(IN_THE_UNIT, IN_THE_UNIT, IN_THE_UNIT);
        assertThat(tokens).containsOnly("Bearer token-of-tia");
    }

    @Test
    void oneStudentsTaskIsNamed() {
        desk.core.timer().start(TrackedUnit.ONE_STUDENT).join();
        work(Duration.ofSeconds(10));

        assertThat(heartbeats)
                .containsExactly(new HeartbeatRequest(TrackedUnit.UNIT, null, 9_000L));
    }

    @Test
    void noneIsSentWhileNothingRuns() {
        work(Duration.ofMinutes(2));
        start();
        desk.core.timer().pause().join();
        work(Duration.ofMinutes(2));

        assertThat(heartbeats).isEmpty();
    }

    @Test
    void noneIsSentAfterAMinuteWithoutInput() {
        start();
        work(Duration.ofSeconds(30));
        leaveAlone(Duration.ofMinutes(8));
        // The clock still runs; the last input was 59 seconds old at the second one.
        assertThat(heartbeats).hasSize(2);

        work(Duration.ofSeconds(5));
        assertThat(heartbeats).hasSize(3);
    }

    @Test
    void noneIsSentWhereNobodyCanTellOfInput() {
        desk.computer.goBlind();
        start();
        work(Duration.ofMinutes(2));

        assertThat(heartbeats).isEmpty();
    }

    @Test
    void noneIsSentOfWhatRunsInAUnitThatIsNotKnown() {
        desk.core.timer().start(CoreDesk.PILE).join();
        work(Duration.ofSeconds(10));
        assertThat(heartbeats).hasSize(1);
        desk.core.timer().complete().join();
        desk.core.signOut().join();
        server.offer(null);
        desk.signIn(server.address(), "somebody new");
        start();
        work(Duration.ofMinutes(2));

        assertThat(heartbeats).hasSize(1);
    }

    @Test
    void noneIsSentAfterTheSignInHasEnded() {
        start();
        server.next(FakeServer.json(401, new ApiError("No.", "unauthorized", Map.of())));
        desk.sync();
        assertThat(desk.status().state()).isEqualTo(State.SIGN_IN_NEEDED);
        work(Duration.ofMinutes(2));
        assertThat(heartbeats).isEmpty();

        desk.signIn(server.address(), "tia");
        desk.sync();
        work(Duration.ofSeconds(5));
        assertThat(heartbeats).hasSize(1);
    }

    @Test
    void noneIsSentInAnothersName() {
        start();
        desk.computer.pass(Duration.ofSeconds(1));
        desk.computer.type();
        desk.core.tick().join();
        desk.signIn(server.address(), "thomas");
        desk.core.tracking().presence().callNow().join();

        assertThat(heartbeats).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404, 429, 500, 503})
    void aRefusalIsDroppedAndTheNextMinutesIsSentAnyway(int status) {
        server.serve(
                Api.HEARTBEAT, _ -> FakeServer.json(status, new ApiError("No.", "no", Map.of())));
        start();
        desk.sync();
        work(Duration.ofSeconds(30));
        server.serve(Api.HEARTBEAT, this::takeHeartbeat);
        work(Duration.ofSeconds(30));
        assertThat(heartbeats).isEmpty();
        assertThat(desk.status().state()).isEqualTo(State.SYNCED);

        work(Duration.ofSeconds(5));
        assertThat(heartbeats).containsExactly(IN_THE_UNIT);
    }

    @Test
    void nothingIsSentLateAfterTheNetworkWasAway() {
        server.serve(
                Api.HEARTBEAT,
                _ ->
                        new MockResponse.Builder()
                                .code(200)
                                .onResponseStart(new SocketEffect.CloseSocket())
                                .build());
        start();
        desk.sync();
        work(Duration.ofMinutes(5));
        desk.core.timer().complete().join();
        server.serve(Api.HEARTBEAT, this::takeHeartbeat);
        desk.sync();
        work(Duration.ofMinutes(2));

        assertThat(heartbeats).isEmpty();
        assertThat(desk.statuses()).noneMatch(status -> status.state() == State.OFFLINE);
    }

    @Test
    void whatHadToWaitIsNoLongerTrueAndIsNotSent() {
        start();
        desk.computer.pass(Duration.ofSeconds(1));
        desk.computer.type();
        desk.core.tick().join();
        // A synchronisation before a network that does not answer takes that long.
        desk.computer.pass(Duration.ofSeconds(20));
        desk.core.tracking().presence().callNow().join();

        assertThat(heartbeats).isEmpty();
    }

    @Test
    void aProgramThatRunsByItselfSendsByItself() {
        desk.close();
        desk = CoreDesk.byItself(folder, desk.computer);
        await().until(() -> desk.status().state() == State.SYNCED);
        start();
        desk.computer.type();
        desk.core.tick().join();
        await().until(() -> heartbeats.size() == 1);

        desk.computer.pass(Duration.ofSeconds(10));
        desk.core.tick().join();
        assertThat(heartbeats).hasSize(1);
    }
}
