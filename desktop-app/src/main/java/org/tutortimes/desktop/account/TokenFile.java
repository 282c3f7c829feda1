package org.tutortimes.desktop.account;

import com.fasterxml.jackson.core.JacksonException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tutortimes.desktop.store.OwnerOnly;
import org.tutortimes.desktop.store.StorageFailure;
import org.tutortimes.model.wire.Json;

/// The token of the account in use, in a file that only its owner may read.
public final class TokenFile {
    private static final Logger LOG = LoggerFactory.getLogger(TokenFile.class);

    private final Path file;

    /// @param account whose it is
    record Token(String account, String token) {}

    public TokenFile(Path file) {
        this.file = file;
    }

    /// The token of that account; empty where there is none, or another's.
    public Optional<String> of(String account) {
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        try {
            Token kept = Json.read(Files.readString(file), Token.class);
            return account.equals(kept.account())
                    ? Optional.ofNullable(kept.token())
                    : Optional.empty();
        } catch (JacksonException e) {
            LOG.warn("The token file makes no sense; a new sign-in will replace it");
            return Optional.empty();
        } catch (IOException e) {
            LOG.warn("The token file cannot be read; a new sign-in will replace it", e);
            return Optional.empty();
        }
    }

    void put(String account, String token) {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(fresh);
            Files.createFile(fresh);
            OwnerOnly.restrict(fresh);
            Files.writeString(fresh, Json.write(new Token(account, token)));
            Files.move(
                    fresh,
                    file,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StorageFailure("The sign-in could not be stored on this computer.", e);
        }
    }

    void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new StorageFailure("The sign-in could not be removed from this computer.", e);
        }
    }
}
