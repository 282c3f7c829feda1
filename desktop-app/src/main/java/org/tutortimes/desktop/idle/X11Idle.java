package org.tutortimes.desktop.idle;

import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Input on an X11 display, asked of its screen saver extension over a connection of its own.
///
/// Outlives the X server: when that goes away, every further reading is unavailable. (A toolkit in
/// the same process may still decide to exit when its own connection breaks.)
public final class X11Idle implements InputIdle {
    static final String NAME = "X11";

    private static final Unavailable LOST =
            new Unavailable("The connection to the X server was lost.");

    private final X11Library x11;
    private final X11Library.ScreenSaver screenSaver;
    private final X11Connection connection;
    private final Pointer info;
    private boolean closed;

    private X11Idle(
            X11Library x11,
            X11Library.ScreenSaver screenSaver,
            X11Connection connection,
            Pointer info) {
        this.x11 = x11;
        this.screenSaver = screenSaver;
        this.connection = connection;
        this.info = info;
    }

    /// Opens the display of that name (as in the DISPLAY variable). What fails is told by the
    /// readings of the answer.
    public static InputIdle open(String displayName) {
        try {
            return open(X11Library.load(), X11Library.ScreenSaver.load(), displayName);
        } catch (UnsatisfiedLinkError | NoClassDefFoundError missing) {
            return NoIdle.libraryMissing(NAME, missing);
        }
    }

    private static InputIdle open(
            X11Library x11, X11Library.ScreenSaver screenSaver, String displayName) {
        X11Connection connection = X11Connection.open(x11, displayName);
        if (connection == null) {
            return new NoIdle(NAME, "The X display %s does not answer.".formatted(displayName));
        }
        Pointer info = infoFor(screenSaver, connection);
        if (info == null) {
            connection.close();
            return new NoIdle(
                    NAME,
                    "The X server of %s has no screen saver extension.".formatted(displayName));
        }
        return new X11Idle(x11, screenSaver, connection, info);
    }

    private static @Nullable Pointer infoFor(
            X11Library.ScreenSaver screenSaver, X11Connection connection) {
        int present =
                screenSaver.XScreenSaverQueryExtension(
                        connection.display(), new IntByReference(), new IntByReference());
        return present == 0 ? null : screenSaver.XScreenSaverAllocInfo();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isSystemWide() {
        return true;
    }

    @Override
    public synchronized Reading read() {
        if (closed) {
            return new Unavailable("X11 idle detection was closed.");
        }
        if (connection.isLost()) {
            return LOST;
        }
        int answered =
                screenSaver.XScreenSaverQueryInfo(
                        connection.display(), connection.rootWindow(), info);
        // A connection that breaks during the call may leave an old number in the structure.
        if (answered == 0 || connection.isLost()) {
            return LOST;
        }
        return new SinceInput(Duration.ofMillis(idleMillis(info)));
    }

    /// The structure is a window id, two ints, and then three longs of which `idle` is the second.
    private static long idleMillis(Pointer info) {
        NativeLong idle = info.getNativeLong(2L * Native.LONG_SIZE + 2L * Integer.BYTES);
        return Integer.toUnsignedLong(idle.intValue());
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            x11.XFree(info);
            connection.close();
        }
    }
}
