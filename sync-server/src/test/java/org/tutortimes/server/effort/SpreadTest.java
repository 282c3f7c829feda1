package org.tutortimes.server.effort;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tutortimes.server.effort.Spread.Weighted;

class SpreadTest {

    @Test
    void quartilesAreDurationsThatThereAre() {
        assertThat(of(8, 2, 6, 4)).isEqualTo(new Spread(2, 4, 6));
        assertThat(of(1, 2, 3, 4, 5)).isEqualTo(new Spread(2, 3, 4));
    }

    @Test
    void pileCountsOnceForEachOfItsSubmissions() {
        assertThat(Spread.of(List.of(new Weighted(10, 1), new Weighted(60, 3))))
                .contains(new Spread(10, 60, 60));
    }

    @Test
    void fewerThanFourTellNothing() {
        assertThat(Spread.of(List.of(new Weighted(10, 3)))).isEmpty();
        assertThat(Spread.of(List.of())).isEmpty();
    }

    @Test
    void unusualIsWhatLiesFarAboveTheMiddleHalfAndTwiceTheMedian() {
        Spread spread = new Spread(600, 1_000, 1_200);
        assertThat(spread.isUnusuallyLong(2_100)).isFalse();
        assertThat(spread.isUnusuallyLong(2_101)).isTrue();
        // Where all are alike, a little more is nothing unusual.
        assertThat(new Spread(600, 600, 600).isUnusuallyLong(1_200)).isFalse();
        assertThat(new Spread(600, 600, 600).isUnusuallyLong(1_201)).isTrue();
    }

    private static Spread of(long... seconds) {
        return Spread.of(Arrays.stream(seconds).mapToObj(each -> new Weighted(each, 1)).toList())
                .orElseThrow();
    }
}
