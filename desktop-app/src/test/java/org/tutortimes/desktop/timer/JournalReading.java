package org.tutortimes.desktop.timer;

import com.fasterxml.jackson.core.JacksonException;
import java.util.List;
import org.tutortimes.desktop.store.LocalDatabase;
import org.tutortimes.model.sync.DecodedEvent;
import org.tutortimes.model.sync.EventCodec;
import org.tutortimes.model.timer.TimerEvent;
import org.tutortimes.model.wire.Json;

/// Reads a journal as it lies on the disk.
public final class JournalReading {

    private JournalReading() {}

    public static List<TimerEvent> events(LocalDatabase database) {
        return database.jdbi()
                .withHandle(handle ->
                        handle.createQuery(
                                        "SELECT body FROM journal WHERE kind <> '' ORDER BY"
                                                + " position")
                                .mapTo(String.class)
                                .map(JournalReading::event)
                                .list());
    }

    /// How many events there are, understood or not.
    public static int count(LocalDatabase database) {
        return database.jdbi()
                .withHandle(handle ->
                        handle.createQuery("SELECT COUNT(*) FROM journal")
                                .mapTo(Integer.class)
                                .one());
    }

    private static TimerEvent event(String body) {
        try {
            return ((DecodedEvent.Understood) EventCodec.decode(Json.tree(body))).event();
        } catch (JacksonException e) {
            throw new AssertionError(body, e);
        }
    }
}
