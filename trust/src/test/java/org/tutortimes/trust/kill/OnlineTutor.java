package org.tutortimes.trust.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.tutortimes.model.timer.MarkingTarget;
import org.tutortimes.model.wire.Api;
import org.tutortimes.trust.ApiClient;
import org.tutortimes.trust.MarkedUnit;
import org.tutortimes.trust.ServerFile;

/// Starts, pauses, resumes and completes online. A call that was not answered is made again; what
/// the server then says tells whether the first one had been stored.
final class OnlineTutor implements LoadingTutor {

    private static final int STEPS_BEFORE_COMPLETION = 10;

    private final ApiClient client;
    private final int tutor;
    private final Random random;

    /// How often each step of each session was acknowledged: so many events must be there.
    private final Map<String, Map<String, Integer>> acknowledged = new HashMap<>();

    private String session = "";
    private Step next = Step.START;
    private boolean unanswered;

    private enum Step {
        START("started"),
        PAUSE("paused"),
        RESUME("resumed"),
        COMPLETE("completed");

        private final String kind;

        Step(String kind) {
            this.kind = kind;
        }
    }

    OnlineTutor(String server, int tutor, long seed) throws IOException, InterruptedException {
        this.client = new ApiClient(server, tutor);
        this.tutor = tutor;
        this.random = new Random(seed);
    }

    @Override
    public void step(String server) throws IOException, InterruptedException {
        if (next == Step.START && !unanswered) {
            session = new UUID(random.nextLong(), random.nextLong()).toString();
        }
        boolean again = unanswered;
        unanswered = true;
        ApiClient.Answer answer = send(server);
        unanswered = false;
        String code = answer.body().path("code").asText();
        boolean storedBefore = again && code.equals("wrong_step");
        if (next == Step.COMPLETE && code.equals("nothing_worked")) {
            next = Step.PAUSE;
            return;
        }
        assertThat(storedBefore || answer.status() / 100 == 2)
                .as("%s of session %s: %s", next, session, answer)
                .isTrue();
        acknowledged
                .computeIfAbsent(session, _ -> new HashMap<>())
                .merge(next.kind, 1, Integer::sum);
        next = after(next);
    }

    private ApiClient.Answer send(String server) throws IOException, InterruptedException {
        if (next == Step.START) {
            return client.call(server, "POST", Api.TUTOR_TIMES + "/start", start());
        }
        String path = Api.TUTOR_TIMES + "/" + session + "/" + name(next);
        return client.call(server, "PUT", path, "{}");
    }

    private String start() {
        long pile =
                switch (MarkedUnit.target()) {
                    case MarkingTarget.Pile some -> some.taskDefinitionId();
                    case MarkingTarget.OneTask one -> one.taskId();
                };
        return """
        {"id": "%s", "unit_role_id": %d, "task_definition_id": %d}\
        """
                .formatted(session, MarkedUnit.unitRoleId(tutor), pile);
    }

    private static String name(Step step) {
        return switch (step) {
            case START -> "start";
            case PAUSE -> "pause";
            case RESUME -> "resume";
            case COMPLETE -> "complete";
        };
    }

    private Step after(Step step) {
        return switch (step) {
            case COMPLETE -> Step.START;
            case PAUSE -> Step.RESUME;
            case START, RESUME ->
                    random.nextInt(STEPS_BEFORE_COMPLETION) == 0 ? Step.COMPLETE : Step.PAUSE;
        };
    }

    @Override
    public void assertNewKept(ServerFile file) {
        assertKept(file, session);
    }

    @Override
    public void assertAllKept(ServerFile file) {
        acknowledged.keySet().forEach(each -> assertKept(file, each));
    }

    /// A step that was acknowledged is there once; one that was not answered may be there or not.
    private void assertKept(ServerFile file, String which) {
        Map<String, Integer> wanted = acknowledged.getOrDefault(which, Map.of());
        Map<String, Integer> stored = file.kinds(which);
        for (Step step : Step.values()) {
            int least = wanted.getOrDefault(step.kind, 0);
            int perhaps = unanswered && which.equals(session) && step == next ? 1 : 0;
            assertThat(stored.getOrDefault(step.kind, 0))
                    .as("%s of session %s", step.kind, which)
                    .isBetween(least, least + perhaps);
        }
    }

    @Override
    public int acknowledged() {
        return acknowledged.values().stream()
                .flatMap(steps -> steps.values().stream())
                .mapToInt(Integer::intValue)
                .sum();
    }

    @Override
    public void close() {
        client.close();
    }
}
