package org.tutortimes.server.pages;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Random;

/// Fills the sample unit with some weeks of marking that end now.
final class BusyUnit {

    private static final int WEEKS = 7;
    private static final int[] SESSIONS_BY_WEEK = {6, 9, 15, 8, 11, 19, 7};

    private BusyUnit() {}

    static void fill(SampleServer server, Instant now) {
        Random random = new Random(7);
        ZonedDateTime start =
                now.atZone(ZoneId.of("Australia/Melbourne"))
                        .truncatedTo(ChronoUnit.DAYS)
                        .minusWeeks(WEEKS - 1);
        server.change(
                "UPDATE units SET start_date = ? WHERE id = ?",
                start.toLocalDate().toString(),
                SampleServer.UNIT);
        for (int week = 0; week < WEEKS; week++) {
            for (int count = 0; count < SESSIONS_BY_WEEK[week]; count++) {
                Instant begin =
                        start.plusWeeks(week)
                                .plusDays(random.nextInt(7))
                                .plusHours(9 + random.nextInt(12))
                                .plusMinutes(random.nextInt(60))
                                .toInstant();
                if (begin.isBefore(now.minus(Duration.ofHours(2)))) {
                    server.addSession(session(random, count, begin));
                }
            }
        }
    }

    private static SampleSession session(Random random, int count, Instant begin) {
        long role = random.nextInt(3) == 0 ? SampleServer.TOMS_ROLE : SampleServer.TIAS_ROLE;
        SampleSession session =
                SampleSession.of(role, begin, Duration.ofSeconds(900 + random.nextInt(5_400)));
        return switch (count % 5) {
            case 0 -> session.ofPile(3 + random.nextInt(12));
            case 3 -> session.flagged("estimated_end");
            default -> session.ofPile(5);
        };
    }
}
