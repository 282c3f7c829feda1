package org.tutortimes.desktop.idle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tutortimes.desktop.idle.IdleSource.MACOS;
import static org.tutortimes.desktop.idle.IdleSource.MUTTER;
import static org.tutortimes.desktop.idle.IdleSource.SCREEN_SAVER;
import static org.tutortimes.desktop.idle.IdleSource.WINDOWS;
import static org.tutortimes.desktop.idle.IdleSource.X11;

import java.util.Map;
import org.junit.jupiter.api.Test;

class IdleSourceTest {

    @Test
    void windowsAndMacHaveOneWayEach() {
        assertThat(IdleSource.fitting("Windows 11", Map.of())).containsExactly(WINDOWS);
        assertThat(IdleSource.fitting("Mac OS X", Map.of("DISPLAY", ":0"))).containsExactly(MACOS);
    }

    @Test
    void x11IsNeverAskedInAWaylandSession() {
        assertThat(
                        IdleSource.fitting(
                                "Linux", Map.of("WAYLAND_DISPLAY", "wayland-0", "DISPLAY", ":0")))
                .containsExactly(MUTTER, SCREEN_SAVER);
        assertThat(
                        IdleSource.fitting(
                                "Linux", Map.of("XDG_SESSION_TYPE", "wayland", "DISPLAY", ":0")))
                .containsExactly(MUTTER, SCREEN_SAVER);
    }

    @Test
    void onX11TheDisplayIsAskedFirst() {
        assertThat(IdleSource.fitting("Linux", Map.of("DISPLAY", ":0", "WAYLAND_DISPLAY", "")))
                .containsExactly(X11, MUTTER, SCREEN_SAVER);
        assertThat(IdleSource.fitting("FreeBSD", Map.of("DISPLAY", ":0"))).startsWith(X11);
    }

    @Test
    void onARemoteDisplayTheLocalSessionBusIsNotAsked() {
        assertThat(IdleSource.fitting("Linux", Map.of("DISPLAY", "localhost:10.0")))
                .containsExactly(X11);
    }

    @Test
    void withoutADisplayThereIsNoWay() {
        assertThat(IdleSource.fitting("Linux", Map.of())).isEmpty();
        assertThat(IdleSource.fitting("Linux", Map.of("DISPLAY", " "))).isEmpty();
    }
}
