package org.tutortimes.server.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tutortimes.model.classes.Highlight;
import org.tutortimes.server.classroom.AttemptPage.Piece;

class PiecesTest {

    private static final String TEXT = "abcdefgh";

    @Test
    void aTextWithoutHighlightsIsOnePiece() {
        assertThat(Pieces.of(TEXT, List.of())).containsExactly(new Piece(TEXT, ""));
    }

    @Test
    void ofHighlightsThatOverlapTheLatestShows() {
        assertThat(Pieces.of(TEXT, List.of(highlight(1, 5, "#000001"), highlight(3, 7, "#000002"))))
                .containsExactly(
                        new Piece("a", ""),
                        new Piece("bc", "#000001"),
                        new Piece("de", "#000002"),
                        new Piece("fg", "#000002"),
                        new Piece("h", ""));
    }

    @Test
    void aHighlightMayBeAllOfTheText() {
        assertThat(Pieces.of(TEXT, List.of(highlight(0, 8, "#000001"))))
                .containsExactly(new Piece(TEXT, "#000001"));
    }

    private static Highlight highlight(int start, int end, String color) {
        return new Highlight(
                UUID.randomUUID(),
                Instant.EPOCH,
                TEXT.substring(start, end),
                "1",
                start,
                end,
                color,
                null,
                null);
    }
}
