package org.tutortimes.trust.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// One step of a history: what is done, and the number from which the rest of it is drawn. An act
/// means something by itself, so that a history can be shortened.
record Act(Deed deed, long number) {
    private static final int LEAST = 8;
    private static final int MOST = 30;
    private static final int ALL_WEIGHTS = sum();

    /// The history of a seed.
    static List<Act> history(long seed) {
        Random random = new Random(seed ^ 0x5deece66dL);
        List<Act> acts = new ArrayList<>();
        int length = random.nextInt(LEAST, MOST);
        for (int count = 0; count < length; count++) {
            acts.add(new Act(deed(random.nextInt(ALL_WEIGHTS)), random.nextLong()));
        }
        return acts;
    }

    private static Deed deed(int place) {
        int rest = place;
        for (Deed deed : Deed.values()) {
            rest -= deed.weight();
            if (rest < 0) {
                return deed;
            }
        }
        throw new IllegalStateException("no deed at " + place);
    }

    private static int sum() {
        int sum = 0;
        for (Deed deed : Deed.values()) {
            sum += deed.weight();
        }
        return sum;
    }
}
