package org.tutortimes.model.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The least that durable can cost: 4 KB appended to a file and forced to the disk.
public final class DiskProbe implements AutoCloseable {

    private static final int PAGE = 4096;

    private final FileChannel file;
    private final ByteBuffer page = ByteBuffer.allocateDirect(PAGE);

    /// Makes a file of its own in the folder.
    public DiskProbe(Path folder) throws IOException {
        this.file =
                FileChannel.open(
                        folder.resolve("fsync.probe"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.APPEND);
    }

    /// How long one page took.
    public long nanos() throws IOException {
        page.clear();
        page.putLong(0, page.getLong(0) + 1);
        long start = System.nanoTime();
        while (page.hasRemaining()) {
            file.write(page);
        }
        file.force(false);
        return System.nanoTime() - start;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
