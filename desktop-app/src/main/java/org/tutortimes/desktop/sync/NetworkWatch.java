package org.tutortimes.desktop.sync;

import java.net.InetAddress;
import java.util.Set;
import java.util.function.Supplier;

/// Notices that the computer came to another network: its own addresses are others.
final class NetworkWatch {
    private final Supplier<Set<InetAddress>> addresses;
    private Set<InetAddress> known;

    NetworkWatch(Supplier<Set<InetAddress>> addresses) {
        this.addresses = addresses;
        this.known = addresses.get();
    }

    /// Whether there are addresses that were not there at the last look.
    boolean changed() {
        Set<InetAddress> before = known;
        known = addresses.get();
        return !before.containsAll(known);
    }
}
