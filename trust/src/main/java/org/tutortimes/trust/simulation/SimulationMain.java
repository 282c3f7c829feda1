package org.tutortimes.trust.simulation;

import java.util.Map;
import java.util.TreeMap;
import org.tutortimes.trust.simulation.Simulation.Outcome;

/// Runs seeds.
public final class SimulationMain {

    private SimulationMain() {}

    public static void main(String[] arguments) {
        long first = Long.parseLong(arguments[0]);
        long seeds = Long.parseLong(arguments[1]);
        Map<String, Long> counts = new TreeMap<>();
        int bad = 0;
        long start = System.nanoTime();
        for (long seed = first; seed < first + seeds; seed++) {
            Outcome outcome = Simulation.run(seed);
            outcome.counts().forEach((kind, count) -> counts.merge(kind, count, Long::sum));
            if (!outcome.isGood()) {
                bad++;
                System.out.println("seed " + seed + ": " + outcome.violation());
            }
            if (seeds == 1) {
                outcome.lines().forEach(System.out::println);
            }
        }
        counts.forEach((kind, count) -> System.out.println(kind + " = " + count));
        System.out.println(
                bad + " bad; " + (System.nanoTime() - start) / 1_000_000 / seeds + " ms");
    }
}
