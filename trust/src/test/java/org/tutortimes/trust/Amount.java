package org.tutortimes.trust;

/// How much the build was told to try.
public final class Amount {
    private static final int TELL_EVERY = 100;

    private Amount() {}

    /// How often each program is killed.
    public static int ofKills() {
        return Integer.getInteger("tutor.times.kills", 25);
    }

    /// How many runs there are of each fault of the network.
    public static int ofCuts() {
        return Integer.getInteger("tutor.times.cuts", 25);
    }

    /// Says now and then how far a long trial has come.
    public static void tellKills(int done) {
        if (done % TELL_EVERY == 0) {
            System.out.println(done + " of " + ofKills() + " kills are done");
        }
    }

    /// The seed of the first run; each further one has the next number.
    public static long firstSeed() {
        return Long.getLong("tutor.times.first.seed", 1);
    }
}
