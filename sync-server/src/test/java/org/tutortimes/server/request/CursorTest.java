package org.tutortimes.server.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CursorTest {

    @Test
    void aCursorGivesItsPartsBack() {
        assertThat(Cursor.read("users", Cursor.of("users", "zoë, the 2nd", 17L, "")))
                .containsExactly("zoë, the 2nd", "17", "");
        assertThat(Cursor.of("users", "zoë", 17L)).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void aCursorOfAnotherListIsNone() {
        assertThat(Cursor.read("units", Cursor.of("users", "a", "b"))).isNull();
    }

    @Test
    void aShortenedOrChangedCursorIsNone() {
        String cursor = Cursor.of("users", 1_700_000_000_000L, "0190-abcd");
        for (int length = 0; length < cursor.length(); length++) {
            assertThat(Cursor.read("users", cursor.substring(0, length))).isNull();
        }
        assertThat(Cursor.read("users", cursor + "AAAA")).isNull();
    }

    @Test
    void whatIsNoCursorIsNone() {
        assertThat(Cursor.read("users", "not base 64")).isNull();
        assertThat(Cursor.read("users", "_w")).isNull();
    }
}
