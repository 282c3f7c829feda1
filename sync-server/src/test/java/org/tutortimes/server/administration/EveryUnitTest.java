package org.tutortimes.server.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.tutortimes.server.OnBothDatabases;
import org.tutortimes.server.TestDatabase;
import org.tutortimes.server.pages.Browser;
import org.tutortimes.server.pages.SampleServer;

/// The list of all units, for administrators.
@OnBothDatabases
class EveryUnitTest {

    @Parameter TestDatabase kind;
    @TempDir Path folder;
    private SampleServer server;
    private Browser admin;

    @BeforeEach
    void start() {
        server = new SampleServer(kind, folder);
        server.change("UPDATE users SET system_role = 'admin' WHERE username = 'stella'");
        admin = Browser.signedIn(server.address(), "stella");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void unitThatHasEndedIsFoundAndLeadsToItsSettings() {
        server.change("UPDATE units SET active = 0, start_date = '2025-03-03' WHERE id = 11");
        assertThat(admin.get("/account").text()).contains("href=\"/units\"");
        assertThat(main(admin.get("/units")))
                .contains("SIT221", "SIT232", "3 Mar 2025", "/units/11/settings", ">ended<");
        assertThat(main(admin.get("/units?ended=true")))
                .contains("SIT232")
                .doesNotContain("SIT221");
        assertThat(main(admin.get("/units?q=sit22"))).contains("SIT221").doesNotContain("SIT232");
        assertThat(main(admin.get("/units?q=X%25"))).contains("No such unit");
    }

    @Test
    void longListComesInPages() {
        for (int id = 100; id < 150; id++) {
            server.change(
                    "INSERT INTO units (id, code, name, zone, changed_in) VALUES (?, 'A', 'B',"
                            + " 'UTC', 0)",
                    id);
        }
        String first = main(admin.get("/units"));
        assertThat(first).contains("/units/149/settings").doesNotContain("SIT221");
        assertThat(first).contains("/units?q=&amp;after=149");
        assertThat(main(admin.get("/units?q=&after=149")))
                .contains("SIT221", "SIT232", "To the beginning")
                .doesNotContain("/units/149/settings");
        assertThat(admin.get("/units?after=7").status()).isEqualTo(404);
    }

    @Test
    void forAllOthersThereIsNoSuchPage() {
        Browser cora = Browser.signedIn(server.address(), "cora");
        assertThat(cora.get("/units").status()).isEqualTo(404);
        assertThat(cora.get("/units/10").text()).doesNotContain("href=\"/units\"");
    }

    private static String main(Browser.Page page) {
        assertThat(page.status()).isEqualTo(200);
        return page.text().split("<main", 2)[1];
    }
}
