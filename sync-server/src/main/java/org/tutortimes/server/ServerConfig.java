package org.tutortimes.server;

import java.io.IOException;
import java.io.Reader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tutortimes.server.access.TrustedProxies;

/// The server's settings.
///
/// @param port 0 for any that is free
/// @param data the data folder
/// @param database a JDBC URL, perhaps with a password; a SQLite file in the data folder where none
///   is given
/// @param addresses how addresses of those who are observed are found and kept
public record ServerConfig(
        String host, int port, Path data, String database, AddressSettings addresses) {

    private static final String ENVIRONMENT_PREFIX = "TUTOR_TIMES_";
    private static final String SQLITE = "jdbc:sqlite:";
    private static final String POSTGRESQL = "jdbc:postgresql:";
    private static final Set<String> KEYS =
            Set.of(
                    "host",
                    "port",
                    "data",
                    "database",
                    "database-user",
                    "database-password",
                    "trusted-proxies",
                    "address-key",
                    "address-days");

    private static final int MOST_ADDRESS_DAYS = 3_650;

    /// What the timer reads from the same environment, where both run on one computer.
    private static final Set<String> OF_THE_TIMER =
            Set.of("server", "idle-threshold", "plain-http");

    /// With the usual settings of addresses.
    public ServerConfig(String host, int port, Path data, String database) {
        this(host, port, data, database, AddressSettings.USUAL);
    }

    /// Takes each setting from the strongest source that has it: options, environment, file.
    ///
    /// @param options by key; absent ones are not in it. `config` names the file
    /// @throws StartFailure with every fault of every source at once
    public static ServerConfig of(Map<String, String> options, Map<String, String> environment) {
        List<String> faults = new ArrayList<>();
        Map<String, String> settings = new TreeMap<>();
        Map<String, String> fromEnvironment = environmentSettings(environment, faults);
        String file = options.getOrDefault("config", fromEnvironment.get("config"));
        if (file != null) {
            settings.putAll(fileSettings(Path.of(file), faults));
        }
        settings.putAll(fromEnvironment);
        settings.putAll(options);
        int port = number(settings, "port", 7_070, 0, 65_535, faults);
        Path data =
                settings.containsKey("data")
                        ? Path.of(settings.get("data"))
                        : DataFolder.platformDefault(environment);
        String database = database(settings, data, faults);
        AddressSettings addresses = addresses(settings, faults);
        if (!faults.isEmpty()) {
            throw new StartFailure("The settings have faults: " + String.join("; ", faults) + ".");
        }
        return new ServerConfig(
                settings.getOrDefault("host", "127.0.0.1"), port, data, database, addresses);
    }

    /// Whether the data are in a file of the data folder's computer, which one process serves.
    public boolean isStoredInAFile() {
        return database.startsWith(SQLITE);
    }

    /// Where the data are, in a sentence for who runs the server.
    String place() {
        return isStoredInAFile()
                ? "Data folder %s, database %s".formatted(data.toAbsolutePath(), address())
                : "Database " + address();
    }

    @Override
    public String toString() {
        return "ServerConfig[host=%s, port=%d, data=%s, database=%s]"
                .formatted(host, port, data, address());
    }

    /// The database, without what may be a password.
    private String address() {
        return database.replaceFirst("\\?.*", "").replaceFirst("//[^/]*@", "//");
    }

    private static String database(Map<String, String> settings, Path data, List<String> faults) {
        String address = settings.getOrDefault("database", SQLITE + data.resolve("tutor-times.db"));
        if (address.startsWith(POSTGRESQL)) {
            String withUser = with(address, "user", settings.get("database-user"), faults);
            return with(withUser, "password", settings.get("database-password"), faults);
        }
        if (!address.startsWith(SQLITE)) {
            faults.add(
                    "database must be an address that begins with jdbc:sqlite: or"
                            + " jdbc:postgresql:");
        } else if (settings.containsKey("database-user")
                || settings.containsKey("database-password")) {
            faults.add("database-user and database-password are for jdbc:postgresql: alone");
        }
        return address;
    }

    private static String with(
            String address, String name, @Nullable String value, List<String> faults) {
        if (value == null) {
            return address;
        }
        if (address.matches(".*[?&]" + name + "=.*")) {
            faults.add("database and database-" + name + " both give a " + name);
        }
        return address
                + (address.contains("?") ? "&" : "?")
                + name
                + "="
                + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static Map<String, String> environmentSettings(
            Map<String, String> environment, List<String> faults) {
        Map<String, String> settings = new TreeMap<>();
        environment.forEach((name, value) -> {
            if (name.startsWith(ENVIRONMENT_PREFIX)) {
                String key =
                        name.substring(ENVIRONMENT_PREFIX.length())
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '-');
                if (KEYS.contains(key) || key.equals("config")) {
                    settings.put(key, value);
                } else if (!OF_THE_TIMER.contains(key)) {
                    faults.add("environment: unknown setting " + name);
                }
            }
        });
        return settings;
    }

    private static Map<String, String> fileSettings(Path file, List<String> faults) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            faults.add("the file " + file + " cannot be read");
        }
        Map<String, String> settings = new TreeMap<>();
        for (String key : properties.stringPropertyNames()) {
            if (KEYS.contains(key)) {
                settings.put(key, properties.getProperty(key).strip());
            } else {
                faults.add(file.getFileName() + ": unknown setting " + key);
            }
        }
        return settings;
    }

    private static AddressSettings addresses(Map<String, String> settings, List<String> faults) {
        TrustedProxies proxies = AddressSettings.USUAL.trustedProxies();
        try {
            proxies =
                    TrustedProxies.of(
                            settings.getOrDefault("trusted-proxies", TrustedProxies.THIS_COMPUTER));
        } catch (IllegalArgumentException e) {
            faults.add(
                    "trusted-proxies must be addresses or ranges such as 10.0.0.5, 192.168.0.0/16;"
                            + " it names "
                            + e.getMessage());
        }
        String key = settings.get("address-key");
        if (key != null && key.length() < AddressSettings.SHORTEST_KEY) {
            faults.add(
                    "address-key must have at least %d characters"
                            .formatted(AddressSettings.SHORTEST_KEY));
        }
        int days =
                number(
                        settings,
                        "address-days",
                        AddressSettings.USUAL_DAYS,
                        1,
                        MOST_ADDRESS_DAYS,
                        faults);
        return new AddressSettings(proxies, key, days);
    }

    private static int number(
            Map<String, String> settings,
            String key,
            int usual,
            int least,
            int most,
            List<String> faults) {
        try {
            int number = Integer.parseInt(settings.getOrDefault(key, Integer.toString(usual)));
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, as any other fault.
        }
        faults.add("%s must be a number from %d to %d".formatted(key, least, most));
        return usual;
    }
}
