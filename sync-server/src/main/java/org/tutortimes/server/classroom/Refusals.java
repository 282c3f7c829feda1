package org.tutortimes.server.classroom;

import java.util.Map;
import java.util.stream.Collectors;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;

/// Refusals that a page tells in a sentence where its reader can do something about them.
final class Refusals {

    private static final Map<String, String> WORDS =
            Map.of(
                    "name", "The name",
                    "teacher_id", "The teacher",
                    "student_ids", "The list of students",
                    "weekday", "The day",
                    "meeting_time", "The time",
                    "duration_minutes", "The number of minutes");

    private Refusals() {}

    /// The sentence.
    ///
    /// @throws Refused the refusal itself, where there is nothing to be done here
    static String sentence(Refused refused) {
        return switch (refused.refusal()) {
            case Refusal.Malformed malformed ->
                    malformed.faults().entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .map(fault ->
                                    "%s %s."
                                            .formatted(
                                                    WORDS.getOrDefault(
                                                            fault.getKey(), fault.getKey()),
                                                    fault.getValue()))
                            .collect(Collectors.joining(" "));
            case Refusal.AgainstRule against -> against.sentence();
            case Refusal.WrongState wrong -> wrong.sentence();
            case Refusal.Forbidden forbidden -> forbidden.sentence();
            default -> throw refused;
        };
    }
}
