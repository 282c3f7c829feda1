package org.tutortimes.desktop.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tutortimes.desktop.CoreDesk;
import org.tutortimes.desktop.VirtualComputer;
import org.tutortimes.desktop.sync.FakeServer;
import org.tutortimes.model.timer.Segment;
import org.tutortimes.model.tracking.ReconciliationAnswer;
import org.tutortimes.model.tracking.ReconciliationAnswer.Share;
import org.tutortimes.model.tracking.ReconciliationAnswer.Tutor;
import org.tutortimes.model.tracking.ReconciliationAnswer.UnrecordedSession;
import org.tutortimes.model.wire.Api;
import org.tutortimes.model.wire.ApiError;

class ObservedMarkingTest {
    /// The id that the server gives to a user of that name.
    private static final Tutor TIA = new Tutor(3_116, "Tia");

    private static final String ASKED = Api.reconciliation(TrackedUnit.UNIT);
    private static final Instant NOW = Instant.parse("2026-11-18T01:00:00Z");
    private static final Share TREES = new Share(501, "1.2C", 1_500);

    @TempDir Path folder;
    private final FakeServer server = new FakeServer();
    private final List<UnrecordedSession> unrecorded = new ArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> recorded = new CopyOnWriteArrayList<>();
    private volatile List<Unrecorded> offered = List.of();
    private CoreDesk desk;

    @BeforeEach
    void signIn() {
        server.offer(TrackedUnit.reference());
        server.serve(ASKED, this::reconciliation);
        desk = new CoreDesk(folder, new VirtualComputer());
        desk.core.tracking().observed().listen(offers -> offered = offers);
        desk.signIn(server.address(), "tia");
        desk.sync();
    }

    @AfterEach
    void leave() {
        desk.close();
        server.close();
    }

    private MockResponse reconciliation(RecordedRequest request) {
        asked.add(String.valueOf(request.getUrl().query()));
        return FakeServer.json(
                200,
                new ReconciliationAnswer(
                        TrackedUnit.UNIT, NOW, NOW, "UTC", List.of(), List.of(), unrecorded));
    }

    private MockResponse recorded(RecordedRequest request) {
        recorded.add(Objects.requireNonNull(request.getBody()).utf8());
        unrecorded.clear();
        return FakeServer.json(201, Map.of());
    }

    /// So many minutes that ended that many minutes ago.
    private static UnrecordedSession session(long id, int minutes, int ago, Share... shares) {
        Instant end = NOW.minus(Duration.ofMinutes(ago));
        Segment segment = new Segment(end.minus(Duration.ofMinutes(minutes)), end);
        return new UnrecordedSession(
                TIA, id, false, List.of(segment), minutes * 60L, 4, Arrays.asList(shares));
    }

    private void observe(UnrecordedSession... sessions) {
        unrecorded.addAll(List.of(sessions));
        desk.core.tracking().observed().askNow().join();
    }

    private List<Long> ids() {
        return offered.stream().map(Unrecorded::markingSessionId).toList();
    }

    @Test
    void whatWasObservedInTheLastWeekIsAskedForInTheComputersZone() {
        observe(session(31, 25, 60, TREES));

        assertThat(asked).hasSize(1);
        assertThat(asked.getFirst())
                .contains("from=2026-11-11T01:00:00.000Z")
                .contains("to=2026-11-18T01:00:00.000Z")
                .contains("timezone=Australia/Melbourne");
        assertThat(offered)
                .containsExactly(
                        new Unrecorded(
                                31,
                                null,
                                NOW.minus(Duration.ofMinutes(85)),
                                NOW.minus(Duration.ofMinutes(60)),
                                false,
                                1_500,
                                List.of(new Unrecorded.Part("1.2C", "Trees", 1_500)),
                                List.of()));
    }

    @Test
    void theNewestComesFirst() {
        observe(session(31, 25, 300, TREES), session(32, 25, 60), session(33, 25, 900));

        assertThat(ids()).containsExactly(32L, 31L, 33L);
    }

    @Test
    void teachingOthersTimeAndWhatIsTooShortOrGoesOnAreNotOffered() {
        UnrecordedSession ordinary = session(31, 25, 60);
        observe(
                new UnrecordedSession(TIA, 32, true, ordinary.segments(), 1_500, 4, List.of(TREES)),
                new UnrecordedSession(
                        new Tutor(7, "Tom"), 33, false, ordinary.segments(), 1_500, 4, List.of()),
                new UnrecordedSession(TIA, 34, false, ordinary.segments(), 59, 1, List.of()),
                session(35, 25, 14),
                session(36, 25, 15));

        assertThat(ids()).containsExactly(36L);
    }

    @Test
    void whereTheTaskIsNotKnownTheTutorCanNameOneThatIsMarkedNow() {
        observe(session(31, 25, 60));

        assertThat(offered.getFirst().tasks())
                .containsExactly(TrackedUnit.SORTING, TrackedUnit.TREES);
    }

