package org.tutortimes.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TrustedProxiesTest {

    private static final TrustedProxies SOME =
            TrustedProxies.of("10.0.0.5, 192.168.0.0/16, 2001:db8::/32");

    @Test
    void whoIsNotTrustedIsTheClientWhateverItSays() {
        assertThat(SOME.clientOf("203.0.113.9", "198.51.100.7")).isEqualTo("203.0.113.9");
        assertThat(TrustedProxies.of("").clientOf("127.0.0.1", "198.51.100.7"))
                .isEqualTo("127.0.0.1");
    }

    @Test
    void trustedWebServerSaysForWhomItAsks() {
        assertThat(SOME.clientOf("10.0.0.5", "198.51.100.7")).isEqualTo("198.51.100.7");
        assertThat(SOME.clientOf("10.0.0.5", null)).isEqualTo("10.0.0.5");
        assertThat(SOME.clientOf("2001:db8::9", "198.51.100.7")).isEqualTo("198.51.100.7");
        assertThat(SOME.clientOf("::ffff:10.0.0.5", "198.51.100.7")).isEqualTo("198.51.100.7");
    }

    @Test
    void throughAChainOfThemTheFirstThatIsNotTrustedCounts() {
        assertThat(SOME.clientOf("10.0.0.5", "1.2.3.4, 198.51.100.7, 192.168.3.4"))
                .isEqualTo("198.51.100.7");
        assertThat(SOME.clientOf("10.0.0.5", "192.168.3.4")).isEqualTo("192.168.3.4");
    }

    @Test
    void whatIsNoAddressIsNotBelieved() {
        assertThat(SOME.clientOf("10.0.0.5", "198.51.100.7, unknown")).isEqualTo("10.0.0.5");
        assertThat(SOME.clientOf("10.0.0.5", "")).isEqualTo("10.0.0.5");
        assertThat(SOME.clientOf("10.0.0.5", "localhost")).isEqualTo("10.0.0.5");
    }

    @Test
    void addressesAreWrittenInOneWay() {
        assertThat(SOME.clientOf("[0:0:0:0:0:0:0:1]", null)).isEqualTo("0:0:0:0:0:0:0:1");
        assertThat(SOME.clientOf("fe80::1%eth0", null)).isEqualTo("fe80:0:0:0:0:0:0:1");
    }

    @Test
    void portBesideAnAddressIsNoPartOfIt() {
        assertThat(SOME.clientOf("10.0.0.5", "198.51.100.7:5555")).isEqualTo("198.51.100.7");
        assertThat(SOME.clientOf("10.0.0.5", "[2001:db9::1]:443"))
                .isEqualTo("2001:db9:0:0:0:0:0:1");
    }

    @Test
    void allThatIsNoRangeIsNamed() {
        assertThatThrownBy(() -> TrustedProxies.of("10.0.0.0/99, 10.0.0.5, banana"))
                .hasMessage("10.0.0.0/99, banana");
    }

    @Test
    void whatIsNoRangeIsNamed() {
        for (String bad : new String[] {"10.0.0.0/33", "10.0.0.0/x", "proxy.example", "10.0.0"}) {
            assertThatThrownBy(() -> TrustedProxies.of("10.0.0.5, " + bad)).hasMessage(bad);
        }
    }
}
