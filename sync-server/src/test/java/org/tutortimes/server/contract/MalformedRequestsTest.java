package org.tutortimes.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.tutortimes.server.OnBothDatabases;
import org.tutortimes.server.SampleClass;
import org.tutortimes.server.SampleData;
import org.tutortimes.server.TestDatabase;
import org.tutortimes.server.TestServer;
import org.tutortimes.server.TestServer.Answer;
import org.tutortimes.server.VirtualClock;

/// Random requests to every operation of the contract, right and wrong. Whatever comes in, the
/// server answers as the contract says, soon, and stores nothing of what it refuses.
@OnBothDatabases
class MalformedRequestsTest {

    private static final int REQUESTS = Integer.getInteger("tutor.times.random.requests", 50);

    @TempDir Path folder;
    @Parameter private TestDatabase kind;
    private TestServer server;
    private Map<String, List<String>> stored = Map.of();

    @BeforeEach
    void start() {
        server = TestServer.on(kind, folder, new VirtualClock("2026-08-03T09:00:00Z"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void everyRouteStandsThem() {
        List<String> ids = new ArrayList<>(List.of("token-of-tia", "docs.js"));
        ids.addAll(SampleClass.IDS);
        ids.add(entered("tia", SampleData.TIAS_ROLE));
        ids.add(entered("tom", SampleData.TOMS_ROLE));
        server.delete("tom", "/api/tutor-times/" + ids.getLast());
        for (Operation operation : Contract.OF_THE_SERVER.operations()) {
            for (int seed = 1; seed <= REQUESTS; seed++) {
                if (seed % 10 == 1) {
                    server.database().write(MalformedRequestsTest::everybodyMayDoWhatTheyMight);
                    stored = StoredContent.of(server.database());
                }
                send(operation, seed, ids);
            }
        }
    }

    private void send(Operation operation, int seed, List<String> ids) {
        HttpRequest.Builder request =
                new RandomRequest(Contract.OF_THE_SERVER, new Random(seed), ids)
                        .of(operation, server.address());
        try {
            Answer answer = server.send(request);
            assertThat(answer.status()).isLessThan(500);
            Map<String, List<String>> after = StoredContent.of(server.database());
            if (answer.status() >= 400) {
                assertThat(after).isEqualTo(stored);
            }
            stored = after;
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("%s with seed %d".formatted(operation.address(), seed), e);
        }
    }

    /// Requests that were right have signed people out, or ended what they may do, or a class
    /// session.
    private static Handle everybodyMayDoWhatTheyMight(Handle handle) {
        handle.execute("DELETE FROM auth_tokens");
        handle.execute("UPDATE users SET active = 1");
        handle.execute("UPDATE users SET system_role = 'admin' WHERE id = 4");
        handle.execute("UPDATE unit_roles SET active = 1 WHERE id <> 120");
        SampleData.addTokens(handle);
        SampleClass.write(handle);
        return handle;
    }

    private String entered(String username, long unitRoleId) {
        return server.post(
                        username,
                        "/api/tutor-times",
                        """
                        {"unit_role_id": %d, "task_id": 9000, "note": "On paper", "segments":
                          [{"start": "2026-08-03T07:00:00Z", "end": "2026-08-03T07:30:00Z"}]}
                        """
                                .formatted(unitRoleId))
                .body()
                .get("id")
                .asText();
    }
}
