package org.tutortimes.model.trouble;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import org.jspecify.annotations.NullUnmarked;

/// An open file of [FailingFiles].
@NullUnmarked
final class FailingChannel extends FileChannel {
    private final FailingFiles files;
    private final FileChannel sound;

    FailingChannel(FailingFiles files, FileChannel sound) {
        this.files = files;
        this.sound = sound;
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
        files.next();
        return sound.read(target, position);
    }

    @Override
    public int write(ByteBuffer source, long position) throws IOException {
        files.next();
        return sound.write(source, position);
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        files.next();
        sound.truncate(size);
        return this;
    }

    @Override
    public void force(boolean metadata) throws IOException {
        files.next();
        sound.force(metadata);
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
        files.next();
        return sound.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        sound.close();
    }

    // The program does none of these.

    @Override
    public int read(ByteBuffer target) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long read(ByteBuffer[] targets, int offset, int length) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int write(ByteBuffer source) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long position() {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileChannel position(long position) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long size() {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) {
        throw new UnsupportedOperationException();
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) {
        throw new UnsupportedOperationException();
    }
}
