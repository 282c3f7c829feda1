package org.tutortimes.desktop.idle;

import java.time.Duration;

/// One way to learn how long ago the last keyboard, mouse or touch input was.
///
/// Reading never throws: what cannot be had is an [Unavailable] with a reason that a tutor can
/// read, so that it is never mistaken for "input just now".
public interface InputIdle extends AutoCloseable {

    /// What was found out.
    sealed interface Reading permits SinceInput, Unavailable {}

    /// The time since the last input; never negative.
    record SinceInput(Duration elapsed) implements Reading {
        public SinceInput {
            if (elapsed.isNegative()) {
                throw new IllegalArgumentException("The last input cannot be " + elapsed + " ago");
            }
        }
    }

    /// Nothing is known, and why, as a sentence.
    record Unavailable(String why) implements Reading {}

    /// Where the input is watched, for the screen: "X11", "Windows", "this window only".
    String name();

    /// Whether input in other programs is seen too.
    boolean isSystemWide();

    /// May wait for another process, for two seconds at most; not for the FX thread.
    Reading read();

    @Override
    void close();
}
