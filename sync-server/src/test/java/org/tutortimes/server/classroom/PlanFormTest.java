package org.tutortimes.server.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tutortimes.model.classes.Passage;
import org.tutortimes.server.classes.ClassSession.Plan;
import org.tutortimes.server.language.Language;
import org.tutortimes.server.language.Words;

class PlanFormTest {

    private static final Words ENGLISH = Words.in(Language.ENGLISH);
    private static final ZoneId MELBOURNE = ZoneId.of("Australia/Melbourne");

    @Test
    void aLineOfDashesBeginsAnotherPassage() {
        PlanForm form = new PlanForm("Reading", "2026-08-03T10:00", "One\n\ntwo - --\n---\nThree");
        assertThat(form.fault(ENGLISH)).isEmpty();
        Plan plan = form.plan(MELBOURNE);
        assertThat(plan.scheduledAt()).isEqualTo(Instant.parse("2026-08-03T00:00:00Z"));
        assertThat(plan.passages())
                .extracting(Passage::text)
                .containsExactly("One\n\ntwo - --", "Three");
        assertThat(plan.passages()).extracting(Passage::id).containsExactly("1", "2");
    }

    @Test
    void aPlanComesBackFromItsFormAsItWas() {
        Plan plan =
                new Plan(
                        "Reading",
                        Instant.parse("2026-08-03T00:00:00Z"),
                        null,
                        List.of(new Passage("1", "One\n\ntwo"), new Passage("2", "Three")));
        assertThat(PlanForm.of(plan, MELBOURNE).plan(MELBOURNE)).isEqualTo(plan);
    }

    @Test
    void nothingToReadIsNoFault() {
        PlanForm form = new PlanForm("Talk", "2026-08-03T10:00", " \n---\n\n");
        assertThat(form.fault(ENGLISH)).isEmpty();
        assertThat(form.plan(MELBOURNE).passages()).isEmpty();
    }

    @Test
    void whatIsMissingIsToldInASentence() {
        assertThat(new PlanForm("", "2026-08-03T10:00", "").fault(ENGLISH))
                .hasValueSatisfying(fault -> assertThat(fault).contains("title"));
        assertThat(new PlanForm("x".repeat(201), "2026-08-03T10:00", "").fault(ENGLISH))
                .isPresent();
        assertThat(new PlanForm("Reading", "soon", "").fault(ENGLISH))
                .hasValue("Say when it is planned for.");
        assertThat(
                        new PlanForm("Reading", "2026-08-03T10:00", "a\n---\n".repeat(51))
                                .fault(ENGLISH))
                .hasValueSatisfying(fault -> assertThat(fault).contains("50"));
    }
}
