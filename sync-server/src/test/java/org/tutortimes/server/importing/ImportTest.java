package org.tutortimes.server.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.tutortimes.server.OnBothDatabases;
import org.tutortimes.server.TestDatabase;
import org.tutortimes.server.account.Passwords;

@OnBothDatabases
class ImportTest {

    private static final String REVISION = "SELECT reference_revision FROM server_identity";

    @Parameter private TestDatabase kind;
    @TempDir private Path folder;
    private ImportedData data;

    @BeforeEach
    void openDatabase() throws IOException {
        data = new ImportedData(kind, folder);
        ImportedData.good(data.run(ImportedData.resource("unit.json")));
    }

    @AfterEach
    void closeDatabase() {
        data.close();
    }

    @Test
    void theSameAgainChangesNothing() throws IOException {
        var before = data.everything();
        Object revision = data.value(REVISION);
        assertThat(ImportedData.good(data.run(ImportedData.resource("unit.json"))))
                .containsExactly(
                        "users 0 0 4",
                        "units 0 0 2",
                        "unit_roles 0 0 2",
                        "projects 0 0 2",
                        "task_definitions 0 0 2",
                        "tasks 0 0 2",
                        "tutorials 0 0 1",
                        "classes 0 0 1");
        assertThat(data.everything()).isEqualTo(before);
        assertThat(data.value(REVISION)).isEqualTo(revision);
    }

    @Test
    void aFolderOfCsvGivesTheSameRowsAsJson(@TempDir Path other) throws IOException {
        try (ImportedData csv = new ImportedData(kind, other)) {
            ImportedData.good(csv.run(ImportedData.resource("unit")));
            assertThat(csv.everything()).isEqualTo(data.everything());
        }
        assertThat(ImportedData.good(data.run(ImportedData.resource("unit"))))
                .allMatch(line -> line.matches("\\w+ 0 0 \\d"));
    }

    @Test
    void csvAsSpreadsheetsSaveItIsRead() throws IOException {
        Path csv = folder.resolve("users.csv");
        Files.writeString(csv, "\uFEFFid,username,name\r\n60,new,New\r\n");
        assertThat(ImportedData.good(data.run(csv))).containsExactly("users 1 0 0");
    }

    @Test
    void onlyWhatDiffersIsWrittenAndTold() throws IOException {
        assertThat(data.value(REVISION)).isEqualTo(1);
        assertThat(
                        ImportedData.good(
                                data.json(
                                        """
                                        {"tasks": [
                                          {"id": 9000, "status": "complete"},
                                          {"id": 9001, "status": "not_started"},
                                          {"id": 9002, "project_id": 1000,
                                           "task_definition_id": 500}]}
                                        """)))
                .containsExactly("tasks 1 1 1");
        assertThat(data.value(REVISION)).isEqualTo(2);
        assertThat(data.rows("SELECT id, status, changed_in FROM tasks ORDER BY id"))
                .extracting(row -> row.values().toString())
                .containsExactly(
                        "[9000, complete, 2]", "[9001, not_started, 1]", "[9002, not_started, 2]");
    }

    @Test
    void whatIsAbsentStaysAndInactiveIsSaidOutright() throws IOException {
        assertThat(
                        ImportedData.good(
                                data.json(
                                        """
                                        {"users": [{"id": 2, "active": false}],
                                         "unit_roles": [{"id": 101, "active": false}],
                                         "projects": [{"id": 1001, "active": true}],
                                         "classes": [{"id": "019aa3c2-0000-7000-8000-000000000001",
                                                      "active": false}]}
                                        """)))
                .containsExactly(
                        "users 0 1 0", "unit_roles 0 1 0", "projects 0 1 0", "classes 0 1 0");
        assertThat(data.rows("SELECT name, active FROM users WHERE id = 2").getFirst().values())
                .hasToString("[Maya Convenor, 0]");
        assertThat(data.rows("SELECT role, active FROM unit_roles").toString())
                .isEqualTo("[{role=tutor, active=1}, {role=convenor, active=0}]");
        assertThat(data.value("SELECT SUM(active) FROM projects")).isEqualTo(2);
        assertThat(data.value("SELECT status FROM classes")).isEqualTo("ARCHIVED");
        assertThat(data.value("SELECT COUNT(*) FROM units")).isEqualTo(2);
    }

    @Test
    void nullClearsWhatMayBeEmpty() throws IOException {
        ImportedData.good(
                data.json(
                        """
                        {"units": [{"id": 10, "budget_hours": null,
                                    "single_action_floor_minutes": null}]}
                        """));
        assertThat(
                        data.rows(
                                        """
                                        SELECT budget_hours, single_action_floor_minutes AS least
                                        FROM units WHERE id = 10
                                        """)
                                .toString())
                .isEqualTo("[{budget_hours=null, least=0}]");
    }

    @Test
    void aPasswordIsForWhoHasNone() throws IOException {
        Passwords passwords = new Passwords();
        Object first = data.value("SELECT password_hash FROM users WHERE id = 1");
        assertThat(passwords.isRight("first password", first.toString())).isTrue();
        assertThat(
                        ImportedData.good(
                                data.json(
                                        """
                                        {"users": [{"id": 1, "password": "another one"},
                                                   {"id": 2, "password": " with spaces "}]}
                                        """)))
                .containsExactly("users 0 1 1");
        assertThat(data.value("SELECT password_hash FROM users WHERE id = 1")).isEqualTo(first);
        Object second = data.value("SELECT password_hash FROM users WHERE id = 2");
        assertThat(passwords.isRight(" with spaces ", second.toString())).isTrue();
    }

    @Test
    void usersMaySwapTheirNames() throws IOException {
        ImportedData.good(
                data.json(
                        """
                        {"users": [{"id": 50, "username": "zoe"}, {"id": 51, "username": "sam"}]}
                        """));
        assertThat(data.rows("SELECT username FROM users WHERE id > 2 ORDER BY id").toString())
                .isEqualTo("[{username=zoe}, {username=sam}]");
    }

    @Test
    void aStudentsNewNameReachesTheTimers() throws IOException {
        ImportedData.good(
                data.json(
                        """
                        {"users": [{"id": 50, "name": "Samantha Student"}]}
                        """));
        assertThat(data.rows("SELECT id, changed_in FROM projects ORDER BY id").toString())
                .isEqualTo("[{id=1000, changed_in=2}, {id=1001, changed_in=1}]");
        assertThat(data.value(REVISION)).isEqualTo(2);
    }

    @Test
    void whatNoImportKnowsIsLeftOutAndTold() throws IOException {
        ImportResult result =
                data.json(
                        """
                        {"user": [{"id": 3}], "users": [{"id": 1, "nickname": {"a": [1]}}]}
                        """);
        assertThat(((ImportResult.Imported) result).ignored())
                .isEqualTo(List.of("user", "users.nickname"));
    }
}
