package org.tutortimes.desktop.store;

/// The program runs already with this data folder; its window was asked to come to the front.
public final class AlreadyRunning extends RuntimeException {

    private static final long serialVersionUID = 1;

    AlreadyRunning(boolean windowAnswered) {
        super(
                windowAnswered
                        ? "Tutor Times is running already; its window is in front now."
                        : "Tutor Times is running already with this data folder.");
    }
}
