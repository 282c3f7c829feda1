package org.tutortimes.desktop.idle;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import org.jspecify.annotations.Nullable;

/// The few functions of libX11 that idle detection needs. Names are those of the C headers.
interface X11Library extends Library {

    static X11Library load() {
        return Native.load("X11", X11Library.class);
    }

    @Nullable Pointer XOpenDisplay(@Nullable String name);

    int XCloseDisplay(Pointer display);

    NativeLong XDefaultRootWindow(Pointer display);

    int XConnectionNumber(Pointer display);

    int XFree(Pointer data);

    /// libXss, the client side of the MIT-SCREEN-SAVER extension.
    interface ScreenSaver extends Library {

        static ScreenSaver load() {
            return Native.load("Xss", ScreenSaver.class);
        }

        int XScreenSaverQueryExtension(
                Pointer display, IntByReference firstEvent, IntByReference firstError);

        @Nullable Pointer XScreenSaverAllocInfo();

        int XScreenSaverQueryInfo(Pointer display, NativeLong drawable, Pointer info);
    }

    /// poll(2), to see a dead connection before Xlib does.
    interface Poll extends Library {

        static Poll load() {
            return Native.load("c", Poll.class);
        }

        int poll(Pointer descriptors, NativeLong count, int timeoutMillis);
    }
}
