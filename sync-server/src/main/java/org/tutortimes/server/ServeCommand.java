package org.tutortimes.server;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tutortimes.server.address.AddressKey;
import org.tutortimes.server.address.StoredAddresses;
import org.tutortimes.server.database.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `serve`: answers until it is told to end.
@Command(name = "serve", description = "Runs the server.", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    @Mixin private DataOptions data = new DataOptions();

    @Option(names = "--port", paramLabel = "PORT", description = "7070 if not given; 0 for any.")
    private @Nullable String port;

    @Option(names = "--host", paramLabel = "HOST", description = "127.0.0.1 if not given.")
    private @Nullable String host;

    @Option(
            names = "--give-up-addresses",
            description =
                    "Erases the stored addresses of those who were observed, if their key is lost.")
    private boolean giveUpAddresses;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        ServerConfig config = config();
        Serving.start(config, database -> begin(config, database), this::say)
                .untilToldToEnd(() -> {});
        return 0;
    }

    private void begin(ServerConfig config, Database database) {
        say(config.place());
        if (giveUpAddresses) {
            AddressKey key = AddressKey.of(config.addresses().key(), config.data());
            say(StoredAddresses.giveUp(database, key, Instant.now()));
        }
    }

    private ServerConfig config() {
        Map<String, String> options = new TreeMap<>();
        if (port != null) {
            options.put("port", port);
        }
        if (host != null) {
            options.put("host", host);
        }
        return data.config(options);
    }

    private void say(String sentence) {
        if (spec != null) {
            spec.commandLine().getOut().println(sentence);
            spec.commandLine().getOut().flush();
        }
    }
}
