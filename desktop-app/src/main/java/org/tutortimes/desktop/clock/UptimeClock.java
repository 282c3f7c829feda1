package org.tutortimes.desktop.clock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Linux without its C library's clock: `/proc/uptime`, in hundredths of a second.
final class UptimeClock implements RunningClock {
    private final Path file;
    private long latest;

    UptimeClock(Path file) {
        this.file = file;
    }

    static RunningClock orWallClock() {
        return orWallClock(Path.of("/proc/uptime"));
    }

    static RunningClock orWallClock(Path file) {
        try {
            UptimeClock clock = new UptimeClock(file);
            clock.latest = clock.readFile();
            return clock;
        } catch (IOException | IllegalArgumentException _) {
            return GuardedWallClock.ofThisMachine();
        }
    }

    @Override
    public synchronized long nanos() {
        try {
            latest = Math.max(latest, readFile());
            return latest;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private long readFile() throws IOException {
        return TickCount.uptimeNanos(Files.readString(file));
    }

    @Override
    public String name() {
        return file.toString();
    }
}
