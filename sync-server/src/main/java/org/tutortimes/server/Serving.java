package org.tutortimes.server;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tutortimes.server.database.Database;

/// A server that answers until its process is told to end.
public final class Serving {

    private final @Nullable DataFolder folder;
    private final Wiring server;
    private final String address;
    private final Consumer<String> operator;

    private Serving(
            @Nullable DataFolder folder, Wiring server, String address, Consumer<String> operator) {
        this.folder = folder;
        this.server = server;
        this.address = address;
        this.operator = operator;
    }

    /// Takes the data folder, if the data are there, and begins to answer.
    ///
    /// @param first is done with the opened database before anybody is answered
    /// @param operator is told where the server listens, and later that it ends
    /// @throws StartFailure where it cannot
    public static Serving start(
            ServerConfig config, Consumer<Database> first, Consumer<String> operator) {
        DataFolder folder = config.isStoredInAFile() ? DataFolder.lock(config.data()) : null;
        Wiring server = null;
        try {
            server = Wiring.of(config);
            first.accept(server.database());
            server.start();
        } catch (RuntimeException e) {
            if (server != null) {
                server.close();
            }
            release(folder);
            throw e;
        }
        String address = "http://%s:%d".formatted(config.host(), server.port());
        operator.accept("Listening on " + address);
        return new Serving(folder, server, address, operator);
    }

    public String address() {
        return address;
    }

    /// Goes on until the process is told to end: by SIGTERM, as servers are, or by Ctrl-C.
    ///
    /// @param afterwards runs when the data folder is free again
    public void untilToldToEnd(Runnable afterwards) throws InterruptedException {
        Runtime.getRuntime()
                .addShutdownHook(
                        Thread.ofPlatform().name("stop").unstarted(() -> stop(afterwards)));
        Thread.currentThread().join();
    }

    private void stop(Runnable afterwards) {
        operator.accept("Stopping: finishing what was begun.");
        server.close();
        release(folder);
        afterwards.run();
        operator.accept("Stopped.");
    }

    private static void release(@Nullable DataFolder folder) {
        if (folder != null) {
            folder.close();
        }
    }
}
