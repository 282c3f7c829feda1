package org.tutortimes.server.totals;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.timer.MarkingTarget;
import org.tutortimes.model.timer.Segment;
import org.tutortimes.server.SampleData;
import org.tutortimes.server.TestServer;
import org.tutortimes.server.request.Period;

/// A unit of its own, in which two tutors mark around a change of the clocks: over midnight,
/// several sessions at once, some deleted, some not completed.
record RandomMarking(long unitId, Place place, List<RecordedSession> sessions) {

    /// A zone, and when something odd happens there.
    record Place(ZoneId zone, Instant change) {

        static Place of(String zone, String change) {
            return new Place(ZoneId.of(zone), Instant.parse(change));
        }
    }

    private static final List<Place> PLACES =
            List.of(
                    Place.of("Australia/Melbourne", "2026-10-03T16:00:00Z"),
                    Place.of("Australia/Melbourne", "2026-04-04T16:00:00Z"),
                    Place.of("Australia/Lord_Howe", "2026-04-04T15:00:00Z"),
                    // A whole day that never was.
                    Place.of("Pacific/Apia", "2011-12-30T10:00:00Z"),
                    Place.of("Asia/Kolkata", "2026-08-31T18:30:00Z"),
                    // The clock went back over midnight, one minute after it.
                    Place.of("America/St_Johns", "2010-11-07T02:31:00Z"),
                    Place.of("America/St_Johns", "2026-03-08T05:30:00Z"),
                    Place.of("Africa/Casablanca", "2026-02-15T02:00:00Z"),
                    Place.of("Africa/Casablanca", "2026-03-22T02:00:00Z"),
                    // There is no midnight on this day.
                    Place.of("Asia/Beirut", "2026-03-28T22:00:00Z"),
                    // The last week of a year of 53.
                    Place.of("Pacific/Chatham", "2026-12-31T10:15:00Z"),
                    Place.of("UTC", "2027-01-01T00:00:00Z"));

    private static final long MILLIS_PER_DAY = 86_400_000;

    static RandomMarking of(long unitId, Random random) {
        Place place = PLACES.get(random.nextInt(PLACES.size()));
        RandomMarking marking = new RandomMarking(unitId, place, new ArrayList<>());
        int count = 4 + random.nextInt(12);
        for (int session = 0; session < count; session++) {
            marking.sessions.add(marking.session(random));
        }
        return marking;
    }

    private RecordedSession session(Random random) {
        long role = role(random.nextInt(2));
        MarkingTarget target =
                random.nextInt(3) == 0
                        ? new MarkingTarget.Pile(definition(random.nextInt(2)))
                        : new MarkingTarget.OneTask(task(random.nextInt(4)));
        Instant reached = near(random);
        List<Segment> segments = new ArrayList<>();
        for (int index = random.nextInt(3); index >= 0; index--) {
            long longest = random.nextInt(6) == 0 ? 2 * MILLIS_PER_DAY : MILLIS_PER_DAY / 6;
            Instant end = reached.plusMillis(1 + random.nextLong(longest));
            segments.add(new Segment(reached, end));
            reached = end.plusMillis(random.nextLong(MILLIS_PER_DAY / 4));
        }
        return new RecordedSession(
                new UUID(random.nextLong(), random.nextLong()),
                role,
                target,
                segments,
                target instanceof MarkingTarget.Pile && random.nextBoolean()
                        ? random.nextInt(20)
                        : null,
                switch (random.nextInt(8)) {
                    case 0 -> RecordedSession.End.PAUSED;
                    case 1 -> RecordedSession.End.DELETED;
                    default -> RecordedSession.End.COMPLETED;
                });
    }

    /// Now and then just at the change, which is at midnight in some places.
    private Instant near(Random random) {
        Instant hour = place.change().plusSeconds(3_600L * (random.nextInt(5) - 2));
        return random.nextInt(5) == 0
                ? hour
                : place.change()
                        .plusMillis(random.nextLong(6 * MILLIS_PER_DAY) - 3 * MILLIS_PER_DAY);
    }

    /// Nothing, one end or both ends given, at odd moments.
    Period period(Random random) {
        Instant one = near(random);
        Instant other = near(random).plusMillis(1);
        @Nullable Instant from = one.isBefore(other) ? one : other;
        @Nullable Instant to = one.isBefore(other) ? other : one.plusMillis(1);
        return switch (random.nextInt(4)) {
            case 0 -> new Period(from, null, place.zone());
            case 1 -> new Period(null, to, place.zone());
            default -> new Period(from, to, place.zone());
        };
    }

    NaiveTotals naive() {
        return new NaiveTotals(
                sessions,
                Map.of(
                        task(0),
                        definition(0),
                        task(1),
                        definition(0),
                        task(2),
                        definition(1),
                        task(3),
                        definition(1)),
                Map.of(
                        task(0),
                        SampleData.SAM,
                        task(1),
                        SampleData.SAM,
                        task(2),
                        SampleData.SAM,
                        task(3),
                        SampleData.CORA),
                place.zone());
    }

    /// Makes the unit and sends its sessions.
    void send(TestServer server) {
        server.database().write(this::addUnit);
        for (RecordedSession session : sessions) {
            session.send(server, session.unitRoleId() == role(0) ? "tia" : "tom");
        }
    }

    private int addUnit(Handle handle) {
        handle.execute(
                "INSERT INTO units (id, code, name, zone, changed_in) VALUES (?, 'X', 'X', ?, 1)",
                unitId,
                place.zone().getId());
        for (int index = 0; index < 2; index++) {
            handle.execute(
                    """
                    INSERT INTO unit_roles (id, unit_id, user_id, role, changed_in)
                    VALUES (?, ?, ?, 'tutor', 1)
                    """,
                    role(index),
                    unitId,
                    index == 0 ? SampleData.TIA : SampleData.TOM);
            handle.execute(
                    """
                    INSERT INTO task_definitions (id, unit_id, abbreviation, name, changed_in)
                    VALUES (?, ?, '1.1P', 'Lists', 1)
                    """,
                    definition(index),
                    unitId);
            handle.execute(
                    "INSERT INTO projects (id, unit_id, user_id, changed_in) VALUES (?, ?, ?, 1)",
                    project(index),
                    unitId,
                    index == 0 ? SampleData.SAM : SampleData.CORA);
        }
        for (int index = 0; index < 4; index++) {
            handle.execute(
                    """
                    INSERT INTO tasks (id, project_id, task_definition_id, status, changed_in)
                    VALUES (?, ?, ?, 'ready_for_feedback', 1)
                    """,
                    task(index),
                    project(index == 3 ? 1 : 0),
                    definition(index / 2));
        }
        return 1;
    }

    long role(int index) {
        return unitId * 10 + index;
    }

    private long definition(int index) {
        return unitId * 10 + index;
    }

    private long project(int index) {
        return unitId * 10 + index;
    }

    private long task(int index) {
        return unitId * 10 + index;
    }
}
