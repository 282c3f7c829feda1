package org.tutortimes.server.classroom;

import java.util.Map;
import java.util.stream.Collectors;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.language.Words;

/// Refusals that a page tells in a sentence where its reader can do something about them.
final class Refusals {

    private Refusals() {}

    /// The sentence.
    ///
    /// @throws Refused the refusal itself, where there is nothing to be done here
    static String sentence(Refused refused, Words words) {
        return switch (refused.refusal()) {
            case Refusal.Malformed malformed ->
                    malformed.faults().entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .map(fault ->
                                    words.text(
                                            "classroom.fault",
                                            field(fault.getKey(), words),
                                            words.fault(fault.getValue())))
                            .collect(Collectors.joining(" "));
            case Refusal.AgainstRule against -> words.refusal(against.code(), against.sentence());
            case Refusal.WrongState wrong -> words.refusal(wrong.code(), wrong.sentence());
            case Refusal.Forbidden forbidden ->
                    words.refusal(forbidden.code(), forbidden.sentence());
            default -> throw refused;
        };
    }

    private static String field(String name, Words words) {
        String key = "classroom.field." + name.replace('_', '-');
        return words.has(key) ? words.text(key) : name;
    }
}
