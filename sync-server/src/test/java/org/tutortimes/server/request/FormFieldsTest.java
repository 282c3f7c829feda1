package org.tutortimes.server.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.tutortimes.server.OnBothDatabases;
import org.tutortimes.server.TestDatabase;
import org.tutortimes.server.pages.Browser;
import org.tutortimes.server.pages.SampleServer;

/// Forms that no page sends, over real HTTP.
// The fields are set before each run of the class, which the checker does not know.
@SuppressWarnings("NullAway.Init")
@OnBothDatabases
class FormFieldsTest {

    @TempDir static Path folder;
    @Parameter TestDatabase kind;
    private static SampleServer server;
    private static Browser stella;

    @BeforeParameterizedClassInvocation
    static void start(TestDatabase kind) {
        server = new SampleServer(kind, folder);
        server.change("UPDATE users SET system_role = 'admin' WHERE id = 4");
        stella = Browser.signedIn(server.address(), "stella");
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        server.close();
    }

    @Test
    void formThatCannotBeReadOrStoredIsRefusedWithAPage() {
        String broken = "--line\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nAnn";
        List<Browser.Page> answers = new ArrayList<>();
        for (String path :
                List.of(
                        "/people",
                        "/people/2",
                        "/units/10/settings",
                        "/units/10/people",
                        "/units/10/people/list",
                        "/system/tokens",
                        "/sign-in",
                        "/language")) {
            answers.add(stella.postBody(path, "multipart/form-data", broken));
            answers.add(stella.postBody(path, "multipart/form-data; boundary=line", broken));
            answers.add(stella.postBody(path, "multipart/form-data; boundary=other", broken));
            answers.add(stella.postBody(path, "multipart/form-data; boundary=line", ""));
            answers.add(
                    stella.postBody(
                            path, "application/x-www-form-urlencoded; charset=none", "a=1"));
            answers.add(stella.postBody(path, "application/x-www-form-urlencoded", "name=%zz&%=1"));
            answers.add(stella.postBody(path, "application/x-www-form-urlencoded", "name=A%00nn"));
        }
        assertThat(answers)
                .allSatisfy(answer -> {
                    assertThat(answer.status()).as(answer.text()).isIn(400, 403);
                    assertThat(answer.text()).contains("<html");
                });
        Map<String, String> nul =
                Map.of("csrf_token", stella.get("/account").csrfToken(), "name", "N\0ul");
        for (String path :
                List.of("/people", "/people/2", "/units/10/settings", "/system/tokens")) {
            assertThat(stella.post(path, nul).status()).as(path).isEqualTo(400);
        }
    }
}
