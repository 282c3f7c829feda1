package org.tutortimes.desktop.idle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tutortimes.desktop.idle.InputIdle.SinceInput;
import org.tutortimes.desktop.idle.InputIdle.Unavailable;

class SystemIdleTest {

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void windowsIdleElsewhereIsUnavailableWithAReason() {
        for (int attempt = 0; attempt < 2; attempt++) {
            assertUnavailable(WindowsIdle.open(), "could not be loaded");
        }
    }

    @Test
    @DisabledOnOs(OS.MAC)
    void macIdleElsewhereIsUnavailableWithAReason() {
        assertUnavailable(MacIdle.open(), "could not be loaded");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aDisplayThatIsNotThereIsUnavailableWithAReason() {
        assertUnavailable(X11Idle.open(":59999"), "X");
    }

    @Test
    void withoutASessionBusTheServicesAreUnavailable() {
        assertUnavailable(MutterIdle.open(Map.of()), "no D-Bus session bus");
        assertUnavailable(ScreenSaverIdle.open(Map.of(), () -> 0), "no D-Bus session bus");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"unix:path=/nowhere/bus", "nonsense", "unix:", "tcp:host=localhost", ";;"})
    void aSessionBusThatCannotBeReachedIsUnavailable(String address) {
        assertUnavailable(
                MutterIdle.open(Map.of("DBUS_SESSION_BUS_ADDRESS", address)), "does not answer");
    }

    @Test
    void theSessionBusIsWhereItIsToldOrWhereSystemdPutsIt() {
        assertThat(
                        SessionBusIdle.address(
                                Map.of(
                                        "DBUS_SESSION_BUS_ADDRESS", "unix:path=/a",
                                        "XDG_RUNTIME_DIR", "/run/user/7")))
                .contains("unix:path=/a");
        assertThat(SessionBusIdle.address(Map.of("XDG_RUNTIME_DIR", "/run/user/7")))
                .contains("unix:path=/run/user/7/bus");
    }

    @Test
    void numbersThatAreNoTimesAreUnavailable() {
        assertThat(MacIdle.fromSeconds(1.5)).isEqualTo(new SinceInput(Duration.ofMillis(1_500)));
        assertThat(MacIdle.fromSeconds(-1)).isInstanceOf(Unavailable.class);
        assertThat(MacIdle.fromSeconds(Double.NaN)).isInstanceOf(Unavailable.class);
        assertThat(MacIdle.fromSeconds(Double.MAX_VALUE)).isInstanceOf(Unavailable.class);
        assertThat(MutterIdle.fromMillis(70)).isEqualTo(new SinceInput(Duration.ofMillis(70)));
        assertThat(MutterIdle.fromMillis(-1)).isInstanceOf(Unavailable.class);
        assertThat(MutterIdle.fromMillis(Long.MAX_VALUE)).isInstanceOf(Unavailable.class);
    }

    private static void assertUnavailable(InputIdle idle, String reason) {
        try (idle) {
            assertThat(idle.read())
                    .isInstanceOfSatisfying(
                            Unavailable.class, told -> assertThat(told.why()).contains(reason));
        }
    }
}
