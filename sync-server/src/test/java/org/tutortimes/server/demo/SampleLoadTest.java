package org.tutortimes.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tutortimes.model.replay.TimerSession;
import org.tutortimes.server.check.Check;
import org.tutortimes.server.database.Database;

class SampleLoadTest {

    @TempDir private Path folder;

    @Test
    void theCheckIsCleanAndTheTotalIsTheSumOfWhatTheSampleSessionsCount() {
        SampleMarking marking = SampleMarking.on(LocalDate.of(2026, 11, 21), LocalTime.of(22, 0));
        String address = "jdbc:sqlite:" + folder.resolve("tutor-times.db");
        try (Database database = Database.open(address)) {
            DemoCommand.fill(database, folder, Clock.fixed(marking.now(), SampleMarking.MELBOURNE));
            assertThat(new Check(database).failures()).isEmpty();
            assertThat(one(database, "SELECT total_tutor_time FROM units"))
                    .isEqualTo(
                            marking.sessions().stream()
                                    .mapToLong(TimerSession::secondsInTotal)
                                    .sum());
            assertThat(one(database, "SELECT COUNT(*) FROM timer_events"))
                    .isEqualTo(marking.events().size());
            assertThat(one(database, "SELECT COUNT(*) FROM tutor_times"))
                    .isEqualTo(marking.sessions().size());
            assertThat(
                            one(
                                    database,
                                    """
                                    SELECT COUNT(*) FROM timer_events
                                    WHERE held_code IS NOT NULL OR in_future = 1
                                    """))
                    .isZero();
            assertThat(one(database, "SELECT COUNT(*) FROM marking_sessions WHERE actions > 0"))
                    .isGreaterThan(100);
        }
    }

    private static long one(Database database, String sql) {
        List<Map<String, Object>> rows =
                database.read(handle -> handle.createQuery(sql).mapToMap().list());
        return ((Number) rows.getFirst().values().iterator().next()).longValue();
    }
}
