package org.tutortimes.server.account;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.LongSupplier;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;

/// Slows failed sign-ins down. The wait grows with each failure up to a limit and ends by itself.
///
/// It is counted for an address, and for an account. That of an account holds only for addresses
/// that have failed lately themselves: whoever tries somebody's password out from elsewhere cannot
/// keep the owner out.
public final class FailedAttempts {

    private static final int FREE_FAILURES_OF_ACCOUNT = 5;
    private static final int FREE_FAILURES_OF_ADDRESS = 20;
    private static final long LONGEST_WAIT_SECONDS = 60;
    private static final long FORGOTTEN_AFTER_SECONDS = 900;
    private static final int MOST_KEPT = 100_000;
    private static final int LONGEST_NAME_KEPT = 100;
    private static final int NETWORK_BYTES = 8;

    private record Failures(int count, long lastAtSeconds) {}

    private final LongSupplier monotonicSeconds;
    private final Map<String, Failures> failures = new HashMap<>();

    /// @param monotonicSeconds a clock that only goes forward
    public FailedAttempts(LongSupplier monotonicSeconds) {
        this.monotonicSeconds = monotonicSeconds;
    }

    /// Refuses an attempt that comes too soon after failures.
    synchronized void refuseTooSoon(String username, String address) {
        long ofAddress = wait(address(address), FREE_FAILURES_OF_ADDRESS);
        long ofAccount =
                hasFailed(address(address)) ? wait(account(username), FREE_FAILURES_OF_ACCOUNT) : 0;
        long wait = Math.max(ofAddress, ofAccount);
        if (wait > 0) {
            throw new Refused(new Refusal.TooManyAttempts(wait));
        }
    }

    synchronized void failed(String username, String address) {
        note(account(username));
        note(address(address));
    }

    synchronized void succeeded(String username) {
        failures.remove(account(username));
    }

    private void note(String key) {
        long now = monotonicSeconds.getAsLong();
        if (failures.size() >= MOST_KEPT) {
            failures.values().removeIf(kept -> isForgotten(kept, now));
        }
        failures.merge(
                key,
                new Failures(1, now),
                (kept, first) ->
                        isForgotten(kept, now) ? first : new Failures(kept.count + 1, now));
    }

    private boolean hasFailed(String key) {
        Failures kept = failures.get(key);
        return kept != null && !isForgotten(kept, monotonicSeconds.getAsLong());
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

    /// Names that nobody has are kept too, and may be as long as a request.
    private static String account(String username) {
        return "account " + username.substring(0, Math.min(LONGEST_NAME_KEPT, username.length()));
    }

    /// One computer has the whole network behind the first half of an IPv6 address to itself.
    private static String address(String address) {
        if (!address.contains(":")) {
            return "address " + address;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            byte[] network = Arrays.copyOf(bytes, Math.min(NETWORK_BYTES, bytes.length));
            return "address " + HexFormat.of().formatHex(network);
        } catch (UnknownHostException e) {
            return "address " + address;
        }
    }
}
