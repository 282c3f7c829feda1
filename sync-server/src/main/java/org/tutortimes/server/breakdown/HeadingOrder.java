package org.tutortimes.server.breakdown;

import java.util.Comparator;
import org.tutortimes.server.totals.Heading;

/// In which order the values of a dimension stand beside each other.
final class HeadingOrder {

    /// Time as it passes, names by the alphabet, piles last.
    static final Comparator<Heading> BY_TIME_OR_NAME =
            Comparator.comparing(HeadingOrder::text, String.CASE_INSENSITIVE_ORDER)
                    .thenComparingLong(HeadingOrder::id);

    private HeadingOrder() {}

    private static String text(Heading heading) {
        return switch (heading) {
            case Heading.Named named -> named.name();
            case Heading.Piles _ -> "\uffff";
            case Heading.From from -> from.firstDay().toString();
        };
    }

    private static long id(Heading heading) {
        return heading instanceof Heading.Named named ? named.id() : 0;
    }
}
