package org.tutortimes.desktop.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NetworkWatchTest {

    @Test
    void aNewAddressIsAChangeAndALostOneIsNot() throws UnknownHostException {
        Set<InetAddress> now = new HashSet<>();
        NetworkWatch watch = new NetworkWatch(() -> Set.copyOf(now));

        assertThat(watch.changed()).isFalse();
        now.add(InetAddress.getByName("10.1.2.3"));
        assertThat(watch.changed()).isTrue();
        assertThat(watch.changed()).isFalse();
        now.clear();
        assertThat(watch.changed()).isFalse();
        now.add(InetAddress.getByName("10.1.2.3"));
        assertThat(watch.changed()).isTrue();
    }
}
