package org.tutortimes.trust;

import java.time.Duration;
import org.tutortimes.desktop.idle.InputIdle;

/// A keyboard on which somebody types all the time.
public final class SomebodyThere implements InputIdle {

    @Override
    public String name() {
        return "always somebody";
    }

    @Override
    public boolean isSystemWide() {
        return true;
    }

    @Override
    public Reading read() {
        return new SinceInput(Duration.ZERO);
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
