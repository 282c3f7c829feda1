package org.tutortimes.server.classroom;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.tutortimes.server.live.LiveEvent;
import org.tutortimes.server.live.Viewer;

/// Sends the page of a board the parts that differ from those that it was sent before: the rows of
/// the students one by one, and all of them together only where others have come to the class.
final class BoardPageViewer implements Viewer {

    /// The parts of a board as HTML.
    ///
    /// @param sections by name
    /// @param rows by student, in their order
    /// @param roster all rows together
    record Parts(Map<String, String> sections, Map<Long, String> rows, String roster) {}

    private final LongFunction<Parts> parts;
    private Parts sent = new Parts(Map.of(), Map.of(), "");

    BoardPageViewer(LongFunction<Parts> parts) {
        this.parts = parts;
    }

    @Override
    public List<LiveEvent> news(long version) {
        Parts current = parts.apply(version);
        List<LiveEvent> events = new ArrayList<>();
        differing(sent.sections(), current.sections()).forEach(html -> events.add(section(html)));
        boolean sameStudents =
                List.copyOf(sent.rows().keySet()).equals(List.copyOf(current.rows().keySet()));
        if (sameStudents) {
            differing(sent.rows(), current.rows()).forEach(html -> events.add(section(html)));
        } else {
            events.add(section(current.roster()));
        }
        sent = current;
        return events;
    }

    private static <K> List<String> differing(Map<K, String> before, Map<K, String> after) {
        return after.entrySet().stream()
                .filter(part -> !part.getValue().equals(before.get(part.getKey())))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static LiveEvent section(String html) {
        return new LiveEvent("section", html);
    }
}
