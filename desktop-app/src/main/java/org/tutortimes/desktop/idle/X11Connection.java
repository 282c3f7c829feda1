package org.tutortimes.desktop.idle;

import com.sun.jna.Memory;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/// A connection to an X server whose loss does not end the process.
///
/// Two things see to that: the connection is looked at before each use, and [X11ErrorGuard] is
/// there when it breaks in the middle of one. Used by one thread at a time.
final class X11Connection implements AutoCloseable {
    private static final short PEER_CLOSED_WRITING = 0x2000;
    private static final int GONE = PEER_CLOSED_WRITING | 0x0008 | 0x0010 | 0x0020;
    private static final int DESCRIPTOR_BYTES = 8;
    private static final int EVENTS_OFFSET = 4;
    private static final int RETURNED_EVENTS_OFFSET = 6;

    private final X11Library x11;
    private final X11Library.Poll system;
    private final Pointer display;
    private final NativeLong rootWindow;
    private final Memory pollDescriptor = new Memory(DESCRIPTOR_BYTES);
    private boolean lost;

    private X11Connection(X11Library x11, X11Library.Poll system, Pointer display) {
        this.x11 = x11;
        this.system = system;
        this.display = display;
        this.rootWindow = x11.XDefaultRootWindow(display);
        pollDescriptor.setInt(0, x11.XConnectionNumber(display));
        pollDescriptor.setShort(EVENTS_OFFSET, PEER_CLOSED_WRITING);
    }

    /// Null when no X server answers under that name.
    static @Nullable X11Connection open(X11Library x11, String displayName) {
        X11Library.Poll system = X11Library.Poll.load();
        Pointer display = x11.XOpenDisplay(displayName);
        if (display == null) {
            return null;
        }
        X11ErrorGuard.protect(display);
        return new X11Connection(x11, system, display);
    }

    Pointer display() {
        return display;
    }

    NativeLong rootWindow() {
        return rootWindow;
    }

    /// To be asked before each use.
    boolean isLost() {
        if (!lost) {
            X11ErrorGuard.install();
            pollDescriptor.setShort(RETURNED_EVENTS_OFFSET, (short) 0);
            int ready = system.poll(pollDescriptor, new NativeLong(1), 0);
            lost = ready > 0 && (pollDescriptor.getShort(RETURNED_EVENTS_OFFSET) & GONE) != 0;
        }
        return lost;
    }

    /// A lost connection is left as it is: closing it would write to it, which an old libX11
    /// answers by ending the process. That costs one descriptor each time an X server dies.
    @Override
    public void close() {
        if (!isLost()) {
            x11.XCloseDisplay(display);
            X11ErrorGuard.forget(display);
        }
        lost = true;
    }
}
