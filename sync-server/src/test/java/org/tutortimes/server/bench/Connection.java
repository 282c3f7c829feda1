package org.tutortimes.server.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/// One kept-alive connection of the load: one request under way at a time.
final class Connection implements AutoCloseable {

    private final SocketChannel channel;
    private final SelectionKey key;
    private final Requests requests;
    private final Answer answer = new Answer();
    private ByteBuffer request = ByteBuffer.allocate(0);
    private long due;
    private boolean busy;

    Connection(int port, Selector selector, Requests requests) throws IOException {
        this.requests = requests;
        this.channel =
                SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        this.key = channel.register(selector, SelectionKey.OP_READ, this);
    }

    boolean isBusy() {
        return busy;
    }

    /// When the request that is under way should have been sent.
    long due() {
        return due;
    }

    Requests requests() {
        return requests;
    }

    void send(long dueNanos) throws IOException {
        due = dueNanos;
        busy = true;
        request = requests.next();
        answer.clear();
        write();
    }

    /// Does what the network allows now.
    ///
    /// @return whether the answer is complete
    /// @throws IOException where it is not what a good server answers
    boolean advance() throws IOException {
        if (key.isWritable()) {
            write();
        }
        if (!key.isReadable() || !answer.take(channel)) {
            return false;
        }
        if (!answer.isGood() || !requests.isAnsweredBy(answer)) {
            throw new IOException("Not all was stored: " + answer.start());
        }
        busy = false;
        return true;
    }

    private void write() throws IOException {
        channel.write(request);
        key.interestOps(
                request.hasRemaining()
                        ? SelectionKey.OP_READ | SelectionKey.OP_WRITE
                        : SelectionKey.OP_READ);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
