package org.tutortimes.model.wire;

import java.util.UUID;

/// Every path of the server's API that the timer also knows, once.
public final class Api {

    public static final String AUTH = "/api/auth";
    public static final String SYNC = "/api/sync";
    public static final String TUTOR_TIMES = "/api/tutor-times";
    public static final String HEARTBEAT = TUTOR_TIMES + "/heartbeat";
    public static final String MARKING_SESSIONS = "/api/marking_sessions";
    public static final String UNITS = "/api/units";
    public static final String LIVE = "/api/live";
    public static final String HEALTH_READY = "/health/ready";

    /// The most events in one synchronisation.
    public static final int MOST_EVENTS = 200;

    /// The most bytes in the body of one synchronisation.
    public static final int MOST_SYNC_BYTES = 256 * 1024;

    private Api() {}

    /// The path of one timer session.
    public static String tutorTime(UUID id) {
        return TUTOR_TIMES + "/" + id;
    }

    /// The path of one unit's reconciliation; takes `from`, `to` and `timezone`.
    public static String reconciliation(long unitId) {
        return UNITS + "/" + unitId + "/reconciliation";
    }

    /// The path that turns the unrecorded time of a marking session into timer sessions.
    public static String record(long markingSessionId) {
        return MARKING_SESSIONS + "/" + markingSessionId + "/record";
    }
}
