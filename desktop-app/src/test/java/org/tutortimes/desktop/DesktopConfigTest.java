package org.tutortimes.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.ParameterException;

class DesktopConfigTest {

    private static DesktopConfig config(Map<String, String> environment, String... line) {
        return DesktopConfig.of(line, environment);
    }

    @Test
    void theCommandLineGoesBeforeTheEnvironment() {
        Map<String, String> environment =
                Map.of(
                        "TUTOR_TIMES_SERVER", "https://one.example.edu",
                        "TUTOR_TIMES_DATA", "/tmp/one",
                        "TUTOR_TIMES_IDLE_THRESHOLD", "PT7M");

        assertThat(config(environment).server()).isEqualTo(URI.create("https://one.example.edu"));
        assertThat(config(environment).data()).isEqualTo(Path.of("/tmp/one").toAbsolutePath());
        assertThat(config(environment).idleThreshold()).isEqualTo(Duration.ofMinutes(7));
        DesktopConfig both =
                config(
                        environment,
                        "--server",
                        "https://two.example.edu",
                        "--data",
                        "/tmp/two",
                        "--idle-threshold",
                        "PT12M");
        assertThat(both.server()).isEqualTo(URI.create("https://two.example.edu"));
        assertThat(both.data()).isEqualTo(Path.of("/tmp/two").toAbsolutePath());
        assertThat(both.idleThreshold()).isEqualTo(Duration.ofMinutes(12));
    }

    @Test
    void withoutAWordTheSystemDecides() {
        DesktopConfig config = config(Map.of());

        assertThat(config.server()).isNull();
        assertThat(config.idleThreshold()).isNull();
        assertThat(config.plainHttp()).isFalse();
        assertThat(config.data()).isAbsolute();
    }

    @Test
    void whatMakesNoSenseIsRefusedWithASentence() {
        assertThatThrownBy(() -> config(Map.of(), "--idle-threshold", "PT2H"))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("between 1 and 60 minutes");
        assertThatThrownBy(() -> config(Map.of(), "--nonsense"))
                .isInstanceOf(ParameterException.class);
    }
}
