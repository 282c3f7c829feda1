package org.tutortimes.model.trouble;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/// Stands between the program and its files, but for the journal's, and lets a call fail.
@NullUnmarked
public final class FailingFiles extends FileSystemProvider {
    private static final Set<String> COUNTED =
            Set.of("read", "write", "truncate", "setPermissions");

    private final NthCall call;
    private final FileSystem system;
    private final FileSystemProvider sound;

    private FailingFiles(Path folder, NthCall call) {
        this.call = call;
        this.sound = folder.getFileSystem().provider();
        this.system = new FailingFileSystem(this, folder.getFileSystem());
    }

    /// The folder as a program gets it.
    public static Path in(Path folder, NthCall call) {
        return new FailingFiles(folder, call).around(folder);
    }

    /// A path whose files are ours.
    private final class Around implements InvocationHandler {
        private final Path path;

        Around(Path path) {
            this.path = path;
        }

        @Override
        public Object invoke(Object self, Method method, Object @Nullable [] given)
                throws Throwable {
            if (method.getName().equals("getFileSystem")) {
                return system;
            }
            Object @Nullable [] plain =
                    given == null ? null : Arrays.stream(given).map(FailingFiles::plain).toArray();
            Object result = pass(path, method, plain);
            return result instanceof Path further ? around(further) : result;
        }
    }

    private Path around(Path path) {
        return (Path)
                Proxy.newProxyInstance(
                        Path.class.getClassLoader(), new Class<?>[] {Path.class}, new Around(path));
    }

    private static Object plain(Object given) {
        return given instanceof Path path ? sound(path) : given;
    }

    private static Path sound(Path path) {
        return Proxy.isProxyClass(path.getClass())
                        && Proxy.getInvocationHandler(path) instanceof Around around
                ? around.path
                : path;
    }

    private static Object pass(Object target, Method method, Object @Nullable [] given)
            throws Throwable {
        try {
            return method.invoke(target, given);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    void next() throws IOException {
        if (call.next()) {
            throw new IOException("made to fail by a test");
        }
    }

    /// The same, whose calls may fail too.
    private <T> T watched(Class<T> kind, T target) {
        return kind.cast(
                Proxy.newProxyInstance(
                        kind.getClassLoader(),
                        new Class<?>[] {kind},
                        (_, method, given) -> {
                            if (COUNTED.contains(method.getName())) {
                                next();
                            }
                            return pass(target, method, given);
                        }));
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        next();
        return watched(
                SeekableByteChannel.class, sound.newByteChannel(sound(path), options, attributes));
    }

    @Override
    public FileChannel newFileChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        next();
        return new FailingChannel(this, sound.newFileChannel(sound(path), options, attributes));
    }

    @Override
    public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
        next();
        sound.createDirectory(sound(folder), attributes);
    }

    @Override
    public void delete(Path path) throws IOException {
        next();
        sound.delete(sound(path));
    }

    @Override
    public void copy(Path source, Path target, CopyOption... options) throws IOException {
        next();
        sound.copy(sound(source), sound(target), options);
    }

    @Override
    public void move(Path source, Path target, CopyOption... options) throws IOException {
        next();
        sound.move(sound(source), sound(target), options);
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        next();
        sound.checkAccess(sound(path), modes);
    }

    @Override
    public <V extends FileAttributeView> V getFileAttributeView(
            Path path, Class<V> kind, LinkOption... options) {
        V view = sound.getFileAttributeView(sound(path), kind, options);
        return view instanceof PosixFileAttributeView ? watched(kind, view) : view;
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(
            Path path, Class<A> kind, LinkOption... options) throws IOException {
        next();
        return sound.readAttributes(sound(path), kind, options);
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String names, LinkOption... options)
            throws IOException {
        next();
        return sound.readAttributes(sound(path), names, options);
    }

    @Override
    public void setAttribute(Path path, String name, Object value, LinkOption... options)
            throws IOException {
        next();
        sound.setAttribute(sound(path), name, value, options);
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(
            Path folder, DirectoryStream.Filter<? super Path> filter) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isSameFile(Path one, Path other) throws IOException {
        return sound.isSameFile(sound(one), sound(other));
    }

    @Override
    public boolean isHidden(Path path) {
        return false;
    }

    @Override
    public FileStore getFileStore(Path path) throws IOException {
        return sound.getFileStore(sound(path));
    }

    @Override
    public String getScheme() {
        return "failing";
    }

    @Override
    public FileSystem newFileSystem(URI address, Map<String, ?> settings) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileSystem getFileSystem(URI address) {
        return system;
    }

    @Override
    public Path getPath(URI address) {
        throw new UnsupportedOperationException();
    }
}
