package org.tutortimes.trust.simulation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tutortimes.trust.simulation.Simulation.Outcome;

/// A history that violated something once. What is kept is its acts, for a seed alone means another
/// history as soon as the simulation learns something new. They stand in `kept-histories.txt`.
///
/// @param name a sentence that says what went wrong
record KeptHistory(String name, long seed, List<Act> acts) {
    private static final String FILE = "/kept-histories.txt";
    private static final Pattern HISTORY =
            Pattern.compile("(?ms)^# (.*?)\\n! (\\d+)$(.*?)(?=^# |\\z)");

    static List<KeptHistory> all() {
        return HISTORY.matcher(text())
                .results()
                .map(found ->
                        new KeptHistory(
                                found.group(1),
                                Long.parseLong(found.group(2)),
                                found.group(3).strip().lines().map(KeptHistory::act).toList()))
                .toList();
    }

    /// How this one would stand there.
    static String of(Outcome failed) {
        return "# %s\n! %d\n%s"
                .formatted(
                        Simulation.invariantOf(failed.violation()),
                        failed.seed(),
                        failed.acts().stream()
                                .map(act -> act.deed() + " " + act.number())
                                .collect(Collectors.joining("\n")));
    }

    Outcome again() {
        return Simulation.run(seed, acts);
    }

    private static Act act(String line) {
        String[] parts = line.split(" ", 2);
        return new Act(Deed.valueOf(parts[0]), Long.parseLong(parts[1]));
    }

    private static String text() {
        try (InputStream in = KeptHistory.class.getResourceAsStream(FILE)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
