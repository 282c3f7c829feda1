package org.tutortimes.server.address;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tutortimes.server.DataFolder;
import org.tutortimes.server.StartFailure;

/// The key that a server makes for itself, in a file of its data folder that its owner alone may
/// read.
record AddressKeyFile(Path folder) {

    private static final Logger LOG = LoggerFactory.getLogger(AddressKeyFile.class);
    private static final int KEY_BYTES = 32;

    /// Whether there is none yet.
    boolean isMissing() {
        return !Files.exists(file());
    }

    /// Takes away what was just made and is of no use.
    void remove() {
        try {
            Files.deleteIfExists(file());
        } catch (IOException e) {
            LOG.warn("The key {} was just made, is of no use, and cannot be removed", file(), e);
        }
    }

    Path file() {
        return folder.resolve("address.key");
    }

    /// The key, made now where there is none.
    byte[] bytes() {
        try {
            if (!Files.exists(file())) {
                DataFolder.prepare(folder);
                make();
            }
            byte[] key = Base64.getDecoder().decode(Files.readString(file()).strip());
            if (key.length == KEY_BYTES) {
                return key;
            }
            throw new StartFailure("The file %s holds no key.".formatted(file()));
        } catch (IllegalArgumentException e) {
            throw new StartFailure("The file %s holds no key.".formatted(file()), e);
        } catch (IOException e) {
            throw new StartFailure(
                    "The key of the addresses in %s cannot be read or made.".formatted(file()), e);
        }
    }

    /// Under another name first, so that no half of a key is ever found.
    private void make() throws IOException {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        Path begun = Files.createTempFile(folder, "address", ".new", forOwner());
        try {
            write(begun, Base64.getEncoder().encodeToString(key) + "\n");
            Files.move(begun, file());
        } catch (FileAlreadyExistsException e) {
            LOG.debug("Another process has made the key meanwhile", e);
        } finally {
            Files.deleteIfExists(begun);
        }
    }

    private static void write(Path begun, String text) throws IOException {
        try (FileChannel channel = FileChannel.open(begun, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private FileAttribute<?>[] forOwner() {
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
