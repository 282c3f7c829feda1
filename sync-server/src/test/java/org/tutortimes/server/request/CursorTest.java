package org.tutortimes.server.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CursorTest {

    @Test
    void aCursorGivesItsPartsBack() {
        assertThat(Cursor.read(Cursor.of("zoë, the 2nd", 17L, ""), 3))
                .containsExactly("zoë, the 2nd", "17", "");
        assertThat(Cursor.of("zoë", 17L)).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void whatIsNoCursorIsNone() {
        assertThat(Cursor.read(Cursor.of("a", "b"), 1)).isNull();
        assertThat(Cursor.read("not base 64", 1)).isNull();
        assertThat(Cursor.read("_w", 1)).isNull();
    }
}
