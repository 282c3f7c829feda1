package org.tutortimes.server.account;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;

/// Slows failed sign-ins down, per account and per address. The wait grows with each failure up to
/// a limit and ends by itself, so nobody is locked out for good; a success forgets the account's.
final class FailedAttempts {

    private static final int FREE_FAILURES_OF_ACCOUNT = 5;
    private static final int FREE_FAILURES_OF_ADDRESS = 20;
    private static final long LONGEST_WAIT_SECONDS = 60;
    private static final long FORGOTTEN_AFTER_SECONDS = 900;
    private static final int MOST_KEPT = 100_000;

    private record Failures(int count, long lastAtSeconds) {}

    private final LongSupplier monotonicSeconds;
    private final Map<String, Failures> failures = new HashMap<>();

    /// @param monotonicSeconds a clock that only goes forward
    FailedAttempts(LongSupplier monotonicSeconds) {
        this.monotonicSeconds = monotonicSeconds;
    }

    /// Refuses an attempt that comes too soon after failures.
    synchronized void refuseTooSoon(String username, String address) {
        long wait =
                Math.max(
                        wait("account " + username, FREE_FAILURES_OF_ACCOUNT),
                        wait("address " + address, FREE_FAILURES_OF_ADDRESS));
        if (wait > 0) {
            throw new Refused(new Refusal.TooManyAttempts(wait));
        }
    }

    synchronized void failed(String username, String address) {
        note("account " + username);
        note("address " + address);
    }

    synchronized void succeeded(String username) {
        failures.remove("account " + username);
    }

    private void note(String key) {
        long now = monotonicSeconds.getAsLong();
        if (failures.size() >= MOST_KEPT) {
            failures.values().removeIf(kept -> now - kept.lastAtSeconds > FORGOTTEN_AFTER_SECONDS);
        }
        failures.merge(
                key,
                new Failures(1, now),
                (kept, first) ->
                        isForgotten(kept, now) ? first : new Failures(kept.count + 1, now));
    }

    private long wait(String key, int free) {
        Failures kept = failures.get(key);
        long now = monotonicSeconds.getAsLong();
        if (kept == null || isForgotten(kept, now) || kept.count < free) {
            return 0;
        }
        long delay = Math.min(LONGEST_WAIT_SECONDS, 1L << Math.min(6, kept.count - free));
        return Math.max(0, kept.lastAtSeconds + delay - now);
    }

    private static boolean isForgotten(Failures kept, long now) {
        return now - kept.lastAtSeconds > FORGOTTEN_AFTER_SECONDS;
    }
}
