package org.tutortimes.trust.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tutortimes.trust.simulation.Simulation.Outcome;

class SimulationTest {

    @Test
    void nothingIsLostWhateverHappens() {
        long first = Long.getLong("simulation.first", 1);
        long seeds = Long.getLong("simulation.seeds", 100);
        long start = System.nanoTime();
        java.util.Map<String, Long> counts = new java.util.TreeMap<>();
        int bad = 0;
        for (long seed = first; seed < first + seeds; seed++) {
            Outcome outcome = Simulation.run(seed);
            outcome.counts().forEach((k, v) -> counts.merge(k, v, Long::sum));
            if (!outcome.isGood()) {
                bad++;
                System.out.println("seed " + seed + ": " + outcome.violation());
                if (seeds == 1) {
                    outcome.lines().forEach(System.out::println);
                }
            }
        }
        System.out.println("ms per seed: " + (System.nanoTime() - start) / 1_000_000 / seeds);
        counts.forEach((k, v) -> System.out.println(k + " = " + v));
        assertThat(bad).isZero();
    }
}
