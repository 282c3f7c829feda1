package org.tutortimes.server.request;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;

/// A request's body while it arrives, refused where it grows too large.
final class LimitedStream extends FilterInputStream {

    private final long mostBytes;
    private long readBytes;

    LimitedStream(InputStream body, long mostBytes) {
        super(body);
        this.mostBytes = mostBytes;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = super.read(into, offset, length);
        count(Math.max(0, count));
        return count;
    }

    private void count(int bytes) {
        readBytes += bytes;
        if (readBytes > mostBytes) {
            throw new Refused(new Refusal.TooLarge(mostBytes));
        }
    }
}
