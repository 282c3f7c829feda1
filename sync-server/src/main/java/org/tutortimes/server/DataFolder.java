package org.tutortimes.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The folder that holds what the server stores, and the lock that keeps a second server out.
public final class DataFolder implements AutoCloseable {

    private final FileChannel channel;
    private final FileLock lock;

    private DataFolder(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /// Makes the folder where there is none, and looks whether it can be written.
    ///
    /// @throws StartFailure where it cannot
    public static void prepare(Path folder) {
        try {
            create(folder);
            Path probe = Files.createTempFile(folder, "probe", null);
            Files.delete(probe);
        } catch (IOException e) {
            throw new StartFailure(
                    "The data folder %s cannot be used: %s.".formatted(folder, reason(e)), e);
        }
    }

    /// Takes the folder for this process until it is closed or ends, however it ends.
    ///
    /// @throws StartFailure where another process has it
    public static DataFolder lock(Path folder) {
        prepare(folder);
        Path file = folder.resolve("server.lock");
        try {
            FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new StartFailure(
                        "The data folder %s is served by another process.".formatted(folder));
            }
            return new DataFolder(channel, lock);
        } catch (IOException e) {
            throw new StartFailure(
                    "The data folder %s cannot be locked: %s.".formatted(folder, reason(e)), e);
        }
    }

    /// Where this system keeps the data of programs.
    static Path platformDefault(Map<String, String> environment) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        Path home = Path.of(System.getProperty("user.home", "."));
        String windows = environment.get("LOCALAPPDATA");
        String linux = environment.get("XDG_DATA_HOME");
        if (system.contains("windows") && windows != null) {
            return Path.of(windows, "Tutor Times Server");
        }
        if (system.contains("mac")) {
            return home.resolve("Library/Application Support/Tutor Times Server");
        }
        Path base = linux == null ? home.resolve(".local/share") : Path.of(linux);
        return base.resolve("tutor-times-server");
    }

    @Override
    public void close() {
        try (channel) {
            lock.release();
        } catch (IOException e) {
            throw new StartFailure("The lock of the data folder cannot be given back.", e);
        }
    }

    /// A new folder is for its owner alone: it holds passwords' hashes and everybody's times.
    private static void create(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(
                    folder,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(folder);
        }
    }

    private static String reason(IOException failure) {
        return switch (failure) {
            case AccessDeniedException _ -> "this user may not write there";
            case FileAlreadyExistsException _ -> "it is a file";
            case NoSuchFileException _ -> "it cannot be made there";
            case FileSystemException e when e.getReason() != null -> e.getReason();
            default -> "the system gives no reason";
        };
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // Held by this very process, which then serves the folder already.
            return null;
        }
    }
}
