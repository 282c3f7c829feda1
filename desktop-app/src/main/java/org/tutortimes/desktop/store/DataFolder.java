package org.tutortimes.desktop.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The program's folder, which one process owns at a time.
///
/// The lock file says where the owner can be reached. It is emptied at an orderly end, so one that
/// is not empty and not locked means that the program was killed or the power went.
public final class DataFolder implements AutoCloseable {
    private static final String LOCK_FILE = "desktop.lock";
    // Beyond the text: some systems let nobody read what is locked.
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private final Path directory;
    private final FileChannel lockFile;
    private final FrontDoor door;
    private final boolean endedBadly;
    private volatile boolean damaged;

    private DataFolder(Path directory, FileChannel lockFile, FrontDoor door, boolean endedBadly) {
        this.directory = directory;
        this.lockFile = lockFile;
        this.door = door;
        this.endedBadly = endedBadly;
    }

    /// Takes the folder, and makes it where it is missing.
    ///
    /// @throws AlreadyRunning after the running program was asked to show its window
    /// @throws StorageFailure where the folder cannot be used
    public static DataFolder claim(Path directory) {
        try {
            if (Files.notExists(directory)) {
                Files.createDirectories(directory);
                OwnerOnly.restrict(directory);
            }
            Path path = directory.resolve(LOCK_FILE);
            FileChannel file =
                    FileChannel.open(
                            path,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE);
            return claim(directory, path, file);
        } catch (IOException e) {
            throw new StorageFailure(
                    "The folder %s cannot be used: it must be readable and writable (%s)."
                            .formatted(directory, e.getMessage()),
                    e);
        }
    }

    /// Lets the file go where the folder cannot be had, so that the next try can.
    private static DataFolder claim(Path directory, Path path, FileChannel file)
            throws IOException {
        try {
            if (!lock(file)) {
                throw new AlreadyRunning(FrontDoor.knock(read(file)));
            }
            OwnerOnly.restrict(path);
            return own(directory, file);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static DataFolder own(Path directory, FileChannel file) throws IOException {
        boolean endedBadly = !read(file).isBlank();
        FrontDoor door = FrontDoor.open();
        try {
            byte[] address = door.address().getBytes(StandardCharsets.US_ASCII);
            // Over what is there, and only then cut off: where the disk refuses that, the next
            // start still sees how the last run ended.
            file.write(ByteBuffer.wrap(address), 0);
            file.truncate(address.length);
            file.force(true);
            return new DataFolder(directory, file, door, endedBadly);
        } catch (IOException e) {
            door.close();
            throw e;
        }
    }

    private static boolean lock(FileChannel file) throws IOException {
        try {
            FileLock lock = file.tryLock(LOCKED_BYTE, 1, false);
            return lock != null;
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }

    private static String read(FileChannel file) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(200);
        file.read(buffer, 0);
        return new String(buffer.array(), 0, buffer.position(), StandardCharsets.US_ASCII);
    }

    /// Whether the last run ended without a word.
    public boolean endedBadly() {
        return endedBadly;
    }

    public Path database() {
        return directory.resolve("tutor-times-desktop.db");
    }

    public Path token() {
        return directory.resolve("token");
    }

    /// What to do when the program is started a second time; runs on a thread of its own.
    public void onSecondStart(Runnable show) {
        door.onKnock(show);
    }

    /// Gives the folder back without saying that all is well, where the start did not succeed.
    public void leaveAsItWas() {
        release(endedBadly);
    }

    /// The next start shall look for damage, however this run ends.
    public void lookForDamageNextTime() {
        damaged = true;
    }

    @Override
    public void close() {
        release(damaged);
    }

    private void release(boolean badly) {
        try (lockFile;
                door) {
            lockFile.truncate(badly ? 1 : 0);
        } catch (IOException e) {
            throw new StorageFailure("The folder " + directory + " could not be left tidy.", e);
        }
    }
}
