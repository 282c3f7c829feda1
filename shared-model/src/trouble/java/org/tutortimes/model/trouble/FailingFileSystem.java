package org.tutortimes.model.trouble;

import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;

/// Where the paths of [FailingFiles] lie.
@NullUnmarked
final class FailingFileSystem extends FileSystem {
    private final FileSystemProvider provider;
    private final FileSystem sound;

    FailingFileSystem(FileSystemProvider provider, FileSystem sound) {
        this.provider = provider;
        this.sound = sound;
    }

    @Override
    public FileSystemProvider provider() {
        return provider;
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public boolean isReadOnly() {
        return false;
    }

    @Override
    public String getSeparator() {
        return sound.getSeparator();
    }

    @Override
    public Iterable<Path> getRootDirectories() {
        return sound.getRootDirectories();
    }

    @Override
    public Iterable<FileStore> getFileStores() {
        return sound.getFileStores();
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
        return sound.supportedFileAttributeViews();
    }

    @Override
    public Path getPath(String first, String... more) {
        return sound.getPath(first, more);
    }

    @Override
    public PathMatcher getPathMatcher(String pattern) {
        return sound.getPathMatcher(pattern);
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
        return sound.getUserPrincipalLookupService();
    }

    @Override
    public WatchService newWatchService() {
        throw new UnsupportedOperationException();
    }
}
