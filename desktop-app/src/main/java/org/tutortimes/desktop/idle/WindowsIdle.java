package org.tutortimes.desktop.idle;

import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.User32;
import com.sun.jna.platform.win32.WinUser.LASTINPUTINFO;
import java.time.Duration;
import org.tutortimes.desktop.clock.TickCount;

/// Input in the Windows session, from `GetLastInputInfo`.
public final class WindowsIdle implements InputIdle {
    static final String NAME = "Windows";

    private final User32 user;
    private final Kernel32 kernel;

    private WindowsIdle(User32 user, Kernel32 kernel) {
        this.user = user;
        this.kernel = kernel;
    }

    /// What fails is told by the readings of the answer.
    public static InputIdle open() {
        try {
            return new WindowsIdle(User32.INSTANCE, Kernel32.INSTANCE);
        } catch (UnsatisfiedLinkError | NoClassDefFoundError missing) {
            return NoIdle.libraryMissing(NAME, missing);
        }
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
    public Reading read() {
        LASTINPUTINFO lastInput = new LASTINPUTINFO();
        if (!user.GetLastInputInfo(lastInput)) {
            return new Unavailable("Windows did not tell when the last input was.");
        }
        long millis = TickCount.millisBetween(lastInput.dwTime, kernel.GetTickCount());
        return new SinceInput(Duration.ofMillis(millis));
    }

    @Override
    public void close() {
        // Windows gives no handle for this.
    }
}
