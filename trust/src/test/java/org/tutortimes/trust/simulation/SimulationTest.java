package org.tutortimes.trust.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tutortimes.trust.simulation.Simulation.Outcome;

/// The seeds of the build. More of them, or others: `mvn -Psimulation test -Dsimulation.first=1
/// -Dsimulation.seeds=1000000`.
class SimulationTest {
    private static final long FIRST = Long.getLong("simulation.first", 1);
    private static final long SEEDS = Long.getLong("simulation.seeds", 2_000);
    private static final long ENOUGH_TO_MEET_EVERYTHING = 2_000;
    private static final long TELL_EVERY = 10_000;

    @Test
    @Timeout(value = 2, unit = TimeUnit.DAYS)
    void whateverHappensNothingIsLostDoubledOrInvented() throws IOException {
        Campaign.Result result = Campaign.run(FIRST, SEEDS, SimulationTest::tell);
        write(result);

        assertThat(result.failures().stream().limit(1).map(SimulationTest::story)).isEmpty();
        if (SEEDS >= ENOUGH_TO_MEET_EVERYTHING) {
            assertThat(Coverage.missing(result.counts())).as("was never met").isEmpty();
        }
    }

    @Test
    void theSameSeedTellsTheSameStory() {
        List<String> first = Simulation.run(FIRST).lines();

        assertThat(first).isNotEmpty();
        assertThat(Simulation.run(FIRST).lines()).isEqualTo(first);
    }

    private static void tell(long done) {
        if (done % TELL_EVERY == 0) {
            System.out.println(done + " seeds are done");
        }
    }

    /// What a developer needs to see it again.
    private static String story(Outcome failed) {
        Outcome shortest = Shortening.of(failed);
        return """
        Seed %d: %s
        To see it again: mvn -Psimulation test -Dsimulation.first=%d -Dsimulation.seeds=1
        Its history, from which %d of %d acts could be left out:
        %s
        """
                .formatted(
                        failed.seed(),
                        failed.violation(),
                        failed.seed(),
                        failed.acts().size() - shortest.acts().size(),
                        failed.acts().size(),
                        String.join("\n", shortest.lines()));
    }

    private static void write(Campaign.Result result) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(
                "%d seeds from %d in %d s, %d failed"
                        .formatted(
                                result.seeds(),
                                FIRST,
                                result.took().toSeconds(),
                                result.failures().size()));
        lines.addAll(
                result.counts().entrySet().stream()
                        .map(count -> "%9d  %s".formatted(count.getValue(), count.getKey()))
                        .collect(Collectors.toList()));
        Files.write(Path.of("target", "simulation.txt"), lines);
        if (result.seeds() == 1) {
            lines.forEach(System.out::println);
            Simulation.run(FIRST).lines().forEach(System.out::println);
        } else {
            System.out.println(lines.getFirst() + "; see target/simulation.txt");
        }
    }
}
