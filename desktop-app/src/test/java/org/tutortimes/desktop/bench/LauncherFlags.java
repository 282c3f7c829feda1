package org.tutortimes.desktop.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The JVM's options that are measured.
final class LauncherFlags {

    /// What the installed program is started with: a heap that begins small and gives back, and the
    /// quick compiler only, for nothing here runs long enough to earn the thorough one.
    static final List<String> RECOMMENDED =
            List.of(
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Xms16m",
                    "-Xmx128m",
                    "-XX:MinHeapFreeRatio=15",
                    "-XX:MaxHeapFreeRatio=30");

    private LauncherFlags() {}

    /// Those of the system property `tutor.times.bench.flags`, to try others; else those of the
    /// installed program.
    static List<String> chosen() {
        String others = System.getProperty("tutor.times.bench.flags");
        return others == null ? RECOMMENDED : List.of(others.strip().split("\\s+", -1));
    }

    /// The same, with a cache of loaded classes.
    static List<String> withCache(List<String> flags, Path cache) {
        return Stream.concat(flags.stream(), Stream.of("-XX:AOTCache=" + cache)).toList();
    }

    /// The same, to make that cache when the program ends.
    static List<String> makingCache(List<String> flags, Path cache) {
        return Stream.concat(flags.stream(), Stream.of("-XX:AOTCacheOutput=" + cache)).toList();
    }
}
