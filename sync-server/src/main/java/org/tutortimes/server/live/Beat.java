package org.tutortimes.server.live;

import java.time.Instant;
import java.util.Map;
import org.tutortimes.model.wire.Json;

/// How a stream shows that it is alive, whenever there is nothing new for a while.
public enum Beat {

    /// To pages: the server's time, from which their running figures count on. It comes first, too.
    TIME,

    /// To programs, whose first event is the snapshot.
    JSON;

    boolean comesFirst() {
        return this == TIME;
    }

    LiveEvent at(Instant now) {
        return switch (this) {
            case TIME -> new LiveEvent("time", Long.toString(now.toEpochMilli()));
            case JSON -> new LiveEvent("beat", Json.write(Map.of("at", now)));
        };
    }
}
