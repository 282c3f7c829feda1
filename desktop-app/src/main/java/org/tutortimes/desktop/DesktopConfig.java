package org.tutortimes.desktop;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.idle.IdleRule;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// How the program was started: the command line first, then the environment; what neither says is
/// the program's own setting, or left to the system.
///
/// @param server where to sign in, or null to use the last one
/// @param data the folder that holds everything
/// @param idleThreshold how long without input is idle, or null for the tutor's own setting
/// @param plainHttp whether the password may cross a network unencrypted
public record DesktopConfig(
        @Nullable URI server, Path data, @Nullable Duration idleThreshold, boolean plainHttp) {

    /// Reads the command line.
    ///
    /// @throws ParameterException with a sentence, where it makes no sense
    public static DesktopConfig of(String[] arguments, Map<String, String> environment) {
        Options options = new Options();
        CommandLine line = new CommandLine(options);
        line.parseArgs(arguments);
        try {
            return config(options, environment);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(line, e.getMessage(), e);
        }
    }

    private static DesktopConfig config(Options options, Map<String, String> environment) {
        String server =
                options.server != null ? options.server : environment.get("TUTOR_TIMES_SERVER");
        String data = environment.get("TUTOR_TIMES_DATA");
        Path folder =
                options.data != null
                        ? options.data
                        : data != null ? Path.of(data) : platformFolder(environment);
        String plain = environment.getOrDefault("TUTOR_TIMES_PLAIN_HTTP", "");
        return new DesktopConfig(
                server == null ? null : URI.create(server),
                folder.toAbsolutePath().normalize(),
                threshold(options.idleThreshold, environment.get("TUTOR_TIMES_IDLE_THRESHOLD")),
                options.plainHttp || plain.equals("true"));
    }

    private static @Nullable Duration threshold(
            @Nullable Duration option, @Nullable String environment) {
        Duration threshold =
                option != null || environment == null ? option : Duration.parse(environment);
        if (threshold != null
                && (threshold.compareTo(IdleRule.LEAST_THRESHOLD) < 0
                        || threshold.compareTo(IdleRule.GREATEST_THRESHOLD) > 0)) {
            throw new IllegalArgumentException(
                    "The idle threshold must be between 1 and 60 minutes, such as PT10M.");
        }
        return threshold;
    }

    /// Where this system's programs keep their data.
    static Path platformFolder(Map<String, String> environment) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        Path home = Path.of(System.getProperty("user.home", "."));
        if (system.startsWith("windows")) {
            String local = environment.get("LOCALAPPDATA");
            Path base = local == null ? home.resolve("AppData/Local") : Path.of(local);
            return base.resolve("Tutor Times");
        }
        if (system.startsWith("mac")) {
            return home.resolve("Library/Application Support/Tutor Times");
        }
        String data = environment.getOrDefault("XDG_DATA_HOME", "");
        Path base = data.isEmpty() ? home.resolve(".local/share") : Path.of(data);
        return base.resolve("tutor-times");
    }

    @Command(name = "tutor-times", description = "The timer on the tutor's desktop.")
    private static final class Options {
        @Option(names = "--server", paramLabel = "URL", description = "Where to sign in.")
        private @Nullable String server;

        @Option(names = "--data", paramLabel = "DIR", description = "Where everything is kept.")
        private @Nullable Path data;

        @Option(
                names = "--idle-threshold",
                paramLabel = "PT10M",
                description = "How long without input is idle.")
        private @Nullable Duration idleThreshold;

        @Option(
                names = "--plain-http",
                description = "Allow a server without encryption beyond this computer.")
        private boolean plainHttp;
    }
}
