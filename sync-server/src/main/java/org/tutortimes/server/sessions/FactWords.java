package org.tutortimes.server.sessions;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.timer.Fact;
import org.tutortimes.model.timer.Segment;
import org.tutortimes.server.language.Words;

/// Says what an event of a timer session says.
///
/// @param today by the reader's clock
record FactWords(Words words, ZoneId zone, LocalDate today) {

    String of(Fact fact) {
        return switch (fact) {
            case Fact.Started started ->
                    words.text(started.manual() ? "fact.entered" : "fact.started");
            case Fact.Resumed _ -> words.text("fact.resumed");
            case Fact.Paused paused ->
                    words.text(
                            "fact.paused."
                                    + paused.reason()
                                            .name()
                                            .toLowerCase(Locale.ROOT)
                                            .replace('_', '-'));
            case Fact.Completed completed -> completed(completed.submissions());
            case Fact.AwayKept kept -> words.text("fact.away-kept", span(kept.away()));
            case Fact.AwayDiscarded given -> words.text("fact.away-discarded", span(given.away()));
            case Fact.Amended _ -> words.text("fact.corrected");
            case Fact.Deleted _ -> words.text("fact.deleted");
            case Fact.Restored _ -> words.text("fact.restored");
        };
    }

    /// What its writer said about it, or null.
    static @Nullable String note(Fact fact) {
        return switch (fact) {
            case Fact.Amended amended -> amended.note();
            case Fact.Deleted deleted -> deleted.note();
            case Fact.Restored restored -> restored.note();
            default -> null;
        };
    }

    private String completed(@Nullable Integer submissions) {
        return submissions == null
                ? words.text("fact.completed")
                : words.text("fact.completed-with", submissions);
    }

    private String span(Segment segment) {
        return words.span(segment.start(), segment.end(), zone, today);
    }
}
