package org.tutortimes.server.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

@OnBothDatabases
class ImportFaultsTest {

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
    void everyFaultIsToldAtOnceWithItsLineAndField() throws IOException {
        ImportResult result = data.run(ImportedData.resource("faulty.json"));
        assertThat(String.join("\n", ImportedData.faults(result)) + "\n")
                .isEqualTo(Files.readString(ImportedData.resource("faulty.txt")));
    }

    @Test
    void nothingIsStoredWhereThereIsAFault() throws IOException {
        data.run(ImportedData.resource("faulty.json"));
        assertThat(data.everything().values()).allMatch(List::isEmpty);
        data.run(ImportedData.resource("unit.json"));
        var before = data.everything();
        ImportedData.faults(
                data.json(
                        """
                        {"users": [{"id": 1, "name": "Tia Renamed"},
                                   {"id": 60, "username": "new", "name": "New"}],
                         "tasks": [{"id": 9000, "status": "finished"}]}
                        """));
        assertThat(data.everything()).isEqualTo(before);
    }

    @Test
    void theRowsOfAFolderAreNamedByFileAndLine() throws IOException {
        Path csv = Files.createDirectory(folder.resolve("csv"));
        Files.writeString(
                csv.resolve("users.csv"),
                """
                id,username,name,favourite_colour
                1,tia,"Tia
                Tutor",blue

                2,tia,Other Tia,red
                x,max,Max,green
                4,mia
                """);
        Files.writeString(
                csv.resolve("projects.csv"), "id,unit_id,user_id\r\n7,10,1\r\n\r\n,10,1\r\n");
        Files.writeString(csv.resolve("tasks.csv"), "project_id,status\n1,redo\n");
        Files.writeString(csv.resolve("units.csv"), "");
        assertThat(ImportedData.faults(data.run(csv)))
                .containsExactly(
                        "projects.csv:4: projects.id must be given",
                        "tasks.csv:1: tasks.id must be among the columns; the first row names"
                                + " project_id, status",
                        "units.csv:1: the first row must name the columns",
                        "users.csv:5: users.username is tia, which is the name of user 1",
                        "users.csv:6: users.id must be a whole number from 1 on",
                        "users.csv:7: the row has 2 cells and the first row names 4 columns",
                        "users.csv:7: users.name must be given");
    }

    @Test
    void textThatIsNotJsonIsOneFaultAtItsLineAndNothingElseIsGuessed() throws IOException {
        assertThat(
                        ImportedData.faults(
                                data.json(
                                        """
                                        {"tasks": [{"id": 1, "project_id": 1,
                                                    "task_definition_id": 1},
                                                   {"id": 2, }]}
                                        """)))
                .containsExactly(
                        "import.json:3: this is not JSON, at or before column 22: look for a"
                                + " comma, quote or bracket that is missing or too much");
        assertThat(ImportedData.faults(data.json("")))
                .containsExactly("import.json:1: an import is one JSON object that holds lists");
        assertThat(ImportedData.faults(data.json("[1]")))
                .containsExactly("import.json:1: an import is one JSON object that holds lists");
        assertThat(ImportedData.faults(data.json("{}\n{}")))
                .containsExactly("import.json:2: nothing may follow the one JSON object");
    }

    @Test
    void aListThatIsNoneIsToldAndWhatRefersToItIsNotJudged() throws IOException {
        assertThat(
                        ImportedData.faults(
                                data.json(
                                        """
                                        {"users": {"id": 1},
                                         "units": ["SIT221"],
                                         "unit_roles": [{"id": 1, "unit_id": 1, "user_id": 1}]}
                                        """)))
                .containsExactly(
                        "import.json:1: users must be a list of objects",
                        "import.json:2: units must hold objects only",
                        "import.json:3: unit_roles.role must be given");
    }

