package org.tutortimes.desktop.clock;

import java.util.Locale;

/// A clock that goes on while the computer sleeps and takes no notice of anyone setting the time.
///
/// Good for differences within one run of the computer only: where its zero is differs.
public interface RunningClock {

    /// Nanoseconds; never less than before.
    long nanos();

    /// What it reads, for the diagnosis page.
    String name();

    static RunningClock ofThisMachine() {
        return of(System.getProperty("os.name", ""));
    }

    /// The best clock of a system by its `os.name`; the wall clock where it has none.
    static RunningClock of(String osName) {
        String system = osName.toLowerCase(Locale.ROOT);
        try {
            if (system.startsWith("windows")) {
                return WindowsClock.open();
            }
            if (system.startsWith("mac")) {
                return MacClock.open();
            }
            if (system.startsWith("linux")) {
                return LinuxClock.open();
            }
        } catch (UnsatisfiedLinkError | NoClassDefFoundError _) {
            // The system library is missing: the wall clock is all there is.
        }
        return system.startsWith("linux")
                ? UptimeClock.orWallClock()
                : GuardedWallClock.ofThisMachine();
    }
}
