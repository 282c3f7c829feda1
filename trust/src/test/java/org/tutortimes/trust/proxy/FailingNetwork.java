package org.tutortimes.trust.proxy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A network between a client and the server's port that can be told to fail.
final class FailingNetwork implements AutoCloseable {

    private final ServerSocket listening;
    private final int serverPort;
    private final Set<Connection> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger faults = new AtomicInteger();
    private volatile @Nullable Fault fault;
    private volatile long seed;

    FailingNetwork(int serverPort) throws IOException {
        this.serverPort = serverPort;
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("network").start(this::accept);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort());
    }

    /// Fails in this way from now on; connections that are open end, so that the next call meets
    /// it.
    void failWith(Fault next, long nextSeed) {
        seed = nextSeed;
        fault = next;
        endAll();
    }

    void heal() {
        fault = null;
        endAll();
    }

    /// How many connections have met a fault.
    int faults() {
        return faults.get();
    }

    private void endAll() {
        open.forEach(Connection::close);
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                Thread.ofVirtual().start(() -> carry(client));
            } catch (IOException e) {
                // The listening socket was closed: the loop ends.
            }
        }
    }

    private void carry(Socket client) {
        Fault met = fault;
        try (client;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
                Connection connection = new Connection(client, server)) {
            open.add(connection);
            if (met == null) {
                connection.carry();
            } else {
                faults.incrementAndGet();
                new FailingConnection(connection, new SplittableRandom(seed)).meet(met);
            }
            open.remove(connection);
        } catch (IOException e) {
            // One side is gone, which is what its program then sees.
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        endAll();
    }
}
