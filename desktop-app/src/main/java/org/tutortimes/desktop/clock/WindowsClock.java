package org.tutortimes.desktop.clock;

import com.sun.jna.platform.win32.Kernel32;

/// Windows: `GetTickCount64`, the milliseconds since the start of the computer with its sleep.
final class WindowsClock implements RunningClock {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Kernel32 kernel;

    private WindowsClock(Kernel32 kernel) {
        this.kernel = kernel;
    }

    /// Throws an UnsatisfiedLinkError where there is no such clock.
    static WindowsClock open() {
        return new WindowsClock(Kernel32.INSTANCE);
    }

    @Override
    public long nanos() {
        return kernel.GetTickCount64() * NANOS_PER_MILLI;
    }

    @Override
    public String name() {
        return "GetTickCount64";
    }
}
