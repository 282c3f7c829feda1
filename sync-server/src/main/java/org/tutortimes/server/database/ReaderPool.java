package org.tutortimes.server.database;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;

/// A few connections that read, each use in one snapshot.
final class ReaderPool implements Reader {

    private static final int LONGEST_WAIT_SECONDS = 10;

    private final List<Handle> all;
    private final BlockingQueue<Handle> idle;

    ReaderPool(List<Handle> handles) {
        this.all = new ArrayList<>(handles);
        this.idle = new ArrayBlockingQueue<>(handles.size(), false, handles);
    }

    @Override
    public <T> T read(Function<Handle, T> work) {
        Handle handle = take();
        try {
            Sqlite.beginSnapshot(handle);
            try {
                return work.apply(handle);
            } finally {
                Sqlite.rollback(handle);
            }
        } finally {
            idle.add(handle);
        }
    }

    private Handle take() {
        try {
            Handle handle = idle.poll(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
            if (handle != null) {
                return handle;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new Refused(new Refusal.Busy(1));
    }

    @Override
    public void close() {
        all.forEach(Handle::close);
    }
}
