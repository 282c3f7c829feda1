package org.tutortimes.desktop.trouble;

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
    public int read(ByteBuffer target) throws IOException {
        files.next();
        return sound.read(target);
    }

    @Override
    public long read(ByteBuffer[] targets, int offset, int length) throws IOException {
        files.next();
        return sound.read(targets, offset, length);
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
        files.next();
        return sound.read(target, position);
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        files.next();
        return sound.write(source);
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
        files.next();
        return sound.write(sources, offset, length);
    }

    @Override
    public int write(ByteBuffer source, long position) throws IOException {
        files.next();
        return sound.write(source, position);
    }

    @Override
    public long position() throws IOException {
        return sound.position();
    }

    @Override
    public FileChannel position(long position) throws IOException {
        sound.position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        return sound.size();
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
    public FileLock lock(long position, long size, boolean shared) throws IOException {
        files.next();
        return sound.lock(position, size, shared);
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

    @Override
    protected void implCloseChannel() throws IOException {
        sound.close();
    }
}
