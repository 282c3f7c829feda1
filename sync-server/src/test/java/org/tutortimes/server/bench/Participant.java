package org.tutortimes.server.bench;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/// What a class session keeps of somebody who takes part in it.
///
/// @param attemptId the student's attempt at the session's test
record Participant(
        long studentId,
        String attemptId,
        Instant joinedAt,
        ConnectionStatus connectionStatus,
        Instant lastActivity) {

    enum ConnectionStatus {
        CONNECTED,
        DISCONNECTED
    }

    /// Who takes part beats once in so many seconds.
    static final int SECONDS_BETWEEN_BEATS = 10;

    private static final Instant BEGINNING = Instant.parse("2026-10-12T03:00:00Z");
    private static final long FIRST_STUDENT = 40_000;
    private static final int MILLIS_BETWEEN_JOINS = 37;

    /// One who came after all before it.
    static Participant number(int number) {
        Random random = new Random(number);
        Instant joined = BEGINNING.plusMillis((long) number * MILLIS_BETWEEN_JOINS);
        return new Participant(
                studentId(number),
                new UUID(random.nextLong(), random.nextLong()).toString(),
                joined,
                ConnectionStatus.CONNECTED,
                joined);
    }

    static long studentId(int number) {
        return FIRST_STUDENT + number;
    }

    /// The heartbeats of one second: when each of a tenth of the students was seen, who are never
    /// neighbours, for they all joined when they liked.
    static Map<Long, Instant> beatsOfSecond(int second, int students) {
        return beats(second, students, second % SECONDS_BETWEEN_BEATS, SECONDS_BETWEEN_BEATS);
    }

    /// The same of a second in which everybody is back after the network was away.
    static Map<Long, Instant> beatsOfAll(int second, int students) {
        return beats(second, students, 0, 1);
    }

    private static Map<Long, Instant> beats(int second, int students, int first, int step) {
        Map<Long, Instant> seen = new HashMap<>();
        for (int number = first; number < students; number += step) {
            Instant at = BEGINNING.plusSeconds(3600L + second).plusMillis(number % 1_000);
            seen.put(studentId(number), at);
        }
        return seen;
    }

    Participant seenAt(Instant at) {
        return new Participant(studentId, attemptId, joinedAt, connectionStatus, at);
    }
}
