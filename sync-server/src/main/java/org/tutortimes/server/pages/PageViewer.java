package org.tutortimes.server.pages;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongFunction;
import org.tutortimes.server.live.LiveEvent;
import org.tutortimes.server.live.Viewer;

/// Sends a page the sections that differ from those that it was sent before.
final class PageViewer implements Viewer {

    private final InstantSource clock;
    private final LongFunction<Map<String, String>> sections;
    private final BooleanSupplier access;
    private Map<String, String> sent = Map.of();

    PageViewer(
            InstantSource clock,
            LongFunction<Map<String, String>> sections,
            BooleanSupplier access) {
        this.clock = clock;
        this.sections = sections;
        this.access = access;
    }

    @Override
    public boolean mayStillSee() {
        return access.getAsBoolean();
    }

    @Override
    public List<LiveEvent> news(long version) {
        Map<String, String> current = sections.apply(version);
        List<LiveEvent> events = new ArrayList<>();
        if (sent.isEmpty()) {
            events.add(beat());
        }
        current.forEach((name, html) -> {
            if (!html.equals(sent.get(name))) {
                events.add(new LiveEvent("section", html));
            }
        });
        sent = current;
        return events;
    }

    @Override
    public LiveEvent beat() {
        return new LiveEvent("time", Long.toString(clock.millis()));
    }
}
