package org.tutortimes.model.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JacksonException;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tutortimes.model.replay.Seeds;
import org.tutortimes.model.timer.PauseReason;

class JsonTest {

    private record Sample(Instant happenedAt, PauseReason reason) {}

    @Test
    void errorsKeepTheirShape() throws IOException {
        Golden.check(
                "api_error",
                new ApiError(
                        "This session is already completed.",
                        "wrong_transition",
                        Map.of("status", "completed")),
                ApiError.class);
    }

    @Test
    void instantsAreWrittenWithThreeDecimalsAndReadWithAnyOffset() throws JacksonException {
        Sample sample =
                Json.read(
                        "{\"happened_at\":\"2026-08-03T19:00:00.1234+10:00\",\"reason\":\"by_hand\"}",
                        Sample.class);
        assertThat(Json.write(sample))
                .isEqualTo("{\"happened_at\":\"2026-08-03T09:00:00.123Z\",\"reason\":\"by_hand\"}");
    }

    @Test
    void unknownFieldsAreIgnoredAndUnknownWordsRefused() throws JacksonException {
        assertThat(Json.read("{\"reason\":\"sleep\",\"more\":1}", Sample.class).reason())
                .isEqualTo(PauseReason.SLEEP);
        assertThatThrownBy(() -> Json.read("{\"reason\":\"coffee\"}", Sample.class))
                .isInstanceOf(JacksonException.class);
    }

    @Test
    void whatIsNoInstantIsRefused() {
        assertThatThrownBy(() -> Json.read("{\"happened_at\":\"yesterday\"}", Sample.class))
                .isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> Json.read("{\"happened_at\":17}", Sample.class))
                .isInstanceOf(JacksonException.class);
    }

    @Test
    void theUsualFormReadsAsTheGeneralParserReadsIt() {
        Seeds.check(
                5_000,
                random -> {
                    Instant instant =
                            Instant.ofEpochMilli(
                                    random.nextLong(-62_167_219_200_000L, 253_402_300_800_000L));
                    assertThat(Json.instant(Json.text(instant))).isEqualTo(instant);
                });
    }

    @Test
    void daysAndTimesThatDoNotExistAreRefused() {
        for (String text :
                List.of(
                        "2026-02-29T00:00:00.000Z",
                        "2026-13-01T00:00:00.000Z",
                        "2026-00-01T00:00:00.000Z",
                        "2026-04-31T00:00:00.000Z",
                        "2026-04-30T25:00:00.000Z",
                        "2026-04-30T12:60:00.000Z",
                        "2026-04-30T12:00:61.000Z")) {
            assertThatThrownBy(() -> Json.instant(text))
                    .as(text)
                    .isInstanceOf(DateTimeException.class);
        }
        assertThat(Json.instant("2024-02-29T23:59:59.999Z"))
                .isEqualTo(Instant.parse("2024-02-29T23:59:59.999Z"));
    }
}
