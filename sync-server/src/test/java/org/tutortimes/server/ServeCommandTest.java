package org.tutortimes.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tutortimes.server.access.TrustedProxies;
import picocli.CommandLine;

class ServeCommandTest {

    @TempDir Path folder;

    private record Run(int exitCode, String error) {}

    @Test
    void portInUseIsASentence() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Run run = serve("--port", Integer.toString(taken.getLocalPort()));
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.error()).contains("is in use").hasLineCount(1);
        }
    }

    @Test
    void folderThatIsServedAlreadyIsASentence() {
        try (DataFolder _ = DataFolder.lock(folder)) {
            Run run = serve("--port", "0");
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.error()).contains("served by another process").hasLineCount(1);
        }
    }

    @Test
    void folderThatCannotBeAFolderIsASentence() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        Run run = run("serve", "--data", file.resolve("data").toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.error())
                .contains("cannot be used: ")
                .doesNotContain("Exception")
                .hasLineCount(1);
    }

    @Test
    void damagedDatabaseIsASentence() throws IOException {
        Files.writeString(folder.resolve("tutor-times.db"), "not a database ".repeat(500));
        Run run = serve("--port", "0");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.error()).contains("damaged").hasLineCount(1);
    }

    @Test
    void checkWithoutADatabaseIsASentence() {
        Run run = run("check", "--data", folder.toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.error()).contains("There is no database").hasLineCount(1);
    }

    @Test
    void unknownOptionIsAWrongCall() {
        assertThat(run("serve", "--prot", "1").exitCode()).isEqualTo(2);
    }

    @Test
    void allFaultsOfTheSettingsAreToldAtOnce() throws IOException {
        Path file = Files.writeString(folder.resolve("settings"), "prot=1\nport=many\n");
        assertThatThrownBy(() ->
                        ServerConfig.of(
                                Map.of("config", file.toString()),
                                Map.of("TUTOR_TIMES_COLOUR", "red")))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("prot")
                .hasMessageContaining("port must be a number")
                .hasMessageContaining("TUTOR_TIMES_COLOUR");
    }

    @Test
    void optionsAreStrongerThanTheEnvironmentAndThatThanTheFile() throws IOException {
        Path file = Files.writeString(folder.resolve("settings"), "port=1\nhost=a\ndata=d\n");
        ServerConfig config =
                ServerConfig.of(
                        Map.of("config", file.toString(), "port", "3"),
                        Map.of("TUTOR_TIMES_PORT", "2", "TUTOR_TIMES_HOST", "b"));
        assertThat(config)
                .isEqualTo(
                        new ServerConfig(
                                "b",
                                3,
                                Path.of("d"),
                                "jdbc:sqlite:" + Path.of("d/tutor-times.db")));
    }

    @Test
    void theFolderAndTheDatabaseThatAreUsedAreToldWithoutPasswords() {
        assertThat(new ServerConfig("127.0.0.1", 1, Path.of("d"), "jdbc:sqlite:d/x.db").place())
                .isEqualTo(
                        "Data folder %s, database jdbc:sqlite:d/x.db"
                                .formatted(Path.of("d").toAbsolutePath()));
        for (String address :
                List.of(
                        "jdbc:postgresql://db:5432/times?user=times&password=secret",
                        "jdbc:postgresql://times:secret@db:5432/times")) {
            assertThat(new ServerConfig("127.0.0.1", 1, Path.of("d"), address).place())
                    .isEqualTo("Database jdbc:postgresql://db:5432/times");
        }
    }

    @Test
    void settingsOfTheTimerOnTheSameComputerAreNoFault() {
        Map<String, String> environment =
                Map.of(
                        "TUTOR_TIMES_SERVER", "https://times.example.edu",
                        "TUTOR_TIMES_IDLE_THRESHOLD", "PT5M",
                        "TUTOR_TIMES_PLAIN_HTTP", "true");
        assertThat(ServerConfig.of(Map.of("port", "3"), environment).port()).isEqualTo(3);
    }

    @Test
    void userAndPasswordOfPostgresMayStandApartAndAreNeverShown() {
        ServerConfig config =
                ServerConfig.of(
                        Map.of("database", "jdbc:postgresql://db/times?ssl=true"),
                        Map.of(
                                "TUTOR_TIMES_DATABASE_USER", "tutor",
                                "TUTOR_TIMES_DATABASE_PASSWORD", "p&q=ä"));
        assertThat(config.database())
                .isEqualTo(
                        "jdbc:postgresql://db/times?ssl=true&user=tutor&password=p%26q%3D%C3%A4");
        assertThat(config.toString()).contains("jdbc:postgresql://db/times").doesNotContain("p%26");
        assertThatThrownBy(() ->
                        ServerConfig.of(
                                Map.of(
                                        "database", "jdbc:postgresql://db/times?password=secret",
                                        "database-password", "other"),
                                Map.of()))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("both give a password")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> ServerConfig.of(Map.of("database-user", "tutor"), Map.of()))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("for jdbc:postgresql: alone");
    }

    @Test
    void settingsOfAddressesAreReadAndTheirFaultsToldAndTheKeyIsNeverShown() {
        String key = "the operator's own secret, long enough";
        ServerConfig config =
                ServerConfig.of(
                        Map.of("trusted-proxies", "10.0.0.0/8", "address-days", "7"),
                        Map.of("TUTOR_TIMES_ADDRESS_KEY", key));
        assertThat(config.addresses().days()).isEqualTo(7);
        assertThat(config.addresses().key()).isEqualTo(key);
        assertThat(config.addresses().trustedProxies()).isEqualTo(TrustedProxies.of("10.0.0.0/8"));
        assertThat(config.toString() + config.addresses()).doesNotContain(key);
        assertThatThrownBy(() ->
                        ServerConfig.of(
                                Map.of(
                                        "trusted-proxies", "10.0.0.5, proxy.example.org",
                                        "address-days", "0",
                                        "address-key", "too short"),
                                Map.of()))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("it names proxy.example.org")
                .hasMessageContaining("address-days must be a number from 1 to 3650")
                .hasMessageContaining("address-key must have at least 32 characters")
                .hasMessageNotContaining("too short");
    }

    @Test
    void postgresThatDoesNotAnswerIsASentenceWithoutThePassword() {
        Run run =
                serve(
                        "--port",
                        "0",
                        "--database",
                        "jdbc:postgresql://127.0.0.1:1/a?password=secret");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.error())
                .contains("does not answer")
                .doesNotContain("secret")
                .hasLineCount(1);
    }

    private Run serve(String... options) {
        String[] all = new String[options.length + 3];
        all[0] = "serve";
        all[1] = "--data";
        all[2] = folder.toString();
        System.arraycopy(options, 0, all, 3, options.length);
        return run(all);
    }

    private static Run run(String... arguments) {
        StringWriter error = new StringWriter();
        CommandLine command = ServerMain.commandLine().setErr(new PrintWriter(error));
        return new Run(command.execute(arguments), error.toString());
    }
}
