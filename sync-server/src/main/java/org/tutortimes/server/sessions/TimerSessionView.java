package org.tutortimes.server.sessions;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The page of one timer session as its template writes it: every text is final.
///
/// @param path of the page
/// @param duration numbers and their units in turn
/// @param facts names and values in turn
/// @param changeable whether the reader may change it
/// @param correction the form that corrects it; null while it runs or is deleted
/// @param wrong why it was not corrected; empty where nobody tried
/// @param version what the form was made of
public record TimerSessionView(
        long unitId,
        String code,
        String name,
        String path,
        String title,
        String when,
        List<String> duration,
        List<Fact> facts,
        List<String> flags,
        boolean deleted,
        boolean running,
        boolean changeable,
        List<Piece> timeline,
        List<Part> segments,
        List<Event> events,
        List<Entry> history,
        List<Choice> tasks,
        @Nullable CorrectionForm correction,
        List<String> wrong,
        String version,
        String notice,
        boolean undoable,
        String zoneNote,
        String zone) {
    public TimerSessionView {
        duration = List.copyOf(duration);
        facts = List.copyOf(facts);
        flags = List.copyOf(flags);
        timeline = List.copyOf(timeline);
        segments = List.copyOf(segments);
        events = List.copyOf(events);
        history = List.copyOf(history);
        tasks = List.copyOf(tasks);
        wrong = List.copyOf(wrong);
    }

    public record Fact(String name, String value) {}

    /// A segment on the time line, in percent of its width.
    public record Piece(double from, double width, boolean open, String words) {}

    /// A segment in numbers.
    public record Part(String when, String recorded, String counted) {}

    /// An event in words.
    ///
    /// @param writer which of the devices wrote it
    public record Event(String when, String words, String note, String writer) {}

    /// Something that somebody did to the session.
    public record Entry(String when, String who, String what, String note) {}
}
