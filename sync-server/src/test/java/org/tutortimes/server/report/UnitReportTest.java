package org.tutortimes.server.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.tutortimes.server.OnBothDatabases;
import org.tutortimes.server.TestDatabase;
import org.tutortimes.server.pages.SampleDesktop;
import org.tutortimes.server.pages.SampleServer;

/// Figures of sessions that came by sync, cut at the unit's midnights.
@OnBothDatabases
class UnitReportTest {

    private static final ZoneId MELBOURNE = ZoneId.of("Australia/Melbourne");

    /// A Wednesday; the week began on 16 November.
    private static final Instant NOW = at(18, 12, 0);

    @Parameter private TestDatabase kind;
    @TempDir Path folder;
    private SampleServer server;
    private SampleDesktop tia;
    private UnitReport report;

    @BeforeEach
    void start() {
        server = new SampleServer(kind, folder);
        tia = new SampleDesktop(server.address(), "tia");
        report = new UnitReport(server.wiring().database(), InstantSource.fixed(NOW));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void sessionOverMidnightCountsOnBothDays() {
        tia.record(SampleServer.TIAS_ROLE, at(16, 23, 30), Duration.ofMinutes(90));

        UnitFigures figures = figures(PeriodChoice.THIS_WEEK);

        assertThat(figures.cellSeconds()).startsWith(1_800L, 3_600L, 0L);
        assertThat(figures.totalSeconds()).isEqualTo(5_400);
    }

    @Test
    void sessionOverTheEndOfAWeekIsCutThere() {
        tia.record(SampleServer.TIAS_ROLE, at(15, 23, 0), Duration.ofHours(3));

        assertThat(figures(PeriodChoice.WHOLE_UNIT).cellSeconds())
                .isEqualTo(List.of(3_600L, 7_200L));
        assertThat(figures(PeriodChoice.THIS_WEEK).thisWeekSeconds()).isEqualTo(7_200);
        assertThat(figures(PeriodChoice.THIS_WEEK).tutors().getFirst().seconds()).isEqualTo(7_200);
        assertThat(figures(PeriodChoice.LAST_WEEK).lastWeekSeconds()).isEqualTo(3_600);
    }

    @Test
    void overlappedTimeCountsOnceAlsoWhereItIsCut() {
        tia.record(SampleServer.TIAS_ROLE, at(16, 23, 0), Duration.ofHours(2));
        tia.record(SampleServer.TIAS_ROLE, at(16, 23, 30), Duration.ofHours(1));

        UnitFigures figures = figures(PeriodChoice.THIS_WEEK);

        assertThat(figures.cellSeconds()).startsWith(3_600L, 3_600L, 0L);
        assertThat(figures.totalSeconds()).isEqualTo(7_200);
        assertThat(figures.latest().get(1).overlappedSeconds()).isEqualTo(3_600);
    }

    @Test
    void tutorsOwnScopeHoldsNobodyElsesTime() {
        SampleDesktop tom = new SampleDesktop(server.address(), "tom");
        tom.record(SampleServer.TOMS_ROLE, at(17, 9, 0), Duration.ofHours(4));
        tia.record(SampleServer.TIAS_ROLE, at(17, 9, 0), Duration.ofHours(1));

        UnitFigures own =
                report.read(Scope.own(SampleServer.UNIT, 2), PeriodChoice.WHOLE_UNIT).orElseThrow();

        assertThat(own.totalSeconds()).isEqualTo(3_600);
        assertThat(own.cellSeconds()).isEqualTo(List.of(3_600L));
        assertThat(own.tutors()).singleElement().extracting("name").isEqualTo("Tia Tutor");
        assertThat(own.latest()).hasSize(1);
    }

    private UnitFigures figures(PeriodChoice period) {
        return report.read(Scope.whole(SampleServer.UNIT), period).orElseThrow();
    }

    private static Instant at(int day, int hour, int minute) {
        return ZonedDateTime.of(2026, 11, day, hour, minute, 0, 0, MELBOURNE).toInstant();
    }
}