    @Test
    void aFileThatIsNotUtf8IsToldAtItsLine() throws IOException {
        Path csv = Files.createDirectory(folder.resolve("csv"));
        Files.write(
                csv.resolve("users.csv"),
                "id,username,name\n1,zoe,Zoë\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(ImportedData.faults(data.run(csv)))
                .containsExactly("users.csv:2: this is not UTF-8");
    }

    @Test
    void anUnclosedQuoteIsToldAndNothingElseIsGuessed() throws IOException {
        Path csv = Files.createDirectory(folder.resolve("csv"));
        Files.writeString(csv.resolve("users.csv"), "id,username,name\n1,tia,\"Tia\n");
        Files.writeString(csv.resolve("units.csv"), "id,code,name,zone\n1,A,A,UTC\n");
        Files.writeString(csv.resolve("projects.csv"), "id,unit_id,user_id\n1,1,1\n");
        assertThat(ImportedData.faults(data.run(csv)))
                .singleElement()
                .asString()
                .startsWith("users.csv:1: this or the next row is not CSV: ");
    }

    @Test
    void aFolderWithoutListsIsAFault() throws IOException {
        Path csv = Files.createDirectory(folder.resolve("csv"));
        Files.writeString(csv.resolve("notes.csv"), "a,b\n");
        assertThat(ImportedData.faults(data.run(csv)))
                .containsExactly("csv: the folder holds no list such as users.csv");
    }

    @Test
    void whatRecordedTimeHangsOnCannotChange() throws IOException {
        data.run(ImportedData.resource("unit.json"));
        assertThat(
                        ImportedData.faults(
                                data.json(
                                        """
                                        {"unit_roles": [{"id": 100, "user_id": 2, "unit_id": 11}],
                                         "tasks": [{"id": 9000, "project_id": 1001}]}
                                        """)))
                .containsExactly(
                        "import.json:1: unit_roles.unit_id is 10 and stays so:"
                                + " recorded time hangs on it",
                        "import.json:1: unit_roles.user_id is 1 and stays so:"
                                + " recorded time hangs on it",
                        "import.json:2: tasks.project_id is 1000 and stays so:"
                                + " recorded time hangs on it");
    }

    @Test
    void aNameThatAStoredUserHasIsAFault() throws IOException {
        data.run(ImportedData.resource("unit.json"));
        assertThat(
                        ImportedData.faults(
                                data.json(
                                        """
                                        {"users": [{"id": 60, "username": "tia", "name": "T"}]}
                                        """)))
                .containsExactly(
                        "import.json:1: users.username is tia, which is the name of user 1");
    }

    @Test
    void aRowWithAFaultHasAllItsReferencesChecked() throws IOException {
        data.run(ImportedData.resource("unit.json"));
        assertThat(
                        ImportedData.faults(
                                data.json(
                                        """
                                        {"unit_roles": [{"id":100,"unit_id":99,"user_id":98,"role":"boss"}],
                                         "classes": [{"id": "x", "unit_id": 97, "teacher_id": 96,
                                                      "student_ids": [95, 50]}]}
                                        """)))
                .contains(
                        "import.json:1: unit_roles.role must be one of tutor, convenor",
                        "import.json:1: unit_roles.unit_id is 99, which is no id in units",
                        "import.json:1: unit_roles.user_id is 98, which is no id in users",
                        "import.json:2: classes.id must be a UUID",
                        "import.json:2: classes.name must be given",
                        "import.json:2: classes.teacher_id is 96, which is no id in users",
                        "import.json:2: classes.unit_id is 97, which is no id in units",
                        "import.json:3: classes.student_ids is 95, which is no id in users");
    }

    @Test
    void anImportedPasswordIsHeldToTheRuleOfAllPasswords() throws IOException {
        data.run(ImportedData.resource("unit.json"));
        assertThat(
                        ImportedData.faults(
                                data.json(
                                        """
                                        {"users": [{"id": 1, "password": "has one"},
                                                   {"id": 2, "password": "ninechars"},
                                                   {"id": 50, "password": "           "},
                                                   {"id": 60, "username": "tentenTENTEN", "name": "T",
                                                    "password": "TENTENtenten"}]}
                                        """)))
                .containsExactly(
                        "import.json:2: users.password must have 10 to 1000 characters",
                        "import.json:3: users.password must not be blank",
                        "import.json:5: users.password must not be the user name");
    }

    @Test
    void aColumnThatNewRowsNeedIsOneFaultOfTheFile() throws IOException {
        data.run(ImportedData.resource("unit.json"));
        Path csv = folder.resolve("users.csv");
        Files.writeString(csv, "id,name\n1,Tia T.\n60,New\n61,Newer\n");
        assertThat(ImportedData.faults(data.run(csv)))
                .containsExactly(
                        "users.csv:1: users.username must be among the columns: line 3 is a new"
                                + " row");
        Files.writeString(csv, "id,name\n1,Tia T.\n");
        assertThat(ImportedData.good(data.run(csv))).containsExactly("users 0 1 0");
    }

    @Test
    void filesAndColumnsAreKnownInAnyLetterCase() throws IOException {
        Path csv = Files.createDirectory(folder.resolve("csv"));
        Files.writeString(csv.resolve("Users.CSV"), "ID, Username,NAME\n60,new,New\n");
        assertThat(ImportedData.good(data.run(csv))).containsExactly("users 1 0 0");
        assertThat(ImportedData.good(data.run(csv.resolve("Users.CSV"))))
                .containsExactly("users 0 0 1");
    }

    @Test
    void theStudentsOfAClassArePartedBySpacesSemicolonsOrQuotedCommas() throws IOException {
        data.run(ImportedData.resource("unit.json"));
        Path csv = folder.resolve("classes.csv");
        for (String students : List.of("50 51", "50;51", "\"50,51\"", "\"50, 51\"")) {
            Files.writeString(
                    csv,
                    """
                    id,student_ids
                    019aa3c2-0000-7000-8000-000000000001,
                    """
                            .replace(",\n", "," + students + "\n"));
            assertThat(ImportedData.good(data.run(csv))).containsExactly("classes 0 0 1");
        }
    }
}
