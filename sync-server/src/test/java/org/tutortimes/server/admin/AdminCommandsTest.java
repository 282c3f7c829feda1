package org.tutortimes.server.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.tutortimes.model.account.SystemRole;
import org.tutortimes.server.OnBothDatabases;
import org.tutortimes.server.StartFailure;
import org.tutortimes.server.TestDatabase;
import org.tutortimes.server.account.Passwords;
import org.tutortimes.server.importing.ImportedData;
import picocli.CommandLine;

@OnBothDatabases
class AdminCommandsTest {

    private final InputStream standardInput = System.in;
    private final StringWriter output = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @Parameter private TestDatabase kind;
    @TempDir private Path folder;

    @AfterEach
    void giveStandardInputBack() {
        System.setIn(standardInput);
    }

    @Test
    void anImportMakesTheDatabaseAndSaysWhatItDid() {
        assertThat(run(new ImportCommand(), ImportedData.resource("unit.json").toString()))
                .isZero();
        assertThat(output.toString().lines().limit(2))
                .containsExactly(
                        "                       added   changed unchanged",
                        "users                      4         0         0");
        try (ImportedData data = new ImportedData(kind, folder)) {
            assertThat(data.value("SELECT COUNT(*) FROM tasks")).isEqualTo(2);
        }
    }

    @Test
    void aFaultyImportFailsAndListsTheFaults() {
        assertThat(run(new ImportCommand(), ImportedData.resource("faulty.json").toString()))
                .isEqualTo(1);
        assertThat(errors.toString())
                .startsWith("Nothing was imported, because of 29 faults:")
                .contains("faulty.json:4: users.id is 1, as on line 3 already");
    }

    @Test
    void anImportOfNothingIsToldPlainly() {
        assertThat(run(new ImportCommand(), folder.resolve("absent.json").toString())).isEqualTo(1);
        assertThat(errors.toString()).startsWith("There is no file or folder ");
    }

    @Test
    void aUserIsAddedBeyondTheIdsOfImportsWithThePasswordOfStandardInput() {
        run(new ImportCommand(), ImportedData.resource("unit.json").toString());
        System.setIn(
                new ByteArrayInputStream("pässword 1\nmore\n".getBytes(StandardCharsets.UTF_8)));
        assertThat(run(new AddUserCommand(), "root", "--role", "admin", "--name", "Ro Ot"))
                .isZero();
        assertThat(output.toString())
                .endsWith("Added user root with id 1000000000000.%n".formatted());
        try (ImportedData data = new ImportedData(kind, folder)) {
            Map<String, Object> user =
                    data.rows("SELECT * FROM users WHERE id = 1000000000000").getFirst();
            assertThat(user).containsEntry("name", "Ro Ot").containsEntry("system_role", "admin");
            String hash = String.valueOf(user.get("password_hash"));
            assertThat(new Passwords().isRight("pässword 1", hash)).isTrue();
        }
    }

    @Test
    void aUserWithoutAPasswordIsNotAdded() {
        System.setIn(InputStream.nullInputStream());
        assertThat(run(new AddUserCommand(), "root", "--role", "none")).isEqualTo(1);
        assertThat(errors.toString()).startsWith("There is no password on standard input.");
    }

    @Test
    void aShortPasswordOrANameInAnotherCaseAddsNobody() {
        System.setIn(new ByteArrayInputStream("ninechars\n".getBytes(StandardCharsets.UTF_8)));
        assertThat(run(new AddUserCommand(), "ada", "--role", "admin")).isEqualTo(1);
        assertThat(errors.toString())
                .startsWith("No user was added: password must have 10 to 1000 characters.");
        for (String name : java.util.List.of("ada", "ADA")) {
            System.setIn(
                    new ByteArrayInputStream("ten letters\n".getBytes(StandardCharsets.UTF_8)));
            assertThat(run(new AddUserCommand(), name, "--role", "admin"))
                    .isEqualTo(name.equals("ada") ? 0 : 1);
        }
        assertThat(errors.toString())
                .contains("username is ADA, which is but for the case of its letters the name of");
    }

    @Test
    void anUnknownRoleIsAFaultOfUse() {
        assertThat(run(new AddUserCommand(), "root", "--role", "boss")).isEqualTo(2);
        assertThat(errors.toString()).startsWith("--role must be admin or none");
    }

    @Test
    void aNameIsGivenOnce() {
        try (ImportedData data = new ImportedData(kind, folder)) {
            AddUser addUser = new AddUser(data.rowEdit());
            assertThat(addUser.run(" tia ", "Tia", SystemRole.NONE, "a long secret"))
                    .isEqualTo(1_000_000_000_000L);
            assertThat(addUser.run("max", "Max", SystemRole.NONE, "a long secret"))
                    .isEqualTo(1_000_000_000_001L);
            assertThatExceptionOfType(StartFailure.class)
                    .isThrownBy(() -> addUser.run("tia", "Tia", SystemRole.NONE, "a long secret"))
                    .withMessage(
                            "No user was added: username is tia, which is the name of user"
                                    + " 1000000000000.");
            assertThatExceptionOfType(StartFailure.class)
                    .isThrownBy(() -> addUser.run("", "Mia", SystemRole.NONE, " "))
                    .withMessage(
                            "No user was added: password must have 10 to 1000 characters;"
                                    + " username must be a text of 1 to 100 characters.");
        }
    }

    private int run(Object command, String... arguments) {
        String[] all = new String[arguments.length + 4];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--data";
        all[arguments.length + 1] = folder.toString();
        all[arguments.length + 2] = "--database";
        all[arguments.length + 3] = kind.address(folder);
        return new CommandLine(command)
                .setOut(new PrintWriter(output, true))
                .setErr(new PrintWriter(errors, true))
                .setExecutionExceptionHandler((failure, line, _) -> {
                    line.getErr().println(failure.getMessage());
                    return failure instanceof StartFailure ? 1 : 70;
                })
                .execute(all);
    }
}
