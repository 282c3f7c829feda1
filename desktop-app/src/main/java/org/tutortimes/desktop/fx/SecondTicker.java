package org.tutortimes.desktop.fx;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import javafx.beans.value.ObservableValue;

/// Calls once a second, each time a moment after the figure has changed, while it is switched on.
///
/// An animation would do the same and keep the whole toolkit drawing sixty times a second.
public final class SecondTicker {
    private static final long MILLIS_PER_SECOND = 1_000;

    /// Timers may fire a little early: better a moment late than to show the second before.
    private static final long MARGIN_MILLIS = 4;

    private final LongSupplier shownMillis;
    private final Runnable tick;
    private int round;

    /// Starts switched off.
    ///
    /// @param shownMillis what the figure stands at now
    public SecondTicker(LongSupplier shownMillis, Runnable tick) {
        this.shownMillis = shownMillis;
        this.tick = tick;
    }

    /// Ticks while this is true; to be called once, on the FX thread.
    public void runWhile(ObservableValue<Boolean> isOn) {
        isOn.subscribe(this::turn);
    }

    private void turn(boolean isOn) {
        round++;
        if (isOn) {
            tick.run();
            waitForNextSecond(round);
        }
    }

    private void waitForNextSecond(int ofRound) {
        long millis =
                MILLIS_PER_SECOND
                        - Math.floorMod(shownMillis.getAsLong(), MILLIS_PER_SECOND)
                        + MARGIN_MILLIS;
        Executor later =
                CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS, FxThread::run);
        later.execute(() -> {
            if (ofRound == round) {
                tick.run();
                waitForNextSecond(ofRound);
            }
        });
    }
}
