package org.tutortimes.desktop.idle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tutortimes.desktop.clock.RunningClock;
import org.tutortimes.desktop.idle.InputIdle.Reading;
import org.tutortimes.desktop.idle.InputIdle.SinceInput;
import org.tutortimes.desktop.idle.InputIdle.Unavailable;

class IdleDetectionTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final VirtualNanos clock = new VirtualNanos();
    private final Source first = new Source("first");
    private final Source second = new Source("second");
    private final IdleDetection detection =
            new IdleDetection(List.of(first::opened, second::opened), clock);

    @Test
    void theFirstThatAnswersIsUsed() {
        first.says = new Unavailable("First is missing.");
        second.says = new SinceInput(MINUTE);

        assertThat(detection.read().elapsed()).isEqualTo(MINUTE);
        assertThat(detection.name()).isEqualTo("second");
        assertThat(detection.isSystemWide()).isTrue();
        assertThat(detection.whyNotSystemWide()).isEmpty();
        assertThat(first.open).isFalse();
    }

    @Test
    void theNextTakesOverWhenOneFailsLater() {
        detection.read();
        first.says = new Unavailable("First went away.");
        second.says = new SinceInput(MINUTE);

        assertThat(detection.read().elapsed()).isEqualTo(MINUTE);
        assertThat(detection.name()).isEqualTo("second");
        assertThat(first.open).isFalse();
    }

    @Test
    void theWindowTakesOverFromTheLastKnownInput() {
        clock.advance(Duration.ofHours(2));
        first.says = new SinceInput(Duration.ofSeconds(5));
        detection.read();
        clock.advance(MINUTE);
        first.says = new Unavailable("First went away.");
        second.says = new Unavailable("Second is missing.");

        assertThat(detection.read().elapsed()).isEqualTo(Duration.ofSeconds(65));
        assertThat(detection.isSystemWide()).isFalse();
        assertThat(detection.name()).isEqualTo("this window only");
        assertThat(detection.whyNotSystemWide()).contains("First went away. Second is missing.");
    }

    @Test
    void inputInTheWindowCountsWhereNothingElseWorks() {
        first.says = new Unavailable("First is missing.");
        second.says = new Unavailable("Second is missing.");
        clock.advance(MINUTE);
        assertThat(detection.read().elapsed()).isEqualTo(MINUTE);

        detection.inputSeen();

        assertThat(detection.read().elapsed()).isZero();
    }

    @Test
    void whatFailedIsTriedAgainAfterFiveMinutes() {
        first.says = new Unavailable("First is missing.");
        second.says = new Unavailable("Second is missing.");
        detection.read();
        first.says = new SinceInput(MINUTE);

        clock.advance(IdleDetection.TRY_AGAIN_AFTER.minusNanos(1));
        detection.read();
        assertThat(detection.isSystemWide()).isFalse();

        clock.advance(Duration.ofNanos(1));
        assertThat(detection.read().elapsed()).isEqualTo(MINUTE);
        assertThat(detection.isSystemWide()).isTrue();
    }

    @Test
    void aDesktopWithoutAnyWaySaysSo() {
        IdleDetection none = IdleDetection.of("Linux", Map.of(), RunningClock.ofThisMachine());

        none.read();

        assertThat(none.whyNotSystemWide())
                .contains("This kind of desktop has no way to see input in other programs.");
    }

    @Test
    void closingClosesWhatIsOpen() {
        detection.read();

        detection.close();

        assertThat(first.open).isFalse();
        assertThat(detection.isSystemWide()).isFalse();
    }

    /// A way to see input that says what the test tells it to.
    private static final class Source implements InputIdle {
        private final String name;
        private Reading says = new SinceInput(Duration.ZERO);
        private boolean open;

        Source(String name) {
            this.name = name;
        }

        InputIdle opened() {
            open = true;
            return this;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public boolean isSystemWide() {
            return true;
        }

        @Override
        public Reading read() {
            return says;
        }

        @Override
        public void close() {
            open = false;
        }
    }
}
