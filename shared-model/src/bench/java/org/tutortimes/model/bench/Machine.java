package org.tutortimes.model.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/// What the figures were measured on.
///
/// @param loadAverage of the last minute when the report was made; a busy machine shows here
/// @param fsyncMillis the median of one synchronisation of 4 KB
public record Machine(
        int cores,
        long memoryMegabytes,
        String system,
        String java,
        double loadAverage,
        double fsyncMillis,
        double fsyncMillis99) {

    private static final int FSYNCS = 200;
    private static final double NANOS_PER_MILLI = 1e6;

    static Machine look(Path folder) throws IOException {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        Histogram disk = new Histogram(3);
        try (DiskProbe probe = new DiskProbe(folder)) {
            for (int round = 0; round < FSYNCS; round++) {
                disk.recordValue(probe.nanos());
            }
        }
        return new Machine(
                system.getAvailableProcessors(),
                system.getTotalMemorySize() >> 20,
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("java.vendor") + " " + System.getProperty("java.version"),
                system.getSystemLoadAverage(),
                disk.getValueAtPercentile(50) / NANOS_PER_MILLI,
                disk.getValueAtPercentile(99) / NANOS_PER_MILLI);
    }

    String sentence() {
        return String.format(
                Locale.ROOT,
                "%d cores, %,d MB, %s, %s; load average %.1f; fsync of 4 KB: median %.2f ms,"
                        + " p99 %.2f ms.",
                cores,
                memoryMegabytes,
                system,
                java,
                loadAverage,
                fsyncMillis,
                fsyncMillis99);
    }
}
