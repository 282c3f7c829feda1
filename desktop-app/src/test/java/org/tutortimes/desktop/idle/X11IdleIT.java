package org.tutortimes.desktop.idle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.jna.Pointer;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tutortimes.desktop.idle.InputIdle.SinceInput;
import org.tutortimes.desktop.idle.InputIdle.Unavailable;

/// On an X server of its own, so that it neither needs nor disturbs anyone's screen.
class X11IdleIT {
    private ProgramProcess server;
    private String display;

    @BeforeEach
    void startServer() {
        ProgramProcess.needs("Xvfb", "xdotool");
        server = ProgramProcess.start("Xvfb", "-displayfd", "1", "-noreset", "-nolisten", "tcp");
        display = ":" + server.firstLine().strip();
    }

    @AfterEach
    void stopServer() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void theReadingGrowsUntilThereIsInputAndThenGrowsAgain() throws Exception {
        try (InputIdle idle = X11Idle.open(display)) {
            ProgramProcess.runOn(display, "xdotool", "mousemove", "10", "10");
            awaitAtLeast(idle, Duration.ofSeconds(4));

            ProgramProcess.runOn(display, "xdotool", "mousemove", "200", "150");
            Duration afterMouse = elapsed(idle);
            assertThat(afterMouse).isLessThan(Duration.ofSeconds(3));
            awaitAtLeast(idle, afterMouse.plusSeconds(1));

            ProgramProcess.runOn(display, "xdotool", "key", "a");
            assertThat(elapsed(idle)).isLessThan(afterMouse.plusSeconds(1));
        }
    }

    @Test
    void theReadingKeepsPaceWithTheClock() throws Exception {
        try (InputIdle idle = X11Idle.open(display)) {
            ProgramProcess.runOn(display, "xdotool", "mousemove", "30", "30");
            long start = System.nanoTime();
            Duration first = elapsed(idle);
            awaitAtLeast(idle, first.plusSeconds(2));
            Duration passed = Duration.ofNanos(System.nanoTime() - start);

            assertThat(elapsed(idle).minus(first))
                    .isBetween(passed.minusMillis(300), passed.plusMillis(2_000));
        }
    }

    @Test
    void theDeathOfTheServerMakesItUnavailableAndEndsNothingElse() throws Exception {
        try (InputIdle idle = X11Idle.open(display)) {
            assertThat(idle.read()).isInstanceOf(SinceInput.class);

            server.kill();

            assertThat(idle.read())
                    .isEqualTo(new Unavailable("The connection to the X server was lost."));
            assertThat(idle.read()).isInstanceOf(Unavailable.class);
        }
        assertThat(X11Idle.open(display).read())
                .isEqualTo(new Unavailable("The X display " + display + " does not answer."));
    }

    @Test
    void xlibFindingTheServerDeadByItselfDoesNotEndTheProcess() throws Exception {
        X11Library x11 = X11Library.load();
        X11Library.ScreenSaver screenSaver = X11Library.ScreenSaver.load();
        X11Connection connection = Objects.requireNonNull(X11Connection.open(x11, display));
        Pointer info = Objects.requireNonNull(screenSaver.XScreenSaverAllocInfo());

        server.kill();
        screenSaver.XScreenSaverQueryInfo(connection.display(), connection.rootWindow(), info);

        assertThat(connection.isLost()).isTrue();
        x11.XFree(info);
        connection.close();
    }

    @Test
    void aClosedOneIsUnavailable() {
        InputIdle idle = X11Idle.open(display);
        idle.close();
        idle.close();

        assertThat(idle.read()).isInstanceOf(Unavailable.class);
    }

    private static void awaitAtLeast(InputIdle idle, Duration least) {
        await().atMost(Duration.ofSeconds(30)).until(() -> elapsed(idle).compareTo(least) >= 0);
    }

    private static Duration elapsed(InputIdle idle) {
        return ((SinceInput) idle.read()).elapsed();
    }
}
