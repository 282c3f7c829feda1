package org.tutortimes.trust.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.tutortimes.trust.machine.Story;

/// One run: a world is made, a history done in it, and what came of it judged.
public final class Simulation {
    private static final Path MEMORY = Path.of("/dev/shm");

    private Simulation() {}

    /// Does the whole history of a seed.
    public static Outcome run(long seed) {
        return run(seed, Act.history(seed));
    }

    /// What a seed violates, or an empty text.
    public static String violationOf(long seed) {
        return run(seed).violation();
    }

    /// Which invariant a violation is of.
    public static String invariantOf(String violation) {
        return violation.split(":", 2)[0];
    }

    /// What came of a run.
    ///
    /// @param violation what must never be, or empty
    public record Outcome(
            long seed,
            List<Act> acts,
            String violation,
            List<String> lines,
            java.util.Map<String, Long> counts) {
        public boolean isGood() {
            return violation.isEmpty();
        }
    }

    static Outcome run(long seed, List<Act> acts) {
        return run(seed, acts, _ -> {});
    }

    /// @param before what is done to the world when all are at work
    static Outcome run(long seed, List<Act> acts, Consumer<World> before) {
        Path folder = freshFolder();
        World world = new World(seed, folder);
        Story story = world.story();
        try {
            populate(world, new Random(seed));
            before.accept(world);
            Doing doing = new Doing(world);
            for (Act act : acts) {
                if (story.violation() == null) {
                    doing.perform(act);
                }
            }
            if (story.violation() == null) {
                new Ending(world).come();
            }
        } catch (RuntimeException | Error e) {
            story.violated("nothing fails that nobody expects", stack(e));
        } finally {
            world.close();
            delete(folder);
        }
        String violation = story.violation();
        return new Outcome(
                seed, acts, violation == null ? "" : violation, story.lines(), story.counts());
    }

    /// Three computers, sometimes four; a fifth and sixth come by copying a folder.
    private static void populate(World world, Random draw) {
        List<String> users = new ArrayList<>(List.of("tia", "tia", "tom"));
        if (draw.nextInt(4) == 0) {
            users.add(draw.nextBoolean() ? "tia" : "tom");
        }
        for (String user : users) {
            Desk desk = world.addDesk(user);
            desk.boot();
            desk.signIn(user);
        }
    }

    private static String stack(Throwable failure) {
        StringBuilder text = new StringBuilder(failure.toString());
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            text.append("\ncaused by ").append(cause);
            for (StackTraceElement element : cause.getStackTrace()) {
                if (element.getClassName().startsWith("org.tutortimes")) {
                    text.append("\n    at ").append(element);
                }
            }
        }
        return text.toString();
    }

    /// In memory where there is such a place: a run syncs to the disk some hundred times.
    private static Path freshFolder() {
        try {
            return Files.isWritable(MEMORY)
                    ? Files.createTempDirectory(MEMORY, "simulation")
                    : Files.createTempDirectory("simulation");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
