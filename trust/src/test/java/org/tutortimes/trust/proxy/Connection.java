package org.tutortimes.trust.proxy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A client's connection and the one that was made for it to the server.
///
/// Safe to close from another thread: what waits ends.
record Connection(Socket client, Socket server, CountDownLatch ended) implements AutoCloseable {

    private static final int MOST_BYTES = 8_192;

    Connection(Socket client, Socket server) {
        this(client, server, new CountDownLatch(1));
    }

    /// Bytes both ways, until one side ends.
    void carry() throws IOException {
        carryRequests();
        carryAnswers();
    }

    void carryAnswers() throws IOException {
        carryAll(server, client);
    }

    /// From now on, beside what else is done here.
    void carryRequests() {
        Thread.ofVirtual()
                .start(() -> {
                    try {
                        carryAll(client, server);
                    } catch (IOException e) {
                        // One side is gone; the end of the other tells its program.
                        close();
                    }
                });
    }

    private void carryAll(Socket from, Socket to) throws IOException {
        try (this) {
            for (byte[] some = some(from); some.length > 0; some = some(from)) {
                send(to, some);
            }
        }
    }

    /// What comes next; empty at the end.
    static byte[] some(Socket from) throws IOException {
        byte[] buffer = new byte[MOST_BYTES];
        int read = from.getInputStream().read(buffer);
        return Arrays.copyOf(buffer, Math.max(0, read));
    }

    static void send(Socket to, byte[] some) throws IOException {
        OutputStream out = to.getOutputStream();
        out.write(some);
        out.flush();
    }

    /// Lets time pass, unless the connection is ended before.
    void waitFor(int millis) throws IOException {
        try {
            if (ended.await(millis, TimeUnit.MILLISECONDS)) {
                throw new IOException("the connection was ended");
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    /// Until the client has gone, or the network is healed.
    void waitForEnd() throws IOException {
        byte[] some = some(client);
        while (some.length > 0) {
            some = some(client);
        }
    }

    @Override
    public void close() {
        ended.countDown();
        try (client;
                server) {
            // Both are closed, whatever happens to the first.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
