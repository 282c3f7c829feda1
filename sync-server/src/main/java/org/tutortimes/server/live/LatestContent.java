package org.tutortimes.server.live;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Content that is made once per version of a topic, however many view it.
public final class LatestContent<K, V> {

    private static final int MOST = 256;

    private final Map<K, Slot<V>> slots =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<K, Slot<V>> eldest) {
                    return size() > MOST;
                }
            };

    /// The content of this version, or of a later one.
    public V get(K key, long version, Supplier<V> make) {
        Slot<V> slot;
        synchronized (slots) {
            slot = slots.computeIfAbsent(key, _ -> new Slot<>());
        }
        return slot.get(version, make);
    }

    private static final class Slot<V> {
        private long version = -1;
        private @Nullable V value;

        synchronized V get(long wanted, Supplier<V> make) {
            V known = value;
            if (known == null || version < wanted) {
                known = make.get();
                value = known;
                version = wanted;
            }
            return known;
        }
    }
}
