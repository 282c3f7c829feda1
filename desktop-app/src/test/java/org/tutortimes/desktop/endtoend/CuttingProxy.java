package org.tutortimes.desktop.endtoend;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// A network between two programs that can be told to fail: it carries bytes to the server's port
/// and back, or loses the answers after the server has done its work, or lets nothing through.
final class CuttingProxy implements AutoCloseable {

    enum Mode {
        CARRY,
        /// Requests arrive, answers do not: the client cannot know that the server stored them.
        LOSE_ANSWERS,
        CUT
    }

    private final ServerSocket listening;
    private final int serverPort;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger lostAnswers = new AtomicInteger();
    private volatile Mode mode = Mode.CARRY;

    CuttingProxy(int serverPort) throws IOException {
        this.serverPort = serverPort;
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("proxy").start(this::accept);
    }

    String address() {
        return "http://127.0.0.1:" + listening.getLocalPort();
    }

    /// From now on; connections that are open already end, so that the next request meets the mode.
    void switchTo(Mode next) {
        mode = next;
        open.forEach(CuttingProxy::close);
    }

    int lostAnswers() {
        return lostAnswers.get();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        open.forEach(CuttingProxy::close);
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                open.add(client);
                Thread.ofVirtual().start(() -> connect(client));
            } catch (IOException e) {
                // The listening socket was closed: the loop ends.
            }
        }
    }

    private void connect(Socket client) {
        if (mode == Mode.CUT) {
            close(client);
            return;
        }
        try (client;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort)) {
            open.add(server);
            Thread requests = Thread.ofVirtual().start(() -> carry(client, server, false));
            carry(server, client, true);
            requests.interrupt();
        } catch (IOException e) {
            // The server is down, as the client will see from its closed connection.
        }
    }

    private void carry(Socket from, Socket to, boolean answers) {
        byte[] buffer = new byte[8_192];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (answers && mode == Mode.LOSE_ANSWERS) {
                    lostAnswers.incrementAndGet();
                    break;
                }
                out.write(buffer, 0, read);
                out.flush();
            }
        } catch (IOException e) {
            // One side is gone; closing the other tells its program.
        }
        close(from);
        close(to);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
