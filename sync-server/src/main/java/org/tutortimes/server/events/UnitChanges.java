package org.tutortimes.server.events;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// Tells who wants to know in which units something has just been committed.
public final class UnitChanges {

    private final List<Consumer<Set<Long>>> listeners = new CopyOnWriteArrayList<>();

    /// Listens from now on. The listener may run on the one thread that writes: it must be quick,
    /// and must not write.
    public void listen(Consumer<Set<Long>> listener) {
        listeners.add(listener);
    }

    void tell(Set<Long> unitIds) {
        listeners.forEach(listener -> listener.accept(unitIds));
    }
}
