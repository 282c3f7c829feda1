package org.tutortimes.desktop.fx;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Carries a stream of states to the window, of which only the newest matters: what a later one
/// overtook before the window had time for it is never shown. States may come before there is a
/// window; the last of them waits for it.
public final class Newest<T> implements Consumer<T> {
    private final AtomicReference<@Nullable T> waiting = new AtomicReference<>();
    private volatile @Nullable Consumer<T> window;

    @Override
    public void accept(T state) {
        boolean isAlreadyAsked = waiting.getAndSet(state) != null;
        if (window != null && !isAlreadyAsked) {
            FxThread.run(this::deliver);
        }
    }

    /// Shows what waits and all that comes; on the FX thread.
    public void showIn(Consumer<T> shown) {
        window = shown;
        deliver();
    }

    private void deliver() {
        T state = waiting.getAndSet(null);
        Consumer<T> shown = window;
        if (state != null && shown != null) {
            shown.accept(state);
        }
    }
}
