package org.tutortimes.server.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tutortimes.server.OnBothDatabases;
import org.tutortimes.server.SampleClass;
import org.tutortimes.server.SampleData;
import org.tutortimes.server.TestDatabase;
import org.tutortimes.server.database.Database;

/// The check of live classes.
@OnBothDatabases
class ClassCheckTest {

    @Parameter private TestDatabase kind;
    @TempDir Path folder;
    private Database database;

    @BeforeEach
    void open() {
        database = Database.open(kind.migrated(folder));
        SampleData.load(database);
        database.write(handle -> {
            SampleClass.write(handle);
            return handle;
        });
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void soundClassesPass() {
        assertThat(new Check(database).failures()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "UPDATE attempts SET highlights = 7"
                        + "| Attempt 019aa3c2-0000-7000-8000-0000000000a1 counts 7 highlights, and"
                        + " 1 stand in it.",
                "UPDATE attempts SET highlighted_text = '[]' | counts 1 highlights, and 0 stand",
                "UPDATE attempts SET highlighted_text = '{}'"
                        + "| The highlights of attempt 019aa3c2-0000-7000-8000-0000000000a1 cannot"
                        + " be read.",
                "UPDATE attempts SET student_id = 2"
                        + "| Student 50 is in class session 019aa3c2-0000-7000-8000-0000000000c3"
                        + " with attempt 019aa3c2-0000-7000-8000-0000000000a1, which is not theirs"
                        + " there.",
                "UPDATE attempts SET class_session_id = NULL | which is not theirs there.",
                "DELETE FROM attempts | which is not theirs there.",
                "UPDATE class_sessions SET participants = '[]' WHERE status = 'IN_PROGRESS'"
                        + "| Attempt 019aa3c2-0000-7000-8000-0000000000a1 of student 50 is in class"
                        + " session 019aa3c2-0000-7000-8000-0000000000c3, and no participant has"
                        + " it.",
                "UPDATE class_sessions SET participants = '[7]' WHERE status = 'IN_PROGRESS'"
                        + "| The participants of class session"
                        + " 019aa3c2-0000-7000-8000-0000000000c3 cannot be read.",
                "UPDATE class_sessions SET participants = '[null]' | The participants of class",
                "UPDATE class_sessions SET passages = '7' WHERE status = 'SCHEDULED'"
                        + "| The passages of class session 019aa3c2-0000-7000-8000-0000000000c1"
                        + " cannot be read.",
                "UPDATE class_sessions SET status = 'COMPLETED', completed_at = 3000"
                        + " WHERE status = 'IN_PROGRESS'"
                        + "| Attempt 019aa3c2-0000-7000-8000-0000000000a1 is open, and its class"
                        + " session is COMPLETED.",
                "UPDATE classes SET student_ids = '[\"Sam\"]'"
                        + "| The students of class 019aa3c2-0000-7000-8000-0000000000c0 cannot be"
                        + " read.",
                "UPDATE classes SET student_ids = 'null' | The students of class"
            })
    void eachDamageIsFound(String damage, String told) {
        kind.byHandPastAllRules(folder, damage);
        assertThat(new Check(database).failures()).anyMatch(line -> line.contains(told));
    }

    @Test
    void whatIsNoJsonIsNamedAndTheRestIsCheckedToo() {
        assumeTrue(kind == TestDatabase.SQLITE, "elsewhere a column of JSON can hold nothing else");
        kind.byHandPastAllRules(
                folder,
                "UPDATE class_sessions SET passages = '[' WHERE status = 'SCHEDULED'",
                "UPDATE classes SET student_ids = ''",
                "UPDATE attempts SET highlights = 7");
        assertThat(new Check(database).failures())
                .hasSize(3)
                .anyMatch(line -> line.startsWith("The passages of class session"))
                .anyMatch(line -> line.startsWith("The students of class"))
                .anyMatch(line -> line.contains("counts 7 highlights"));
    }
}
