package org.tutortimes.server.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.tutortimes.server.OnBothDatabases;
import org.tutortimes.server.TestDatabase;

/// What there may be only once, and how imports and earlier rows may share it.
@OnBothDatabases
class OnlyOnceTest {

    @Parameter private TestDatabase kind;
    @TempDir private Path folder;
    private ImportedData data;

    @BeforeEach
    void openDatabase() {
        data = new ImportedData(kind, folder);
    }

    @AfterEach
    void closeDatabase() {
        data.close();
    }

    @Test
    void aRoleAndAProjectAreHeldOnceInAUnit() throws IOException {
        String again =
                """
                {"unit_roles": [{"id": 102, "unit_id": 10, "user_id": 1, "role": "tutor"},
                  {"id": 103, "unit_id": 11, "user_id": 1, "role": "tutor"},
                  {"id": 104, "unit_id": 11, "user_id": 1, "role": "tutor"},
                  {"id": 105, "unit_id": 11, "user_id": 1, "role": "convenor"}],
                 "projects": [{"id": 1002, "unit_id": 10, "user_id": 51},
                  {"id": 1003, "unit_id": 11, "user_id": 51},
                  {"id": 1004, "unit_id": 11, "user_id": 51}]}
                """;
        data.run(ImportedData.resource("unit.json"));
        assertThat(ImportedData.faults(data.json(again)))
                .containsExactly(
                        "import.json:1: unit_roles.role is tutor, which is unit role 100 of user 1"
                                + " in unit 10 already",
                        "import.json:3: unit_roles.role is tutor, which is unit role 103 of user 1"
                                + " in unit 11 already",
                        "import.json:5: projects.user_id is 51, who has project 1001 in unit 10"
                                + " already",
                        "import.json:7: projects.user_id is 51, who has project 1003 in unit 11"
                                + " already");
        assertThat(
                        ImportedData.faults(
                                data.json(
                                        """
                                        {"unit_roles": [
                                          {"id": 103, "unit_id": 10, "user_id": 1, "role": "convenor"},
                                          {"id": 100, "role": "convenor"}]}
                                        """)))
                .containsExactly(
                        "import.json:3: unit_roles.role is convenor, which is unit role 103 of user"
                                + " 1 in unit 10 already");
    }

    @Test
    void rolesAndProjectsMayChangePlacesInOneImport() throws IOException {
        data.run(ImportedData.resource("unit.json"));
        ImportedData.good(
                data.json(
                        """
                        {"unit_roles": [{"id": 102, "unit_id": 10, "user_id": 1, "role": "convenor"}]}
                        """));
        assertThat(
                        ImportedData.good(
                                data.json(
                                        """
                                        {"unit_roles": [{"id": 100, "role": "convenor"},
                                                        {"id": 102, "role": "tutor"}],
                                         "projects": [{"id": 1000, "user_id": 51},
                                                      {"id": 1001, "user_id": 50}]}
                                        """)))
                .containsExactly("unit_roles 0 2 0", "projects 0 2 0");
    }

    @Test
    void whatIsStoredTwiceFromEarlierTimesKeepsNoImportAway() throws IOException {
        data.run(ImportedData.resource("unit.json"));
        data.database()
                .write(handle ->
                        handle.execute(
                                        """
                                        INSERT INTO unit_roles (id, unit_id, user_id, role, changed_in)
                                        VALUES (900, 10, 1, 'tutor', 1)
                                        """)
                                + handle.execute(
                                        "INSERT INTO users (id, username, name) VALUES (900, 'TIA',"
                                                + " 'T')"));
        assertThat(
                        ImportedData.good(
                                data.json(
                                        """
                                        {"users": [{"id": 900, "name": "Tia's Twin"}, {"id": 1, "username": "tia"}],
                                         "unit_roles": [{"id": 900, "active": false},
                                                        {"id": 100, "role": "tutor"}]}
                                        """)))
                .containsExactly("users 0 1 1", "unit_roles 0 1 1");
    }

    @Test
    void userNamesDifferInMoreThanTheCaseOfTheirLetters() throws IOException {
        data.run(ImportedData.resource("unit.json"));
        assertThat(
                        ImportedData.faults(
                                data.json(
                                        """
                                        {"users": [{"id": 60, "username": "Tia", "name": "T"},
                                                   {"id": 61, "username": "jos\u00e9", "name": "J"},
                                                   {"id": 62, "username": "JOS\u00c9", "name": "J"}]}
                                        """)))
                .containsExactly(
                        "import.json:1: users.username is Tia, which is but for the case of its"
                                + " letters the name of user 1",
                        "import.json:3: users.username is JOS\u00c9, which is but for the case of"
                                + " its letters the name of user 61");
        ImportedData.good(
                data.json(
                        "{\"users\": [{\"id\": 61, \"username\": \"JOS\u00c9\", \"name\":"
                                + " \"J\"}]}"));
        assertThat(
                        ImportedData.faults(
                                data.json(
                                        """
                                        {"users": [{"id": 62, "username": "jos\u00e9", "name": "J"},
                                                   {"id": 51, "username": "TIA"}]}
                                        """)))
                .hasSize(2);
        assertThat(
                        ImportedData.good(
                                data.json("{\"users\": [{\"id\": 1, \"username\": \"TIA\"}]}")))
                .containsExactly("users 0 1 0");
    }
}
