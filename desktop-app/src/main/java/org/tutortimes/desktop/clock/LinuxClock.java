package org.tutortimes.desktop.clock;

import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;

/// Linux: CLOCK_BOOTTIME, the time since the start of the computer with its sleep.
final class LinuxClock implements RunningClock {
    private static final int CLOCK_BOOTTIME = 7;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    /// Names are those of the C headers.
    interface SystemLibrary extends Library {
        int clock_gettime(int clock, Pointer timespec);
    }

    private final SystemLibrary system;
    private final Memory timespec = new Memory(2L * NativeLong.SIZE);

    private LinuxClock(SystemLibrary system) {
        this.system = system;
    }

    /// Throws an UnsatisfiedLinkError where there is no such clock.
    static LinuxClock open() {
        LinuxClock clock = new LinuxClock(Native.load("c", SystemLibrary.class));
        clock.nanos();
        return clock;
    }

    @Override
    public synchronized long nanos() {
        if (system.clock_gettime(CLOCK_BOOTTIME, timespec) != 0) {
            throw new UnsatisfiedLinkError("This kernel has no CLOCK_BOOTTIME");
        }
        long seconds = timespec.getNativeLong(0).longValue();
        return seconds * NANOS_PER_SECOND + timespec.getNativeLong(NativeLong.SIZE).longValue();
    }

    @Override
    public String name() {
        return "CLOCK_BOOTTIME";
    }
}
