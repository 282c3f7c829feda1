package org.tutortimes.server.account;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;

/// Hashes and checks passwords with Argon2id.
public final class Passwords {

    private static final int KIBIBYTES = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;

    /// Each takes 19 MiB: many sign-ins at once must not take all the memory.
    private static final int MOST_AT_ONCE = 4;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private final Semaphore places = new Semaphore(MOST_AT_ONCE, true);
    private final SecureRandom random = new SecureRandom();
    private final Argon2Function function =
            Argon2Function.getInstance(KIBIBYTES, PASSES, LANES, HASH_BYTES, Argon2.ID);

    /// Checked where there is no such user or no password, so that it takes as long.
    private final String nobodysHash = hash("nobody's");

    /// The hash of a password, with its salt and its cost in it.
    public String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        takePlace();
        try {
            return function.hash(password.getBytes(java.nio.charset.StandardCharsets.UTF_8), salt)
                    .getResult();
        } finally {
            places.release();
        }
    }

    /// Whether this is the password. Takes the same time where there is no hash.
    public boolean isRight(String password, @Nullable String hash) {
        String compared = hash == null ? nobodysHash : hash;
        takePlace();
        try {
            boolean same =
                    Argon2Function.getInstanceFromHash(compared)
                            .check((CharSequence) password, compared);
            return same && hash != null;
        } finally {
            places.release();
        }
    }

    private void takePlace() {
        try {
            if (!places.tryAcquire(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new Refused(new Refusal.Busy(LONGEST_WAIT.toSeconds()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused(new Refusal.Busy(LONGEST_WAIT.toSeconds()));
        }
    }
}
