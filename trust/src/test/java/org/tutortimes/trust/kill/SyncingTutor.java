package org.tutortimes.trust.kill;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.bench.MarkingScript;
import org.tutortimes.model.sync.EventResult;
import org.tutortimes.model.sync.SyncAnswer;
import org.tutortimes.model.sync.SyncRequest;
import org.tutortimes.model.wire.Api;
import org.tutortimes.model.wire.Json;
import org.tutortimes.trust.ApiClient;
import org.tutortimes.trust.MarkedUnit;
import org.tutortimes.trust.ServerFile;

/// Sends batches of events, again until they are answered, and some of the answered ones again.
final class SyncingTutor implements LoadingTutor {

    private static final int MOST_NEW = 20;
    private static final int MOST_AGAIN = 3;
    // So long ago that no amount of marking reaches the present.
    private static final Instant BEGINNING = Instant.parse("1980-01-01T00:00:00Z");

    private final ApiClient client;
    private final MarkingScript script;
    private final Random random;
    private final Map<String, JsonNode> unanswered = new LinkedHashMap<>();
    private final Set<String> acknowledged = new HashSet<>();
    private final List<String> unseen = new ArrayList<>();
    private Map<String, JsonNode> latest = Map.of();
    private @Nullable String reference;
    private long since;

    SyncingTutor(String server, int tutor, long seed) throws IOException, InterruptedException {
        this.client = new ApiClient(server, tutor);
        this.random = new Random(seed);
        this.script =
                new MarkingScript(
                        MarkedUnit.unitRoleId(tutor),
                        List.of(MarkedUnit.target()),
                        random.nextLong(),
                        BEGINNING);
    }

    @Override
    public void step(String server) throws IOException, InterruptedException {
        if (unanswered.isEmpty()) {
            int count = 1 + random.nextInt(MOST_NEW);
            while (unanswered.size() < count) {
                JsonNode event = Json.tree(script.next());
                unanswered.put(event.path("id").textValue(), event);
            }
        }
        Map<String, JsonNode> batch = new LinkedHashMap<>(unanswered);
        latest.entrySet().stream()
                .limit(random.nextInt(MOST_AGAIN + 1))
                .forEach(event -> batch.put(event.getKey(), event.getValue()));
        SyncAnswer answer = sync(server, script.deviceId(), List.copyOf(batch.values()));
        judge(List.copyOf(batch.keySet()), answer.results());
        latest = Map.copyOf(unanswered);
        unanswered.clear();
        since = answer.next();
        if (answer.reference() != null) {
            reference = answer.reference().revision();
        }
    }

    private void judge(List<String> sent, List<EventResult> results) {
        assertThat(results).extracting(EventResult::id).isEqualTo(sent);
        for (EventResult result : results) {
            String id = String.valueOf(result.id());
            if (acknowledged.contains(id)) {
                assertThat(result.status())
                        .as("%s, which was acknowledged and is sent again", id)
                        .isEqualTo(EventResult.Status.DUPLICATE);
            } else {
                assertThat(result.status())
                        .isIn(EventResult.Status.STORED, EventResult.Status.DUPLICATE);
                acknowledged.add(id);
                unseen.add(id);
            }
        }
    }

    private SyncAnswer sync(String server, UUID device, List<JsonNode> events)
            throws IOException, InterruptedException {
        SyncRequest request =
                new SyncRequest(device, "1.0.0", Instant.now(), since, reference, events);
        ApiClient.Answer answer = client.call(server, "POST", Api.SYNC, Json.write(request));
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        return Json.read(answer.body().toString(), SyncAnswer.class);
    }

    /// Asks as another device of the tutor, which knows nothing yet.
    void assertAllCome(String server) throws IOException, InterruptedException {
        UUID another = UUID.randomUUID();
        Set<String> come = new HashSet<>();
        since = 0;
        SyncAnswer answer;
        do {
            answer = sync(server, another, List.of());
            answer.events().forEach(event -> come.add(event.path("id").textValue()));
            since = answer.next();
        } while (answer.more());
        Set<String> lacking = new HashSet<>(acknowledged);
        lacking.removeAll(come);
        assertThat(lacking).as("acknowledged, and not sent to another device").isEmpty();
    }

    @Override
    public void assertNewKept(ServerFile file) {
        assertThat(file.missing(unseen)).as("acknowledged, and not on the server").isEmpty();
        unseen.clear();
    }

    @Override
    public void assertAllKept(ServerFile file) {
        assertThat(file.missing(acknowledged)).as("acknowledged, and not on the server").isEmpty();
    }

    @Override
    public int acknowledged() {
        return acknowledged.size();
    }

    @Override
    public void close() {
        client.close();
    }
}
