package org.tutortimes.server.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tutortimes.server.SampleData;
import org.tutortimes.server.TestDatabase;
import org.tutortimes.server.database.Database;
import picocli.CommandLine;

class CheckCommandTest {

    @TempDir Path folder;

    @Test
    void findingsArePrintedAndEndWithOne() {
        String address = TestDatabase.SQLITE.address(folder);
        try (Database database = Database.open(address)) {
            SampleData.load(database);
        }
        StringWriter printed = new StringWriter();
        CommandLine command =
                new CommandLine(new CheckCommand()).setOut(new PrintWriter(printed, true));
        assertThat(command.execute("--database", address)).isZero();
        assertThat(printed.toString()).isEqualTo("All is well.%n".formatted());
        TestDatabase.SQLITE.byHand(folder, "UPDATE units SET total_tutor_time = 5 WHERE id = 11");
        printed.getBuffer().setLength(0);
        assertThat(command.execute("--database", address)).isEqualTo(1);
        assertThat(printed.toString().lines())
                .containsExactly(
                        "The total of unit SIT232 (11) is 5 s, and its completed sessions sum to"
                                + " 0 s.",
                        "1 failure.");
    }

    @Test
    void ofManyFindingsTheFirstArePrintedAndTheRestCounted() {
        assertThat(printed(200)).hasSize(201).endsWith("It is broken.", "200 failures.");
        assertThat(printed(250))
                .hasSize(202)
                .endsWith("It is broken.", "… and 50 more.", "250 failures.");
    }

    private static List<String> printed(int failures) {
        StringWriter printed = new StringWriter();
        CheckCommand.print(
                Collections.nCopies(failures, "It is broken."), new PrintWriter(printed, true));
        return printed.toString().lines().toList();
    }
}
