package org.tutortimes.server.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.tutortimes.model.classes.ClassSessionState.Step;
import org.tutortimes.model.classes.Passage;
import org.tutortimes.server.OnBothDatabases;
import org.tutortimes.server.TestDatabase;
import org.tutortimes.server.classes.StudentSessionStore;
import org.tutortimes.server.language.Language;
import org.tutortimes.server.language.Words;
import org.tutortimes.server.pages.SampleServer;

/// What the list of a student's class sessions holds, on both databases.
@OnBothDatabases
class MyClassesTest {

    private static final long STELLA = 4;
    private static final Instant NOW = Instant.parse("2026-08-20T02:00:00Z");
    private static final Passage TEXT = new Passage("p", "Some words.");

    @Parameter TestDatabase kind;
    @TempDir Path folder;
    private SampleServer server;
    private SampleClass sample;

    @BeforeEach
    void start() {
        server = new SampleServer(kind, folder);
        sample = new SampleClass(server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void onlyThoseWhoAreEnrolledAreStudents() {
        assertThat(isStudent(SampleClass.BEN)).isTrue();
        assertThat(isStudent(STELLA)).isFalse();
        sample.plan("Lists", TEXT);
        assertThat(view(STELLA).isEmpty()).isTrue();
    }

    @Test
    void openOnesAreApartAndPlannedOnesInTheOrderOfTheirTimes() {
        UUID later = sample.plan("Later", NOW.plus(Duration.ofDays(8)), TEXT);
        UUID sooner = sample.plan("Sooner", NOW.plus(Duration.ofDays(1)), TEXT);
        UUID open = sample.open("Open", TEXT);

        StudentView view = view(SampleClass.BEN);

        assertThat(view.open()).extracting(StudentView.Line::id).containsExactly(open);
        assertThat(view.planned()).extracting(StudentView.Line::id).containsExactly(sooner, later);
        assertThat(view.planned().getFirst())
                .isEqualTo(
                        new StudentView.Line(
                                sooner,
                                "Sooner",
                                "SIT221 · Tuesday 10:00 lab",
                                "Tomorrow, 12:00 AEST",
                                "Australia/Melbourne",
                                "planned",
                                "Planned"));
        assertThat(view.planned().getLast().when()).isEqualTo("Fri 28 Aug, 12:00 AEST");
    }

    @Test
    void eachStateHasItsWordAndItsShape() {
        UUID submitted = running("Submitted");
        UUID begun = running("Begun");
        sample.started("Untouched", TEXT);
        sample.submit(sample.begin(submitted, "ben"), "ben");
        sample.begin(begun, "ben");
        assertThat(words(view(SampleClass.BEN).open()))
                .containsExactlyInAnyOrder(
                        "Submitted: done, You submitted",
                        "Begun: running, You have begun",
                        "Untouched: running, In progress");

        for (UUID each : List.of(submitted, begun)) {
            sample.move(each, Step.COMPLETE);
        }
        sample.move(sample.plan("Called off", TEXT), Step.CANCEL);
        assertThat(words(view(SampleClass.BEN).past()))
                .containsExactlyInAnyOrder(
                        "Submitted: done, You submitted",
                        "Begun: attention, Ended before you submitted",
                        "Called off: none, Cancelled");
        assertThat(words(view(SampleClass.ADA).past()))
                .contains("Submitted: none, No attempt", "Begun: none, No attempt");
    }

    @Test
    void onlyTheLatestPastOnesAreShown() {
        for (int day = 1; day <= StudentView.MOST_PAST + 2; day++) {
            Instant at = NOW.minus(Duration.ofDays(day));
            sample.move(sample.plan("%d days ago".formatted(day), at, TEXT), Step.CANCEL);
        }
        assertThat(view(SampleClass.BEN).past())
                .hasSize(StudentView.MOST_PAST)
                .first()
                .extracting(StudentView.Line::title)
                .isEqualTo("1 days ago");
    }

    private UUID running(String title) {
        UUID id = sample.started(title, TEXT);
        sample.join(id, "ben");
        return id;
    }

    private static List<String> words(List<StudentView.Line> lines) {
        return lines.stream()
                .map(line -> "%s: %s, %s".formatted(line.title(), line.shape(), line.word()))
                .toList();
    }

    private boolean isStudent(long userId) {
        return server.wiring()
                .database()
                .read(handle -> StudentSessionStore.isStudent(handle, userId));
    }

    private StudentView view(long userId) {
        return server.wiring()
                .database()
                .read(handle ->
                        StudentView.of(
                                StudentSessionStore.ahead(handle, userId),
                                StudentSessionStore.past(handle, userId, StudentView.MOST_PAST),
                                NOW,
                                Words.in(Language.ENGLISH)));
    }
}
