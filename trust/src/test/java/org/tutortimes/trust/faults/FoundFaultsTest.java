package org.tutortimes.trust.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tutortimes.trust.simulation.Simulation;

/// To find anew which seed is the first that catches each: `mvn -Psimulation test
/// -Dtest=FoundFaultsTest -Dfaults.search=true`.
class FoundFaultsTest {
    private static final long MOST_SEEDS = 2_000;
    private static final boolean SEARCH = Boolean.getBoolean("faults.search");

    /// What became of a fault.
    private record Found(PlantedFault fault, long seeds, String violation) {
        String row() {
            return "| %s | %s | %s |"
                    .formatted(
                            fault.name(),
                            violation.isEmpty() ? "not found" : String.valueOf(seeds),
                            invariant());
        }

        String invariant() {
            return Simulation.invariantOf(violation);
        }
    }

    @Test
    @Timeout(value = 1, unit = TimeUnit.HOURS)
    void theSimulationFindsEveryPlantedFault() throws Exception {
        List<Found> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<Found>> tried =
                    PlantedFault.all().stream()
                            .map(fault -> threads.submit(() -> find(fault)))
                            .toList();
            for (Future<Found> each : tried) {
                all.add(each.get());
            }
        }
        write(all);

        assertThat(all).hasSizeGreaterThanOrEqualTo(20);
        assertThat(all)
                .allSatisfy(found ->
                        assertThat(found.invariant())
                                .as(found.row())
                                .isEqualTo(found.fault().invariant()));
    }

    /// The seed that found it the last time is tried first, unless the first is to be found anew.
    private static Found find(PlantedFault fault) throws ReflectiveOperationException {
        FaultyProduct product = new FaultyProduct(fault);
        String known = SEARCH ? "" : product.violationOf(fault.seed());
        if (!known.isEmpty()) {
            return new Found(fault, fault.seed(), known);
        }
        for (long seed = 1; seed <= MOST_SEEDS; seed++) {
            String violation = product.violationOf(seed);
            if (!violation.isEmpty()) {
                return new Found(fault, seed, violation);
            }
        }
        return new Found(fault, MOST_SEEDS, "");
    }

    /// For `docs/trust.md`.
    private static void write(List<Found> all) throws IOException, ExecutionException {
        List<String> rows =
                new ArrayList<>(
                        List.of("| fault | seeds until found | by |", "| --- | ---: | --- |"));
        all.stream().map(Found::row).forEach(rows::add);
        Files.write(Path.of("target", "planted-faults.md"), rows);
    }
}
