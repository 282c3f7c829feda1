package org.tutortimes.server.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;

/// What a server answered so far. It knows just enough of HTTP to tell where an answer ends, of
/// which there is never more than one under way.
final class Answer {

    private static final int MOST_BYTES = 1 << 20;
    private static final int MOST_SHOWN = 400;
    private static final int HEXADECIMAL = 16;
    private static final byte[] GOOD = ascii("HTTP/1.1 200");
    private static final byte[] END_OF_HEAD = ascii("\r\n\r\n");
    private static final byte[] LENGTH = ascii("content-length: ");
    private static final byte[] LAST_CHUNK = ascii("\r\n0\r\n\r\n");

    private final ByteBuffer bytes = ByteBuffer.allocate(MOST_BYTES);
    private int bodyStart = -1;
    private int end = -1;

    void clear() {
        bytes.clear();
        bodyStart = -1;
        end = -1;
    }

    /// Takes what has come.
    ///
    /// @return whether that was the end
    /// @throws IOException where the server has ended it too early
    boolean take(ReadableByteChannel channel) throws IOException {
        if (channel.read(bytes) < 0) {
            throw new IOException("The server closed the connection after: " + start());
        }
        if (bodyStart < 0) {
            int headEnd = find(END_OF_HEAD, 0);
            if (headEnd < 0) {
                return false;
            }
            bodyStart = headEnd + END_OF_HEAD.length;
            int length = find(LENGTH, 0);
            end = length < 0 ? -1 : bodyStart + number(length + LENGTH.length);
        }
        if (end >= 0) {
            return bytes.position() >= end;
        }
        int lastChunk = bytes.position() - LAST_CHUNK.length;
        if (lastChunk < bodyStart || !matches(LAST_CHUNK, lastChunk)) {
            return false;
        }
        joinChunks();
        return true;
    }

    boolean isGood() {
        return matches(GOOD, 0);
    }

    /// How often its body says something.
    int count(byte[] wanted) {
        int count = 0;
        for (int at = find(wanted, bodyStart); at >= 0; at = find(wanted, at + wanted.length)) {
            count++;
        }
        return count;
    }

    /// Its beginning, for who looks for a fault.
    String start() {
        return new String(
                bytes.array(), 0, Math.min(bytes.position(), MOST_SHOWN), StandardCharsets.UTF_8);
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /// Takes the lengths out from between the chunks, for a word may lie across two.
    private void joinChunks() {
        int to = bodyStart;
        int from = bodyStart;
        while (true) {
            int size = 0;
            for (; bytes.get(from) != '\r'; from++) {
                size = size * HEXADECIMAL + Character.digit(bytes.get(from), HEXADECIMAL);
            }
            from += 2;
            if (size == 0) {
                bytes.position(to);
                return;
            }
            System.arraycopy(bytes.array(), from, bytes.array(), to, size);
            to += size;
            from += size + 2;
        }
    }

    private int number(int from) {
        int number = 0;
        for (int at = from; Character.isDigit(bytes.get(at)); at++) {
            number = number * 10 + bytes.get(at) - '0';
        }
        return number;
    }

    private int find(byte[] wanted, int from) {
        for (int at = from; at <= bytes.position() - wanted.length; at++) {
            if (matches(wanted, at)) {
                return at;
            }
        }
        return -1;
    }

    /// Headers come in any case: a small letter stands for a capital too.
    private boolean matches(byte[] wanted, int at) {
        for (int offset = 0; offset < wanted.length; offset++) {
            byte found = bytes.get(at + offset);
            if (found != wanted[offset]
                    && (found < 'A' || found > 'Z' || found + 'a' - 'A' != wanted[offset])) {
                return false;
            }
        }
        return true;
    }
}
