package org.tutortimes.model.replay;

import java.util.Random;

/// Runs a property against many random inputs. The seeds are the same in every run, and the one
/// that fails is named, so a failure can be had again at will.
public final class Seeds {

    /// Something that must hold whatever the random numbers are.
    @FunctionalInterface
    public interface Property {
        void check(Random random) throws Exception;
    }

    private Seeds() {}

    public static void check(int tries, Property property) {
        for (int seed = 1; seed <= tries; seed++) {
            try {
                property.check(new Random(seed));
            } catch (AssertionError | Exception e) {
                throw new AssertionError("with seed " + seed, e);
            }
        }
    }
}
