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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlantedFaultsTest {
    private static final long MOST_SEEDS = Long.getLong("simulation.most", 2_000);

    /// What became of a fault.
    private record Found(PlantedFault fault, long seeds, String violation) {
        String row() {
            return "| %s | %s | %s |"
                    .formatted(
                            fault.name(),
                            violation.isEmpty() ? "not found" : String.valueOf(seeds),
                            violation.lines().findFirst().orElse("").split(":", 2)[0]);
        }
    }

    @Test
    void theSimulationFindsEveryPlantedFault() throws Exception {
        List<Found> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<Found>> tried =
                    Stream.concat(FaultsOfDesktops.ALL.stream(), FaultsOfServers.ALL.stream())
                            .map(fault -> threads.submit(() -> find(fault)))
                            .toList();
            for (Future<Found> each : tried) {
                all.add(each.get());
            }
        }
        write(all);

        assertThat(all).hasSizeGreaterThanOrEqualTo(20);
        assertThat(all)
                .allSatisfy(found -> assertThat(found.violation()).as(found.row()).isNotEmpty());
    }

    private static Found find(PlantedFault fault) throws ReflectiveOperationException {
        FaultyProduct product = new FaultyProduct(fault);
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
