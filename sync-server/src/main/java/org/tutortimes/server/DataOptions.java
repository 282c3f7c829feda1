package org.tutortimes.server;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that every subcommand takes.
public final class DataOptions {

    @Option(names = "--data", paramLabel = "DIR", description = "The data folder.")
    private @Nullable String data;

    @Option(
            names = "--database",
            paramLabel = "JDBC_URL",
            description = "The database, where it is not in the data folder.")
    private @Nullable String database;

    @Option(names = "--config", paramLabel = "FILE", description = "A file of settings.")
    private @Nullable String config;

    /// The settings from all sources.
    public ServerConfig config() {
        return config(Map.of());
    }

    /// The settings from all sources, with the options of one subcommand.
    ServerConfig config(Map<String, String> further) {
        Map<String, String> options = new TreeMap<>(further);
        put(options, "data", data);
        put(options, "database", database);
        put(options, "config", config);
        return ServerConfig.of(options, System.getenv());
    }

    private static void put(Map<String, String> options, String key, @Nullable String value) {
        if (value != null) {
            options.put(key, value);
        }
    }
}
