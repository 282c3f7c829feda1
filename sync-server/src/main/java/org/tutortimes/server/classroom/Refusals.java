package org.tutortimes.server.classroom;

import java.util.Map;
import java.util.stream.Collectors;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;

/// Refusals that a page tells in a sentence where its reader can do something about them.
final class Refusals {

    private Refusals() {}

    /// The sentence.
    ///
    /// @throws Refused the refusal itself, where there is nothing to be done here
    static String sentence(Refused refused) {
        return switch (refused.refusal()) {
            case Refusal.Malformed malformed ->
                    malformed.faults().entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .map(fault -> "“%s” %s.".formatted(fault.getKey(), fault.getValue()))
                            .collect(Collectors.joining(" "));
            case Refusal.AgainstRule against -> against.sentence();
            case Refusal.WrongState wrong -> wrong.sentence();
            case Refusal.Forbidden forbidden -> forbidden.sentence();
            default -> throw refused;
        };
    }
}
