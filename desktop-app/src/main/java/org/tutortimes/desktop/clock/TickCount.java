package org.tutortimes.desktop.clock;

/// Arithmetic of the units in which systems count time.
public final class TickCount {
    private static final long TICKS_IN_32_BITS = 1L << 32;
    private static final long AHEAD_BY_AT_MOST = 60_000;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private TickCount() {}

    /// Milliseconds from one reading of a 32-bit tick counter to a later one, over its return to
    /// zero every 49.7 days too.
    ///
    /// Windows may stamp an input slightly ahead of the counter; that is an input just now, not one
    /// of 49 days ago.
    public static long millisBetween(int earlier, int later) {
        long elapsed = Integer.toUnsignedLong(later - earlier);
        return elapsed > TICKS_IN_32_BITS - AHEAD_BY_AT_MOST ? 0 : elapsed;
    }

    /// Ticks to nanoseconds by a fraction, without overflow on the way.
    public static long scale(long ticks, long numerator, long denominator) {
        return (ticks / denominator) * numerator + (ticks % denominator) * numerator / denominator;
    }

    /// The first number of `/proc/uptime`, seconds with a fraction, in nanoseconds.
    public static long uptimeNanos(String procUptime) {
        String[] words = procUptime.strip().split("\\s+", 2);
        String[] parts = words[0].split("\\.", 2);
        String fraction = parts.length == 2 ? parts[1] : "";
        if (!parts[0].matches("\\d{1,9}") || !fraction.matches("\\d{0,9}")) {
            throw new IllegalArgumentException("Not an uptime: " + procUptime.strip());
        }
        long nanos = Long.parseLong((fraction + "000000000").substring(0, 9));
        return Math.addExact(Long.parseLong(parts[0]) * NANOS_PER_SECOND, nanos);
    }
}
