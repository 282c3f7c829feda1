package org.tutortimes.server;

/// Carries a [Refusal] to the edge. Work that throws it inside a transaction leaves no trace there.
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Refusal refusal;

    public Refused(Refusal refusal) {
        // Refusals are ordinary answers: nobody reads their stack traces.
        super(refusal.toString(), null, false, false);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
