package org.tutortimes.trust.machine;

/// The end of a process in the middle of what it does. No program catches it.
public final class Crash extends Error {
    private static final long serialVersionUID = 1;

    Crash() {
        super("the process ended here", null, false, false);
    }
}
