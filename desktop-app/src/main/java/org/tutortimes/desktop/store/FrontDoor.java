package org.tutortimes.desktop.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where a second start of the program knocks, so that the first shows its window.
///
/// A port of this computer only. Whoever can read the lock file knows the secret; everybody else is
/// sent away.
final class FrontDoor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FrontDoor.class);
    private static final int PATIENCE_MILLIS = 2_000;
    private static final byte[] WELCOME = "shown\n".getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket socket;
    private final byte[] secret;
    private volatile Runnable onKnock = () -> {};

    private FrontDoor(ServerSocket socket, byte[] secret) {
        this.socket = socket;
        this.secret = secret;
    }

    static FrontDoor open() throws IOException {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        FrontDoor door =
                new FrontDoor(
                        new ServerSocket(0, 4, InetAddress.getLoopbackAddress()),
                        secret.getBytes(StandardCharsets.US_ASCII));
        Thread.ofVirtual().name("front door").start(door::answer);
        return door;
    }

    /// What a second start needs to know, in one line.
    String address() {
        return socket.getLocalPort() + " " + new String(secret, StandardCharsets.US_ASCII);
    }

    void onKnock(Runnable show) {
        onKnock = show;
    }

    /// Whether somebody behind that address showed the window.
    static boolean knock(String address) {
        String[] parts = address.strip().split(" ", 2);
        try (Socket socket = new Socket()) {
            int port = Integer.parseInt(parts[0]);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
            socket.getOutputStream().write(parts[1].getBytes(StandardCharsets.US_ASCII));
            return MessageDigest.isEqual(
                    WELCOME, socket.getInputStream().readNBytes(WELCOME.length));
        } catch (IOException | RuntimeException e) {
            LOG.debug("Nobody answered at the address in the lock file", e);
            return false;
        }
    }

    private void answer() {
        while (!socket.isClosed()) {
            try (Socket visitor = socket.accept()) {
                visitor.setSoTimeout(PATIENCE_MILLIS);
                byte[] said = visitor.getInputStream().readNBytes(secret.length);
                if (MessageDigest.isEqual(secret, said)) {
                    onKnock.run();
                    visitor.getOutputStream().write(WELCOME);
                }
            } catch (IOException | RuntimeException e) {
                LOG.debug("A visitor was sent away", e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
