package org.tutortimes.desktop.idle;

import java.time.Duration;
import java.util.Map;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.UInt64;
import org.tutortimes.desktop.idle.InputIdle.Reading;
import org.tutortimes.desktop.idle.InputIdle.SinceInput;
import org.tutortimes.desktop.idle.InputIdle.Unavailable;

/// Input in a GNOME session, told by its window manager, Mutter; on Wayland and on X11.
public final class MutterIdle {
    static final String NAME = "GNOME";

    /// Names are those of the D-Bus interface.
    @DBusInterfaceName("org.gnome.Mutter.IdleMonitor")
    interface IdleMonitor extends DBusInterface {
        /// Milliseconds.
        UInt64 GetIdletime();
    }

    private MutterIdle() {}

    /// What fails is told by the readings of the answer.
    public static InputIdle open(Map<String, String> environment) {
        return SessionBusIdle.open(
                environment,
                new SessionBusIdle.Question(
                        NAME,
                        "org.gnome.Mutter.IdleMonitor",
                        "/org/gnome/Mutter/IdleMonitor/Core",
                        IdleMonitor.class,
                        "GetIdletime",
                        MutterIdle::fromMillis));
    }

    /// Mutter knows no input before its own start, and then answers a number beyond any time.
    static Reading fromMillis(long millis) {
        return millis >= 0 && millis <= Duration.ofDays(3_650).toMillis()
                ? new SinceInput(Duration.ofMillis(millis))
                : new Unavailable("GNOME has seen no input yet.");
    }
}
