package org.tutortimes.model.classes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tutortimes.model.classes.HighlightRules.Misfit;

class HighlightRulesTest {

    private static final Instant NINE = Instant.parse("2026-08-03T09:00:00Z");
    private static final List<Passage> PASSAGES =
            List.of(new Passage("one", "Short."), new Passage("two", "A 😀 smile"));

    @ParameterizedTest
    @CsvSource({
        "0,  1, #FFD54F,",
        "0,  1, #ffd54f,",
        "-1, 1, #FFD54F, position_start",
        "1,  1, #FFD54F, position_end",
        "2,  1, #FFD54F, position_end",
        "0,  1, FFD54F,  color_code",
        "0,  1, #FFD54,  color_code",
        "0,  1, #FFD54G, color_code",
        "0,  1, red,     color_code"
    })
    void faultsAreToldByTheirField(int start, int end, String color, String field) {
        assertThat(HighlightRules.faults(highlight("one", start, end, "S", color)).keySet())
                .isEqualTo(field == null ? Set.of() : Set.of(field));
    }

    @Test
    void allFaultsAreToldAtOnce() {
        assertThat(HighlightRules.faults(highlight("one", -2, -3, "", "")))
                .containsOnlyKeys("position_start", "position_end", "color_code");
    }

    @Test
    void highlightFitsWhereItsTextStands() {
        assertThat(misfit("one", 0, 6, "Short.")).isNull();
        assertThat(misfit("one", 5, 6, ".")).isNull();
        // Positions are those of JavaScript and Java: the face is two of them.
        assertThat(misfit("two", 2, 4, "😀")).isNull();
        assertThat(misfit("two", 5, 10, "smile")).isNull();
    }

    @Test
    void highlightThatDoesNotFitIsToldWhy() {
        assertThat(misfit("one", 0, 7, "Short.")).isEqualTo(Misfit.BEYOND_PASSAGE);
        assertThat(misfit("one", 0, 6, "short.")).isEqualTo(Misfit.OTHER_TEXT);
        assertThat(misfit("three", 0, 1, "S")).isEqualTo(Misfit.UNKNOWN_PASSAGE);
        assertThat(HighlightRules.misfit(highlight("one", 0, 1, "S", "#FFD54F"), List.of()))
                .contains(Misfit.UNKNOWN_PASSAGE);
    }

    @Test
    void highlightThatWasTakenBackStandsNoMore() {
        Highlight highlight = highlight("one", 0, 1, "S", "#FFD54F");
        assertThat(highlight.stands()).isTrue();
        assertThat(highlight.removed(NINE).stands()).isFalse();
        assertThat(highlight.removed(NINE).id()).isEqualTo(highlight.id());
    }

    private static @Nullable Misfit misfit(String passage, int start, int end, String text) {
        return HighlightRules.misfit(highlight(passage, start, end, text, "#FFD54F"), PASSAGES)
                .orElse(null);
    }

    private static Highlight highlight(
            String passage, int start, int end, String text, String color) {
        return new Highlight(UUID.randomUUID(), NINE, text, passage, start, end, color, null, null);
    }
}
