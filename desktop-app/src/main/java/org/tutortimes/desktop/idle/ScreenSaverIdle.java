package org.tutortimes.desktop.idle;

import java.util.Map;
import java.util.function.LongSupplier;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.UInt32;

/// Input as the desktop's screen saver service tells it: KDE Plasma and others.
public final class ScreenSaverIdle {
    static final String NAME = "Screen saver service";

    /// Names are those of the D-Bus interface.
    @DBusInterfaceName("org.freedesktop.ScreenSaver")
    interface ScreenSaver extends DBusInterface {
        /// In milliseconds by most services, in seconds by some.
        UInt32 GetSessionIdleTime();
    }

    private ScreenSaverIdle() {}

    /// What fails is told by the readings of the answer. The clock counts nanoseconds.
    public static InputIdle open(Map<String, String> environment, LongSupplier nanoClock) {
        ScreenSaverUnit unit = new ScreenSaverUnit();
        return SessionBusIdle.open(
                environment,
                new SessionBusIdle.Question(
                        NAME,
                        "org.freedesktop.ScreenSaver",
                        "/org/freedesktop/ScreenSaver",
                        ScreenSaver.class,
                        "GetSessionIdleTime",
                        number -> unit.reading(number, nanoClock.getAsLong())));
    }
}
