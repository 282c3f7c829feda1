package org.tutortimes.desktop.clock;

import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;

/// macOS: `mach_continuous_time`, which goes on during sleep.
final class MacClock implements RunningClock {

    /// Names are those of the C headers.
    interface SystemLibrary extends Library {
        long mach_continuous_time();

        int mach_timebase_info(Pointer numeratorAndDenominator);
    }

    private final SystemLibrary system;
    private final long numerator;
    private final long denominator;

    private MacClock(SystemLibrary system, long numerator, long denominator) {
        this.system = system;
        this.numerator = numerator;
        this.denominator = denominator;
    }

    /// Throws an UnsatisfiedLinkError where there is no such clock.
    static MacClock open() {
        SystemLibrary system = Native.load("System", SystemLibrary.class);
        try (Memory timebase = new Memory(2L * Integer.BYTES)) {
            int refused = system.mach_timebase_info(timebase);
            long numerator = Integer.toUnsignedLong(timebase.getInt(0));
            long denominator = Integer.toUnsignedLong(timebase.getInt(Integer.BYTES));
            if (refused != 0 || denominator == 0) {
                throw new UnsatisfiedLinkError("macOS did not tell the unit of its clock");
            }
            return new MacClock(system, numerator, denominator);
        }
    }

    @Override
    public long nanos() {
        return TickCount.scale(system.mach_continuous_time(), numerator, denominator);
    }

    @Override
    public String name() {
        return "mach_continuous_time";
    }
}
