package org.tutortimes.model.trouble;

/// Which of many calls fails.
public final class NthCall {
    private final int number;
    private final boolean persistently;
    private int met;
    private boolean failed;
    private boolean mended;

    /// @param number of the first call that fails, from 1
    /// @param persistently whether all that follow fail too, until somebody mends it
    public NthCall(int number, boolean persistently) {
        this.number = number;
        this.persistently = persistently;
    }

    /// Whether the next call fails.
    public synchronized boolean next() {
        met++;
        return fails(met == number);
    }

    /// Whether a call fails that only does so where all do.
    public synchronized boolean follows() {
        return fails(false);
    }

    private boolean fails(boolean first) {
        failed |= first;
        return first || (failed && persistently && !mended);
    }

    /// How many calls there have been.
    public synchronized int met() {
        return met;
    }

    /// Whether any failed.
    public synchronized boolean failed() {
        return failed;
    }

    /// Whether calls fail now.
    public synchronized boolean isBroken() {
        return fails(false);
    }

    /// Lets all calls through again.
    public synchronized void mend() {
        mended = failed;
    }

    @Override
    public String toString() {
        return "call " + number + (persistently ? " and all that follow" : "");
    }
}
