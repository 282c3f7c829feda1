package org.tutortimes.desktop.idle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.UInt64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tutortimes.desktop.clock.RunningClock;
import org.tutortimes.desktop.idle.InputIdle.SinceInput;
import org.tutortimes.desktop.idle.InputIdle.Unavailable;

/// Against a real bus of its own, with services that answer as GNOME and KDE do.
class SessionBusIdleIT {
    private static final String MUTTER = "org.gnome.Mutter.IdleMonitor";
    private static final String SCREEN_SAVER = "org.freedesktop.ScreenSaver";

    private final DesktopServices services = new DesktopServices();
    private ProgramProcess bus;
    private DBusConnection desktop;
    private Map<String, String> environment;

    @BeforeEach
    void startBus(@TempDir Path folder) throws Exception {
        assumeTrue(
                ProgramProcess.isInstalled("dbus-daemon"),
                "This test needs the program dbus-daemon, which is not installed.");
        bus =
                ProgramProcess.start(
                        "dbus-daemon",
                        "--session",
                        "--nofork",
                        "--print-address=1",
                        "--address=unix:path=" + folder.resolve("bus"));
        environment = Map.of("DBUS_SESSION_BUS_ADDRESS", bus.firstLine());
        desktop = DBusConnectionBuilder.forAddress(bus.firstLine()).withShared(false).build();
        desktop.exportObject("/org/gnome/Mutter/IdleMonitor/Core", services);
        desktop.exportObject("/org/freedesktop/ScreenSaver", services);
    }

    @AfterEach
    void stopBus() {
        services.answering.countDown();
        if (bus != null) {
            desktop.disconnect();
            bus.close();
        }
    }

    @Test
    void mutterTellsMilliseconds() throws Exception {
        desktop.requestBusName(MUTTER);
        try (InputIdle idle = MutterIdle.open(environment)) {
            services.idle = 754_321;
            assertThat(idle.read()).isEqualTo(new SinceInput(Duration.ofMillis(754_321)));
            services.idle = 12;
            assertThat(idle.read()).isEqualTo(new SinceInput(Duration.ofMillis(12)));
            assertThat(idle.isSystemWide()).isTrue();
            assertThat(idle.name()).isEqualTo("GNOME");
        }
    }

    @Test
    void theScreenSaverServiceTellsMilliseconds() throws Exception {
        desktop.requestBusName(SCREEN_SAVER);
        services.idle = 4_000_000_001L;
        try (InputIdle idle = ScreenSaverIdle.open(environment, () -> 0)) {
            assertThat(idle.read()).isEqualTo(new SinceInput(Duration.ofMillis(4_000_000_001L)));
        }
    }

    @Test
    void aServiceThatIsNotThereIsUnavailable() {
        try (InputIdle idle = MutterIdle.open(environment)) {
            assertThat(idle.read())
                    .isInstanceOfSatisfying(
                            Unavailable.class, told -> assertThat(told.why()).contains(MUTTER));
        }
    }

    @Test
    void aServiceThatRefusesIsUnavailable() throws Exception {
        desktop.requestBusName(SCREEN_SAVER);
        services.refuses = true;
        try (InputIdle idle = ScreenSaverIdle.open(environment, () -> 0)) {
            assertThat(idle.read()).isInstanceOf(Unavailable.class);
        }
    }

    @Test
    void aServiceThatDoesNotAnswerHoldsUpTheReaderForTwoSecondsOnly() throws Exception {
        desktop.requestBusName(MUTTER);
        services.silent = true;
        try (InputIdle idle = MutterIdle.open(environment)) {
            long start = System.nanoTime();
            assertThat(idle.read()).isInstanceOf(Unavailable.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofMillis(1_900), Duration.ofSeconds(8));
        }
    }

    @Test
    void theEndOfTheBusMakesItUnavailable() throws Exception {
        desktop.requestBusName(MUTTER);
        try (InputIdle idle = MutterIdle.open(environment)) {
            assertThat(idle.read()).isInstanceOf(SinceInput.class);

            bus.kill();

            assertThat(idle.read()).isInstanceOf(Unavailable.class);
            assertThat(idle.read()).isInstanceOf(Unavailable.class);
        }
    }

    @Test
    void onWaylandDetectionMovesFromMutterToTheScreenSaverToTheWindow() throws Exception {
        desktop.requestBusName(MUTTER);
        services.idle = 1_000;
        Map<String, String> wayland =
                Map.of("WAYLAND_DISPLAY", "wayland-0", "DBUS_SESSION_BUS_ADDRESS", bus.firstLine());
        try (IdleDetection detection =
                IdleDetection.of("Linux", wayland, RunningClock.ofThisMachine())) {
            assertThat(detection.read().elapsed()).isEqualTo(Duration.ofSeconds(1));
            assertThat(detection.name()).isEqualTo("GNOME");

            desktop.requestBusName(SCREEN_SAVER);
            desktop.releaseBusName(MUTTER);
            assertThat(detection.read().elapsed()).isEqualTo(Duration.ofSeconds(1));
            assertThat(detection.name()).isEqualTo("Screen saver service");

            desktop.releaseBusName(SCREEN_SAVER);
            assertThat(detection.read().elapsed()).isLessThan(Duration.ofSeconds(20));
            assertThat(detection.name()).isEqualTo("this window only");
            assertThat(detection.whyNotSystemWide().orElseThrow())
                    .contains(MUTTER)
                    .contains(SCREEN_SAVER);
        }
    }

    /// Names are those of the D-Bus interface. Public, for the library to call.
    @DBusInterfaceName(MUTTER)
    public interface IdleMonitor extends DBusInterface {
        UInt64 GetIdletime();
    }

    /// Names are those of the D-Bus interface. Public, for the library to call.
    @DBusInterfaceName(SCREEN_SAVER)
    public interface ScreenSaver extends DBusInterface {
        UInt32 GetSessionIdleTime();
    }

    /// What the test tells it, in place of a desktop.
    public static final class DesktopServices implements IdleMonitor, ScreenSaver {
        private final CountDownLatch answering = new CountDownLatch(1);
        private volatile long idle;
        private volatile boolean silent;
        private volatile boolean refuses;

        @Override
        public UInt64 GetIdletime() {
            return new UInt64(answer());
        }

        @Override
        public UInt32 GetSessionIdleTime() {
            return new UInt32(answer());
        }

        private long answer() {
            if (refuses) {
                throw new UnsupportedOperationException("This desktop does not count");
            }
            if (silent) {
                awaitTheEnd();
            }
            return idle;
        }

        private void awaitTheEnd() {
            try {
                answering.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public String getObjectPath() {
            return "/";
        }
    }
}
