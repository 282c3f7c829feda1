package org.tutortimes.desktop.idle;

import com.sun.jna.Callback;
import com.sun.jna.CallbackReference;
import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Keeps Xlib from ending the process when a connection of ours breaks.
///
/// Xlib asks two handlers then: first one for all connections of the process, next one for that
/// display. Its own end the process. The first of ours returns for our connections, and leaves
/// those of others, such as the toolkit's, to the handler that was there before.
final class X11ErrorGuard {
    private static final NativeLibrary X11 = NativeLibrary.getInstance("X11");
    private static final Set<Pointer> OURS = ConcurrentHashMap.newKeySet();

    /// Kept in fields: native code holds them, which the garbage collector does not see.
    private static final AnyConnectionLost RETURN_FOR_OURS = X11ErrorGuard::connectionLost;

    private static final ConnectionLost RETURN = (_, _) -> {};

    private static volatile @Nullable Pointer before;

    interface AnyConnectionLost extends Callback {
        int callback(Pointer display);
    }

    interface ConnectionLost extends Callback {
        void callback(Pointer display, @Nullable Pointer data);
    }

    private X11ErrorGuard() {}

    static void protect(Pointer display) {
        OURS.add(display);
        try {
            Object[] displayHandlerAndData = {display, RETURN, Pointer.NULL};
            X11.getFunction("XSetIOErrorExitHandler").invokeVoid(displayHandlerAndData);
        } catch (UnsatisfiedLinkError _) {
            // libX11 before 1.7 has no such handler: there, the look at the connection before each
            // use is all that can be done.
        }
        install();
    }

    static void forget(Pointer display) {
        OURS.remove(display);
    }

    /// To be repeated before each use of a connection: a toolkit that starts sets its own.
    static void install() {
        Object[] handler = {RETURN_FOR_OURS};
        Pointer previous = X11.getFunction("XSetIOErrorHandler").invokePointer(handler);
        if (!CallbackReference.getFunctionPointer(RETURN_FOR_OURS).equals(previous)) {
            before = previous;
        }
    }

    private static int connectionLost(Pointer display) {
        Pointer next = before;
        if (OURS.contains(display) || next == null) {
            return 0;
        }
        Object[] theirs = {display};
        return Function.getFunction(next).invokeInt(theirs);
    }
}
