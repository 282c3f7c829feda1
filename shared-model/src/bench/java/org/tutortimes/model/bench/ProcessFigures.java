package org.tutortimes.model.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What the operating system counts of a process: Linux only.
public final class ProcessFigures {

    private static final int USER_TICKS = 11;
    private static final int SYSTEM_TICKS = 12;

    /// What /proc counts in, whatever the kernel's own clock.
    private static final long NANOS_PER_TICK = 10_000_000;

    private final Path folder;

    public ProcessFigures(long pid) {
        this.folder = Path.of("/proc", Long.toString(pid));
    }

    /// Whether there is anything to read here.
    public boolean areThere() {
        return Files.isReadable(folder.resolve("smaps_rollup"));
    }

    /// Processor time of all its threads so far.
    public long processorNanos() throws IOException {
        String line = Files.readString(folder.resolve("stat"));
        // The name comes second, in brackets, and may hold blanks.
        String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[SYSTEM_TICKS]))
                * NANOS_PER_TICK;
    }

    /// Memory that is its own or its part of what it shares, in megabytes.
    public double proportionalMegabytes() throws IOException {
        return megabytes("Pss:");
    }

    /// Resident memory, in megabytes.
    public double residentMegabytes() throws IOException {
        return megabytes("Rss:");
    }

    private double megabytes(String name) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("smaps_rollup"));
        Optional<String> found = lines.stream().filter(line -> line.startsWith(name)).findFirst();
        String[] words = found.orElseThrow().split("\\s+", -1);
        return Long.parseLong(words[1]) / 1024.0;
    }
}
