package org.tutortimes.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tutortimes.server.TestServer;
import org.tutortimes.server.TestServer.Answer;

class ContractRoutesTest {

    @TempDir Path folder;
    private TestServer server;

    @BeforeEach
    void start() {
        server = TestServer.in(folder, Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void contractIsServedAsItIsWritten() {
        Answer answer = get("/api/openapi.json");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(ContractFile.read());
        assertThat(answer.body().get("openapi").asText()).startsWith("3.1");
        assertThat(answer.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("max-age"));
    }

    @Test
    void pageAndItsFilesAreServed() {
        assertThat(get("/api/docs").status()).isEqualTo(200);
        for (String name :
                new String[] {"docs.js", "docs.css", "swagger-ui.js", "swagger-ui.css"}) {
            assertThat(get("/api/docs/" + name).status()).as(name).isEqualTo(200);
        }
    }

    @Test
    void otherFilesOfTheProgramAreNotServed() {
        for (String name : new String[] {"logback.xml", "..%2Fopenapi.yaml", "openapi.yaml", "x"}) {
            assertThat(get("/api/docs/" + name).status()).as(name).isIn(400, 404);
        }
    }

    private Answer get(String path) {
        return server.send(server.request("GET", path, null));
    }
}
