package org.tutortimes.server.audittrail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.tutortimes.server.OnBothDatabases;
import org.tutortimes.server.TestDatabase;
import org.tutortimes.server.pages.Browser;
import org.tutortimes.server.pages.SampleServer;

/// The page of the audit log, over real HTTP.
// The fields are set before each run of the class, which the checker does not know.
@SuppressWarnings("NullAway.Init")
@OnBothDatabases
class AuditPageTest {

    private static final Instant FIRST = Instant.parse("2026-03-02T13:30:00Z");
    private static final int MANY = 120;

    @TempDir static Path folder;
    @Parameter TestDatabase kind;
    private static SampleServer server;
    private static Browser ada;

    @BeforeParameterizedClassInvocation
    static void start(TestDatabase kind) {
        server = new SampleServer(kind, folder);
        server.change(
                """
                INSERT INTO users (id, username, name, password_hash, system_role)
                SELECT 9, 'ada', 'Ada Admin', password_hash, 'admin' FROM users WHERE id = 1
                """);
        entries();
        ada = Browser.signedIn(server.address(), "ada");
    }

    private static void entries() {
        entry(
                "a1",
                0,
                "'user_changed', 'user', '2', NULL",
                "{\"name\":\"Tia T\",\"active\":true}",
                "{\"name\":\"Tia Tutor\",\"active\":true}");
        entry(
                "a2",
                1,
                "'session_corrected', 'tutor_time', 's-1', 10",
                "{\"segments\":[{\"start\":\"2026-03-02T01:00:00Z\",\"end\":null}]}",
                "{\"segments\":[]}");
        entry(
                "a3",
                2,
                "'unit_role_added', 'unit_role', '101', 10",
                null,
                "{\"id\":101,\"role\":\"tutor\",\"odd_field\":\"<b>\"}");
        entry("a4", 3, "'one_time_password_given', 'user', '3', NULL", null, null);
        for (int index = 0; index < MANY; index++) {
            // Many at one instant, so that only the id tells them apart.
            entry(
                    "b%03d".formatted(index),
                    -1 - index / 50,
                    "'exported', 'unit', '11', 11",
                    null,
                    null);
        }
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        server.close();
    }

    @Test
    void whatWasBeforeAndAfterIsReadable() {
        String page = ada.get("/audit?from=2026-03-01&to=2026-03-03").text();

        assertThat(page)
                .contains(
                        "Cora Convenor", "changed a person", "<a href=\"/people/2\">Tia Tutor</a>")
                .containsSubsequence("One field changed", "Name", "Tia T", "Tia Tutor")
                .doesNotContain("&quot;", "{")
                .contains("from Mon 2 Mar, 01:00, to –")
                .contains("odd field", "&lt;b&gt;")
                .contains("gave a one-time password")
                .contains("href=\"/units/10/sessions/s-1\"");
    }

    @Test
    void timesAndDaysAreThoseOfTheReader() {
        Browser melbourne = Browser.signedIn(server.address(), "ada");
        melbourne.keepCookie("tutor-times-zone", "Australia%2FMelbourne");

        String page = melbourne.get("/audit?from=2026-03-03&to=2026-03-03").text();

        assertThat(page).contains("Tue 3 Mar, 00:30", "changed a person");
        assertThat(ada.get("/audit?from=2026-03-03&to=2026-03-03").text())
                .contains("Nothing of this kind is on record");
    }

    @Test
    void filtersNarrowTheLogAndStayInTheAddress() {
        assertThat(ada.get("/audit?q=cora&action=user_changed").text())
                .contains("changed a person:")
                .doesNotContain("corrected a session:");
        assertThat(ada.get("/audit?q=tia").text())
                .as("what was done to an account")
                .contains("changed a person:")
                .doesNotContain("gave a role:");
        assertThat(ada.get("/audit?subject_type=unit_role").text()).contains("gave a role:");
        assertThat(ada.get("/audit?unit_id=10").text())
                .contains("corrected a session:")
                .doesNotContain("changed a person:");
        assertThat(ada.get("/audit?user_id=77").text()).contains("Only what one person did.");
        assertThat(ada.get("/audit?action=nonsense").status()).isEqualTo(400);
        assertThat(ada.get("/audit?from=yesterday").status()).isEqualTo(400);
    }

    @Test
    void pagesHoldEveryEntryOnceNewestFirst() {
        List<String> seen = new ArrayList<>();
        String path = "/audit?unit_id=11&action=exported";
        int pages = 0;
        while (!path.isEmpty()) {
            String page = ada.get(path).text();
            pages++;
            page.lines()
                    .filter(line -> line.contains("class=\"entry\""))
                    .forEach(line -> seen.add(line.replaceAll(".*<q>(\\w+)</q>.*", "$1")));
            path =
                    page.contains("rel=\"next\"")
                            ? page.replaceAll("(?s).*<a href=\"([^\"]*)\" rel=\"next\".*", "$1")
                                    .replace("&amp;", "&")
                            : "";
        }
        assertThat(pages).isEqualTo(3);
        assertThat(seen).hasSize(MANY).doesNotHaveDuplicates();
        assertThat(seen.subList(0, 2)).containsExactly("b049", "b048");
        assertThat(seen.getLast()).isEqualTo("b100");
    }

    @Test
    void germanSaysTheSame() {
        Browser german = Browser.signedIn(server.address(), "ada");
        german.keepCookie("tutor-times-language", "de");

        assertThat(german.get("/audit?q=tia").text())
                .contains("hat eine Person geändert", "Ein Feld geändert", "Vorher");
    }

    /// @param what the action, and the subject with its unit, as SQL
    private static void entry(
            String id, int minutes, String what, @Nullable String before, @Nullable String after) {
        server.wiring()
                .database()
                .write(handle ->
                        handle.execute(
                                """
                                INSERT INTO audit_log (id, at, user_id, actor, address, action,
                                    subject_type, subject_id, unit_id, state_before, state_after,
                                    note)
                                VALUES (?, ?, 1, 'cora', '192.0.2.7', %s, ?, ?, ?)
                                """
                                        .formatted(what),
                                id,
                                FIRST.plus(minutes, ChronoUnit.MINUTES).toEpochMilli(),
                                before,
                                after,
                                id));
    }
}
