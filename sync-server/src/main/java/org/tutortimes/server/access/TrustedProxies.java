package org.tutortimes.server.access;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The web servers in front of this one, which say for whom they ask. Nobody else is believed.
public record TrustedProxies(List<Range> ranges) {

    /// A web server on this very computer, such as the one that ends TLS.
    public static final String THIS_COMPUTER = "127.0.0.0/8, ::1";

    public TrustedProxies {
        ranges = List.copyOf(ranges);
    }

    /// Addresses that begin with the same bits.
    record Range(NetworkAddress network, int bits) {

        boolean holds(NetworkAddress address) {
            int length = address.inet().getAddress().length;
            return length == network.inet().getAddress().length
                    && prefix(address, length).equals(prefix(network, length));
        }

        private BigInteger prefix(NetworkAddress address, int length) {
            return new BigInteger(1, address.inet().getAddress())
                    .shiftRight(length * Byte.SIZE - bits);
        }
    }

    /// Reads a list of addresses and ranges, such as `10.0.0.5, 192.168.0.0/16`; an empty one
    /// trusts nobody.
    ///
    /// @throws IllegalArgumentException naming what is no address
    public static TrustedProxies of(String list) {
        List<Range> ranges = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (String text : Arrays.asList(list.split(","))) {
            try {
                if (!text.isBlank()) {
                    ranges.add(range(text.strip()));
                }
            } catch (IllegalArgumentException e) {
                faults.add(text.strip());
            }
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join(", ", faults));
        }
        return new TrustedProxies(ranges);
    }

    private static Range range(String text) {
        int slash = text.indexOf('/');
        NetworkAddress network =
                NetworkAddress.parse(slash < 0 ? text : text.substring(0, slash))
                        .orElseThrow(() -> new IllegalArgumentException(text));
        int most = network.inet().getAddress().length * Byte.SIZE;
        return new Range(network, slash < 0 ? most : bits(text, slash, most));
    }

    private static int bits(String text, int slash, int most) {
        String written = text.substring(slash + 1);
        if (!written.matches("\\d{1,3}") || Integer.parseInt(written) > most) {
            throw new IllegalArgumentException(text);
        }
        return Integer.parseInt(written);
    }

    /// Where a request comes from in the end.
    ///
    /// @param peer who is connected to us
    /// @param forwardedFor the list that each web server on the way has added its own peer to
    String clientOf(String peer, @Nullable String forwardedFor) {
        String client = canonical(peer);
        if (forwardedFor == null) {
            return client;
        }
        List<String> seen = Arrays.asList(forwardedFor.split(","));
        // The last is what the nearest web server has seen itself; what is before one that nobody
        // vouches for, the client may have written.
        for (int index = seen.size() - 1; index >= 0 && trusts(client); index--) {
            NetworkAddress next = NetworkAddress.parse(seen.get(index)).orElse(null);
            if (next == null) {
                return client;
            }
            client = next.text();
        }
        return client;
    }

    private boolean trusts(String address) {
        return NetworkAddress.parse(address)
                .filter(parsed -> ranges.stream().anyMatch(range -> range.holds(parsed)))
                .isPresent();
    }

    private static String canonical(String peer) {
        return NetworkAddress.parse(peer).map(NetworkAddress::text).orElse(peer);
    }
}
