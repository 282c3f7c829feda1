package org.tutortimes.trust.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tutortimes.trust.machine.FragileDisk;
import org.tutortimes.trust.machine.FragileDisk.CrashPoint;
import org.tutortimes.trust.simulation.Simulation.Outcome;

/// A process ends at each commit of the same day in turn, just before it and just after it.
class EveryCommitTest {
    private static final long SEED = 1;
    private static final int DESKS = 3;
    private static final int AT_ONCE = Runtime.getRuntime().availableProcessors();

    @Test
    void aDesktopMayEndAtAnyOfItsCommits() throws Exception {
        endAtEach(world -> world.desks().getFirst().disk(), Deed.BOOT, 60);
    }

    @Test
    void aServerMayEndAtAnyOfItsCommits() throws Exception {
        endAtEach(world -> world.servers().getFirst().disk(), Deed.SERVER_START, 20);
    }

    private static void endAtEach(Function<World, FragileDisk> disk, Deed startAgain, int atLeast)
            throws Exception {
        int ended = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (boolean afterCommit : new boolean[] {false, true}) {
                boolean crashed = true;
                for (int first = 0; crashed; first += AT_ONCE) {
                    List<Callable<Boolean>> runs = new ArrayList<>();
                    for (int commit = first; commit < first + AT_ONCE; commit++) {
                        CrashPoint point = new CrashPoint(commit, afterCommit);
                        runs.add(() -> endAt(point, disk, startAgain));
                    }
                    for (Future<Boolean> run : threads.invokeAll(runs)) {
                        crashed &= run.get();
                        ended += run.get() ? 1 : 0;
                    }
                }
            }
        }
        assertThat(ended).as("commits at which it ended").isGreaterThan(atLeast);
    }

    /// @return whether it ended there, or the day has fewer commits
    private static boolean endAt(
            CrashPoint point, Function<World, FragileDisk> disk, Deed startAgain) {
        Outcome outcome =
                Simulation.run(SEED, day(startAgain), world -> disk.apply(world).crashAt(point));
        assertThat(outcome.violation())
                .as(() -> point + "\n" + String.join("\n", outcome.lines()))
                .isEmpty();
        return hasCrashed(outcome);
    }

    /// The end of a world ends its processes from outside; that is none of these.
    private static boolean hasCrashed(Outcome outcome) {
        return outcome.counts().keySet().stream()
                .filter(kind -> kind.startsWith("fault ") && kind.contains("crash"))
                .anyMatch(kind -> !kind.endsWith("from outside"));
    }

    /// At each of the desks of one tutor there is something to do; who finds a program that has
    /// ended starts it again.
    private static List<Act> day(Deed startAgain) {
        List<Act> acts = new ArrayList<>();
        Stream.of(
                        act(Deed.START, 0),
                        act(Deed.WORK, 0),
                        act(Deed.PAUSE, 0),
                        act(Deed.RESUME, 0),
                        act(Deed.LEAVE, 0),
                        act(Deed.KEEP_AWAY, 0),
                        act(Deed.SLEEP_SHORTLY, 0),
                        act(Deed.START, 1),
                        act(Deed.WORK, 1),
                        act(Deed.WEB_START, 0),
                        act(Deed.START, 0),
                        act(Deed.WORK, 0),
                        act(Deed.WEB_CORRECT, 0),
                        act(Deed.COMPLETE, 0),
                        act(Deed.WEB_DELETE, 0),
                        act(Deed.START, 0),
                        act(Deed.QUIT, 0),
                        act(Deed.SIGN_OUT, 0),
                        act(Deed.SIGN_IN, 0),
                        act(Deed.WEB_RESTORE, 0),
                        act(Deed.RESUME, 0),
                        act(Deed.WORK, 0),
                        signInOfColleague(),
                        act(Deed.START, 0),
                        act(Deed.WORK, 0))
                .forEach(act -> {
                    acts.add(act);
                    acts.add(act(startAgain, 0));
                });
        return acts;
    }

    /// The first number with which an act falls to that desk.
    private static Act act(Deed deed, int desk) {
        return new Act(deed, first(random -> random.nextInt(DESKS) == desk));
    }

    /// At the first desk, while somebody else's time runs there.
    private static Act signInOfColleague() {
        return new Act(
                Deed.SIGN_IN,
                first(random -> random.nextInt(DESKS) == 0 && random.nextInt(8) == 0));
    }

    private static long first(Predicate<Random> fits) {
        long number = 0;
        while (!fits.test(new Random(number))) {
            number++;
        }
        return number;
    }
}
