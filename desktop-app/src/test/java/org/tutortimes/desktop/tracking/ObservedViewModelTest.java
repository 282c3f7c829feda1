package org.tutortimes.desktop.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tutortimes.desktop.fx.TimeText;
import org.tutortimes.desktop.store.StorageFailure;
import org.tutortimes.desktop.tracking.Unrecorded.Part;

class ObservedViewModelTest {
    private static final Instant NOW = Instant.parse("2026-11-21T15:00:00Z");
    private static final Part LISTS = new Part("1.2C", "Linked lists", 1_500);

    private final List<String> asked = new ArrayList<>();
    private CompletableFuture<Void> answer = new CompletableFuture<>();

    private final ObservedViewModel model =
            new ObservedViewModel(
                    new ObservedActions() {
                        @Override
                        public CompletableFuture<Void> record(long id, @Nullable Long task) {
                            asked.add("record " + id + " " + task);
                            return answer;
                        }

                        @Override
                        public CompletableFuture<Void> notMarking(long id) {
                            asked.add("not marking " + id);
                            return answer;
                        }
                    },
                    Runnable::run,
                    new TimeText(ZoneOffset.UTC, InstantSource.fixed(NOW)));

    private static Unrecorded offer(long id, Part... parts) {
        return new Unrecorded(
                id,
                null,
                Instant.parse("2026-11-21T14:00:00Z"),
                Instant.parse("2026-11-21T14:25:00Z"),
                false,
                1_500,
                List.of(parts),
                parts.length == 0 ? List.of(TrackedUnit.SORTING, TrackedUnit.TREES) : List.of());
    }

    private ObservedRow first() {
        return model.rows().getFirst();
    }

    @Test
    void aRowSaysHowLongWhenAndWhat() {
        model.show(List.of(offer(31, LISTS)));

        assertThat(first().words().get())
                .isEqualTo("25 min · today 14:00–14:25 · 1.2C Linked lists");
        assertThat(first().sentence().get())
                .isEqualTo(
                        "25 min of marking were observed while no timer ran"
                                + " · today 14:00–14:25 · 1.2C Linked lists");
        assertThat(model.more().get()).isEmpty();
    }

    @Test
    void severalTasksAreNamedWithTheirTimes() {
        model.show(
                List.of(
                        offer(
                                31,
                                new Part("1.1P", "Arrays", 900),
                                new Part("1.2C", "Lists", 600))));

        assertThat(first().sentence().get()).endsWith(" · 1.1P 15 min, 1.2C 10 min");
    }

    @Test
    void theUnitIsNamedWhereThereIsMoreThanOneAndBreaksAreMentioned() {
        model.show(
                List.of(
                        new Unrecorded(
                                31,
                                "SIT221",
                                Instant.parse("2026-11-20T23:50:00Z"),
                                Instant.parse("2026-11-21T01:20:00Z"),
                                true,
                                1_500,
                                List.of(LISTS),
                                List.of())));

        assertThat(first().sentence().get())
                .endsWith(" · yesterday 23:50–01:20, with breaks · SIT221 1.2C Linked lists");
    }

    @Test
    void threeAreShownAndTheOthersCounted() {
        model.show(List.of(offer(1), offer(2), offer(3), offer(4), offer(5)));

        assertThat(model.rows()).hasSize(3);
        assertThat(model.more().get()).isEqualTo("and 2 more");
    }

    @Test
    void oneClickRecords() {
        model.show(List.of(offer(31, LISTS)));
        model.record(first());
        assertThat(asked).containsExactly("record 31 null");

        model.record(first());
        model.dismiss(first());
        assertThat(asked).hasSize(1);
        assertThat(first().canRecord().get()).isFalse();
    }

    @Test
    void whereTheTaskIsNotKnownItIsAskedForFirst() {
        model.show(List.of(offer(31)));
        assertThat(first().words().get()).isEqualTo("25 min · today 14:00–14:25");
        assertThat(first().canRecord().get()).isFalse();
        model.record(first());
        assertThat(asked).isEmpty();

        first().chosen().set(TrackedUnit.TREES);
        assertThat(first().canRecord().get()).isTrue();
        model.record(first());
        assertThat(asked).containsExactly("record 31 501");
    }

    @Test
    void aFailureIsSaidInTheRowWhichStays() {
        model.show(List.of(offer(31, LISTS)));
        model.record(first());
        answer.completeExceptionally(
                new NotRecorded("Could not be recorded: there is no network. Try again."));
        assertThat(first().failure().get())
                .isEqualTo("Could not be recorded: there is no network. Try again.");
        assertThat(first().canRecord().get()).isTrue();

        answer = CompletableFuture.completedFuture(null);
        model.record(first());
        assertThat(first().failure().get()).isEmpty();
    }

    @Test
    void aRowThatTheDiskCannotHideStays() {
        model.show(List.of(offer(31, LISTS)));
        answer = CompletableFuture.failedFuture(new StorageFailure("The disk is full."));
        model.dismiss(first());

        assertThat(asked).containsExactly("not marking 31");
        assertThat(first().failure().get()).isEqualTo("The disk is full.");
    }

    @Test
    void aLaterAnswerKeepsWhatTheTutorHasChosen() {
        model.show(List.of(offer(31)));
        ObservedRow before = first();
        before.chosen().set(TrackedUnit.TREES);
        model.show(List.of(offer(32, LISTS), offer(31)));

        assertThat(model.rows()).hasSize(2);
        assertThat(model.rows().getLast()).isSameAs(before);
        model.show(List.of());
        assertThat(model.rows()).isEmpty();
    }
}
