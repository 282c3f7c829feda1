package org.tutortimes.desktop.fx;

import javafx.application.Platform;

/// The one way from any thread to the window's.
public final class FxThread {

    private FxThread() {}

    /// At once where this is the FX thread already, else as soon as that thread is free.
    public static void run(Runnable work) {
        if (Platform.isFxApplicationThread()) {
            work.run();
        } else {
            Platform.runLater(work);
        }
    }
}
