package org.tutortimes.server.events;

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.tutortimes.model.timer.TimerEvent;

/// Remembers what the canonical texts of lately used events say: each event of a session is read
/// again whenever a further one arrives. A text always says the same, so nothing here is ever out
/// of date, whatever becomes of the transaction that read it.
final class UnderstoodEvents {

    private static final int MOST_KEPT = 20_000;

    private static final ConcurrentHashMap<String, TimerEvent> KEPT = new ConcurrentHashMap<>();

    private UnderstoodEvents() {}

    /// What a text says.
    static TimerEvent of(String body, Function<String, TimerEvent> reader) {
        TimerEvent kept = KEPT.get(body);
        if (kept != null) {
            return kept;
        }
        TimerEvent read = reader.apply(body);
        keep(body, read);
        return read;
    }

    /// Keeps an event whose text has just been made.
    static void keep(String body, TimerEvent event) {
        if (KEPT.size() >= MOST_KEPT) {
            // What is in use comes back with its next reading.
            KEPT.clear();
        }
        KEPT.put(body, event);
    }
}