    @Test
    void recordingIsFollowedByASynchronisationAndAnotherQuestion() {
        server.serve(Api.record(31), this::recorded);
        observe(session(31, 25, 60, TREES));
        int rounds = server.requests().size();
        desk.core.tracking().observed().record(31, null).join();
        assertThat(offered).isEmpty();

        await().until(() -> asked.size() == 2);
        assertThat(recorded).containsExactly("{\"task_definition_id\":null}");
        assertThat(server.requests()).hasSize(rounds + 1);
    }

    @Test
    void theTaskThatTheTutorNamesIsSent() {
        server.serve(Api.record(31), this::recorded);
        observe(session(31, 25, 60));
        desk.core.tracking().observed().record(31, 500L).join();

        assertThat(recorded).containsExactly("{\"task_definition_id\":500}");
    }

    @Test
    void aRefusalIsSaidInTheServersWordsAndTheOfferStays() {
        server.serve(
                Api.record(31),
                _ ->
                        FakeServer.json(
                                409, new ApiError("All of it is recorded.", "recorded", Map.of())));
        observe(session(31, 25, 60, TREES));

        assertThatThrownBy(() -> desk.core.tracking().observed().record(31, null).join())
                .hasRootCauseInstanceOf(NotRecorded.class)
                .hasRootCauseMessage("Could not be recorded: all of it is recorded.");
        assertThat(ids()).containsExactly(31L);
    }

    @Test
    void withoutANetworkNothingIsRecordedAndTheOfferStays() {
        server.serve(
                Api.record(31),
                _ ->
                        new MockResponse.Builder()
                                .onResponseStart(new SocketEffect.CloseSocket())
                                .build());
        observe(session(31, 25, 60, TREES));

        assertThatThrownBy(() -> desk.core.tracking().observed().record(31, null).join())
                .rootCause()
                .hasMessageStartingWith("Could not be recorded: ")
                .hasMessageEndingWith(" Try again.");
        assertThat(ids()).containsExactly(31L);
    }

    @Test
    void whatWasNoMarkingIsNotOfferedAgainAlsoAfterARestart() {
        observe(session(31, 25, 60), session(32, 25, 300));
        desk.core.tracking().observed().notMarking(31).join();
        assertThat(ids()).containsExactly(32L);

        desk.close();
        desk = new CoreDesk(folder, desk.computer);
        desk.core.tracking().observed().listen(offers -> offered = offers);
        desk.core.tracking().observed().askNow().join();
        assertThat(ids()).containsExactly(32L);
        assertThat(recorded).isEmpty();
    }

    @Test
    void whatWasNoMarkingIsForgottenAfterThirtyDays() {
        observe(session(31, 25, 60), session(32, 25, 300));
        desk.core.tracking().observed().notMarking(31).join();
        desk.computer.pass(Duration.ofDays(31));
        desk.core.tracking().observed().notMarking(32).join();

        assertThat(ids()).containsExactly(31L);
    }

    @Test
    void anOlderServerOffersNothingAndAnAbsentOneTakesNothingAway() {
        observe(session(31, 25, 60));
        server.serve(ASKED, _ -> FakeServer.json(503, Map.of()));
        desk.core.tracking().observed().askNow().join();
        assertThat(ids()).containsExactly(31L);

        server.serve(ASKED, _ -> FakeServer.json(404, new ApiError("No.", "not_found", Map.of())));
        desk.core.tracking().observed().askNow().join();
        assertThat(offered).isEmpty();
    }

    @Test
    void anAnswerThatMakesNoSenseOffersNothing() {
        server.serve(ASKED, _ -> FakeServer.json(200, Map.of("unrecorded", "hotel guest")));
        desk.core.tracking().observed().askNow().join();

        assertThat(offered).isEmpty();
    }

    @Test
    void nothingOfItIsShownToAnotherAccount() {
        observe(session(31, 25, 60));
        desk.core.signOut().join();
        assertThat(offered).isEmpty();
        desk.signIn(server.address(), "somebody");
        desk.core.tracking().observed().askNow().join();

        assertThat(offered).isEmpty();
    }

    @Test
    void aProgramThatRunsByItselfAsksAfterASynchronisationAndNotForFiveMinutes() {
        AtomicInteger rounds = new AtomicInteger();
        unrecorded.add(session(31, 25, 60));
        desk.close();
        desk = CoreDesk.byItself(folder, desk.computer);
        desk.core.tracking().observed().listen(offers -> offered = offers);
        await().until(() -> ids().equals(List.of(31L)));
        desk.core.syncRound().join();
        rounds.set(asked.size());
        desk.computer.pass(Duration.ofMinutes(4));
        desk.core.syncRound().join();
        desk.core.tracking().observed().notMarking(99).join();
        assertThat(asked).hasSize(rounds.get());

        desk.computer.pass(Duration.ofMinutes(1));
        desk.core.syncRound().join();
        await().until(() -> asked.size() == rounds.get() + 1);
    }
}
