package org.tutortimes.server.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.tutortimes.server.live.LiveEvent;
import org.tutortimes.server.live.Viewer;

/// Sends a page the sections that differ from those that it was sent before.
public final class PageViewer implements Viewer {

    private final LongFunction<Map<String, String>> sections;
    private Map<String, String> sent = Map.of();

    public PageViewer(LongFunction<Map<String, String>> sections) {
        this.sections = sections;
    }

    @Override
    public List<LiveEvent> news(long version) {
        Map<String, String> current = sections.apply(version);
        List<LiveEvent> events = new ArrayList<>();
        current.forEach((name, html) -> {
            if (!html.equals(sent.get(name))) {
                events.add(new LiveEvent("section", html));
            }
        });
        sent = current;
        return events;
    }
}
